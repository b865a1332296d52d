@proxy
Feature: Spine Secure Proxy
  The proxy hands on what the directory allows, and refuses the rest in its own name.
  Specification pages: integration_spine_secure_proxy; development_fhir_error_handling_guidance, Spine Secure Proxy errors.
  Skipped where the provider is called directly.

  Rule: What is allowed is handed on

    Scenario Outline: A request to <interaction> reaches the provider
      Given a consumer of the Spine Secure Proxy
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-021]

      Examples:
        | interaction    |
        | read metadata  |
        | find a patient |

  Rule: What is not allowed is refused

    Scenario: The service root URL of the directory is used unchanged
      Given a consumer of the Spine Secure Proxy
      And the service root URL is not the one in the directory
      When it sends a request to read metadata
      Then the Spine Secure Proxy refuses it with 400 ENDPOINT_ [GPC-API-022, GPC-API-177]

    Scenario Outline: A request with <header> <value> is refused
      Given a consumer of the Spine Secure Proxy
      And the request's <header> header is "<value>"
      When it sends a request to read metadata
      Then the Spine Secure Proxy refuses it with <status> <display> [<requirement>]

      Examples:
        | header   | value           | status | display                                                       | requirement |
        | Ssp-From | 999999999999    | 403    | ASID_CHECK_FAILED_MESSAGESENDER_999999999999                  | GPC-API-178 |
        | Ssp-To   | 999999999999    | 403    | PARTYKEY_INTERACTION_CHECK_FAILED_MESSAGERECEIVER_999999999999 | GPC-API-179 |
        | Accept   | application/pdf | 415    | Unsupported_Media_Type                                        | GPC-API-182 |

    Scenario: A method that the proxy does not know is refused
      Given a consumer of the Spine Secure Proxy
      And the request's HTTP method is TRACE
      When it sends a request to read metadata
      Then the Spine Secure Proxy refuses it with 405 405: Method Not Allowed [GPC-API-181]
