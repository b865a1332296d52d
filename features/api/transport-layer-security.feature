@tls
Feature: Transport layer security
  TLS 1.2 with the cipher suites that are named, and nothing weaker.
  Specification page: development_api_security_guidance, protocols and supported ciphers.
  Skipped where the provider is called over plain HTTP or through the Spine Secure Proxy.

  Rule: TLS 1.2 is spoken, and nothing older

    Scenario: A handshake with TLS 1.2 alone goes on
      Given a consumer
      When it offers TLS 1.2 alone
      Then the handshake goes on with TLS 1.2 [GPC-API-002, GPC-API-130]
      And it is noted whether the provider asks for a client certificate [GPC-API-130]

    Scenario: A request over TLS 1.2 is answered
      Given a consumer that connects with TLS 1.2 alone
      When it asks for the capability statement
      Then the request succeeds [GPC-API-130]

    Scenario: TLS 1.3 is noted
      Given a consumer
      When it offers TLS 1.3 alone
      Then it is noted whether the handshake goes on [GPC-API-130]

    Scenario Outline: <version> is refused
      Given a consumer
      When it offers <version> alone
      Then the handshake is refused [<requirement>]

      Examples:
        | version | requirement              |
        | TLS 1.1 | GPC-API-131              |
        | TLS 1.0 | GPC-API-131              |
        | SSL 3.0 | GPC-API-131              |
        | SSL 2.0 | GPC-API-002, GPC-API-131 |

  Rule: Connections that are not encrypted are dropped

    Scenario: A request in clear text is not served
      Given a consumer
      When it asks for the capability statement in clear text
      Then nothing is served in clear text [GPC-API-132]

  Rule: Only the cipher suites named are taken

    Scenario: A cipher suite that is allowed is taken
      Given a consumer
      When it offers each of these cipher suites alone:
        | cipher suite                            |
        | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 |
        | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 |
        | TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384   |
        | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256   |
        | TLS_DHE_RSA_WITH_AES_256_GCM_SHA384     |
        | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256     |
        | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 |
        | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA    |
        | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384   |
        | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA      |
        | TLS_DHE_RSA_WITH_AES_256_CBC_SHA256     |
        | TLS_DHE_RSA_WITH_AES_256_CBC_SHA        |
      Then at least one of them is taken [GPC-API-133]

    Scenario Outline: <cipher suite> is refused: <why>
      Given a consumer
      When it offers the cipher suite <cipher suite> alone
      Then the handshake is refused [GPC-API-133]

      Examples: without forward secrecy
        | cipher suite                    | why                |
        | TLS_RSA_WITH_AES_256_GCM_SHA384 | no forward secrecy |
        | TLS_RSA_WITH_AES_128_GCM_SHA256 | no forward secrecy |
        | TLS_RSA_WITH_AES_256_CBC_SHA256 | no forward secrecy |
        | TLS_RSA_WITH_AES_256_CBC_SHA    | no forward secrecy |
        | TLS_RSA_WITH_AES_128_CBC_SHA256 | no forward secrecy |
        | TLS_RSA_WITH_AES_128_CBC_SHA    | no forward secrecy |

      Examples: AES of 128 bits without GCM
        | cipher suite                            | why              |
        | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256   | 128 bits, no GCM |
        | TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA      | 128 bits, no GCM |
        | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 | 128 bits, no GCM |
        | TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA    | 128 bits, no GCM |
        | TLS_DHE_RSA_WITH_AES_128_CBC_SHA256     | 128 bits, no GCM |
        | TLS_DHE_RSA_WITH_AES_128_CBC_SHA        | 128 bits, no GCM |

      Examples: other ciphers
        | cipher suite                        | why           |
        | TLS_RSA_WITH_3DES_EDE_CBC_SHA       | 3DES          |
        | TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA | 3DES          |
        | TLS_RSA_WITH_RC4_128_SHA            | RC4           |
        | TLS_RSA_WITH_RC4_128_MD5            | RC4           |
        | TLS_ECDHE_RSA_WITH_RC4_128_SHA      | RC4           |
        | TLS_RSA_EXPORT_WITH_RC4_40_MD5      | export        |
        | TLS_RSA_EXPORT_WITH_DES40_CBC_SHA   | export        |
        | TLS_RSA_WITH_NULL_SHA256            | no encryption |
        | TLS_RSA_WITH_NULL_SHA               | no encryption |
        | TLS_ECDHE_RSA_WITH_NULL_SHA         | no encryption |
        | TLS_DH_anon_WITH_AES_256_CBC_SHA    | anonymous     |
        | TLS_ECDH_anon_WITH_AES_256_CBC_SHA  | anonymous     |

    Scenario: Whatever order they are offered in, GCM with ephemeral elliptic curves is taken
      Given a consumer
      When it offers these cipher suites in this order:
        | cipher suite                            |
        | TLS_DHE_RSA_WITH_AES_256_CBC_SHA        |
        | TLS_DHE_RSA_WITH_AES_256_CBC_SHA256     |
        | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA      |
        | TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384   |
        | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA    |
        | TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384 |
        | TLS_DHE_RSA_WITH_AES_128_GCM_SHA256     |
        | TLS_DHE_RSA_WITH_AES_256_GCM_SHA384     |
        | TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256   |
        | TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384   |
        | TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 |
        | TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 |
      Then the cipher suite taken is one of ECDHE with AES-GCM [GPC-API-134]
