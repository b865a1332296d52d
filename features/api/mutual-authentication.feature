@tls
Feature: Mutual authentication
  Whoever calls a provider is the Spine Secure Proxy, and shows it by its client certificate.
  Specification page: development_api_security_guidance, client certificates and secure connection negotiation.
  Skipped where the provider is called over plain HTTP or through the Spine Secure Proxy.

  Rule: A client certificate that can be trusted is enough

    Scenario: With its own certificate the consumer is answered
      Given a consumer with its own client certificate
      When it connects and asks for the capability statement
      Then the provider answers [GPC-API-130]

  Rule: Nobody else is served

    Scenario: Without a client certificate nobody is served
      Given a consumer without a client certificate
      When it connects and asks for the capability statement
      Then the provider refuses the connection [GPC-API-135, GPC-API-144]

    Scenario Outline: A client certificate that is <fault> is refused
      Given a consumer with a client certificate that is "<fault>"
      When it connects and asks for the capability statement
      Then the provider refuses the connection [<requirement>]

      Examples:
        | fault             | requirement              |
        | self-signed       | GPC-API-136              |
        | unknown-authority | GPC-API-136              |
        | not-yet-valid     | GPC-API-136              |
        | expired           | GPC-API-137              |
        | revoked           | GPC-API-138              |
        | wrong-name        | GPC-API-129, GPC-API-139 |

    Scenario: Whether a client certificate with a weak key is refused is noted
      Given a consumer with a client certificate that is "weak-key"
      When it connects and asks for the capability statement
      Then it is noted whether the provider refuses the connection [GPC-API-136]
