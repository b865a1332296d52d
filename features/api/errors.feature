Feature: Errors
  A provider that does not do what it was asked says so with a status, a code that can be acted on, and words that help.
  Specification page: development_fhir_error_handling_guidance.

  Rule: An error is told in an OperationOutcome of GP Connect

    Scenario Outline: <what> is answered with <status> <code> in <format>
      Given a consumer asking in <format>
      When it searches for a patient with:
        | parameter  | value        |
        | identifier | <identifier> |
      Then the response is the error <status> <code> [<requirement>, GPC-API-145]
      And each OperationOutcome keeps the rules of:
        | requirement | in short                               |
        | GPC-API-145 | the profile of GP Connect              |
        | GPC-API-146 | severity error                         |
        | GPC-API-147 | an issue type                          |
        | GPC-API-148 | code and display of the Spine code set |
        | GPC-API-150 | diagnostics                            |
      And the response is in <format> [GPC-API-151]

      Examples:
        | what                           | identifier                                      | status | code                      | format | requirement |
        | A number that is no NHS number | https://fhir.nhs.uk/Id/nhs-number\|9999999990   | 400    | INVALID_NHS_NUMBER        | JSON   | GPC-API-154 |
        | A number that is no NHS number | https://fhir.nhs.uk/Id/nhs-number\|9999999990   | 400    | INVALID_NHS_NUMBER        | XML    | GPC-API-154 |
        | An identifier system unknown   | https://fhir.example.org/Id/unknown\|9999999999 | 400    | INVALID_IDENTIFIER_SYSTEM | JSON   | GPC-API-152 |
        | An identifier system unknown   | https://fhir.example.org/Id/unknown\|9999999999 | 400    | INVALID_IDENTIFIER_SYSTEM | XML    | GPC-API-152 |

    Scenario Outline: A right search is answered in <format> with no OperationOutcome
      Given a consumer asking in <format>
      When it searches for the patient "registered" by NHS number
      Then the request succeeds [GPC-FND-027]
      And no OperationOutcome is returned [GPC-FND-027]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: A read of nothing is answered with 404 PATIENT_NOT_FOUND in <format>
      Given a consumer asking in <format>
      When it reads a patient with an id that does not exist
      Then the response is the error 404 PATIENT_NOT_FOUND [GPC-API-157, GPC-API-145]
      And each OperationOutcome keeps the rules of:
        | requirement | in short                               |
        | GPC-API-145 | the profile of GP Connect              |
        | GPC-API-146 | severity error                         |
        | GPC-API-147 | an issue type                          |
        | GPC-API-148 | code and display of the Spine code set |
        | GPC-API-150 | diagnostics                            |
      And the response is in <format> [GPC-API-151]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: A malformed request is answered with 400 BAD_REQUEST in <format>
      Given a consumer asking in <format>
      And the request's Ssp-TraceID header is missing
      When it searches for the patient "registered" by NHS number
      Then the response is the error 400 BAD_REQUEST [GPC-API-168, GPC-API-145]
      And each OperationOutcome keeps the rules of:
        | requirement | in short                               |
        | GPC-API-145 | the profile of GP Connect              |
        | GPC-API-146 | severity error                         |
        | GPC-API-147 | an issue type                          |
        | GPC-API-148 | code and display of the Spine code set |
        | GPC-API-150 | diagnostics                            |
      And the response is in <format> [GPC-API-151]

      Examples:
        | format |
        | JSON   |
        | XML    |

  Rule: What finds nothing is no error

    Scenario: A search for a patient who is not there has an empty result
      Given a consumer
      When it searches for the patient "unknown" by NHS number
      Then the response is 200 with an empty searchset Bundle [GPC-API-231, GPC-API-202]
      And no OperationOutcome is returned [GPC-API-231]

  Rule: What the server does not implement is said so

    Scenario: A resource type that GP Connect does not have is refused
      Given a consumer
      And the request's path is "/Basic/1"
      When it sends a request to read metadata
      Then the response is one of: [GPC-API-170, GPC-API-175]
        | status | body            | reading                                  |
        | 501    | NOT_IMPLEMENTED | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST     | no interaction ID can match the request  |

    Scenario: A path that GP Connect has is served
      Given a consumer
      And the request's path is "/metadata"
      When it sends a request to read metadata
      Then the request succeeds [GPC-FND-002]

  Rule: A record that cannot be told in full is not told at all

    Scenario: A patient whose record lacks what the profile requires is answered with 500
      Given a consumer asking in JSON
      When it searches for the patient "incomplete" by NHS number
      Then the response is the error 500 INTERNAL_SERVER_ERROR [GPC-API-217, GPC-API-171]
      And the response has diagnostics [GPC-API-173]
      And no Patient is returned [GPC-API-217]

    Scenario: Read by its id, such a record is answered with 500 too
      Given a consumer
      When it reads the patient "incomplete" by the id in the test data
      Then the response is the error 500 INTERNAL_SERVER_ERROR [GPC-API-216]
      And no Patient is returned [GPC-API-216]

    Scenario: A record that is complete is told
      Given a consumer
      When it reads the patient "registered"
      Then the response is 200 with the Patient that was found [GPC-FND-070]
