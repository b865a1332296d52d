Feature: HTTP
  GP Connect is spoken over HTTP/1.1, and its rules hold for every interaction.
  Specification pages: development_general_api_guidance, development_fhir_api_guidance, development_api_security_guidance.

  Rule: Each interaction has its verb

    Scenario Outline: <verb> is not the verb to <interaction>
      Given a consumer
      And the request's HTTP method is <verb>
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-014]
        | status | body            | reading                                                          |
        | 400    | BAD_REQUEST     | development_fhir_error_handling_guidance, malformed requests     |
        | 405    | anything        | development_fhir_api_guidance, response codes                    |
        | 501    | NOT_IMPLEMENTED | development_fhir_error_handling_guidance, internal server errors |

      Examples:
        | interaction          | verb   |
        | read metadata        | POST   |
        | read metadata        | PUT    |
        | read metadata        | DELETE |
        | find a patient       | PUT    |
        | find a patient       | DELETE |
        | read a patient       | POST   |
        | read a patient       | PUT    |
        | read a patient       | DELETE |
        | find a practitioner  | PUT    |
        | find a practitioner  | DELETE |
        | read a practitioner  | POST   |
        | read a practitioner  | PUT    |
        | read a practitioner  | DELETE |
        | find an organisation | PUT    |
        | find an organisation | DELETE |
        | read an organisation | POST   |
        | read an organisation | PUT    |
        | read an organisation | DELETE |
        | read a location      | POST   |
        | read a location      | PUT    |
        | read a location      | DELETE |

  Rule: URLs are case sensitive and percent-encoded

    Scenario: A type in lower case is not the type
      Given a consumer
      And the request's path is "/patient"
      When it sends a request to find a patient
      Then the response is one of: [GPC-API-010]
        | status | body             | reading                 |
        | 400    | BAD_REQUEST      | no page names the error |
        | 404    | OperationOutcome | no page names the error |
        | 501    | NOT_IMPLEMENTED  | no page names the error |
      And no Patient is returned [GPC-API-010]

    Scenario Outline: A search with <what> escapes finds the patient
      Given a consumer
      When it searches for a patient with the query "<query>"
      Then the request succeeds [GPC-API-012]

      Examples:
        | what       | query                                                                 |
        | upper-case | identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C{registered} |
        | lower-case | identifier=https%3a%2f%2ffhir.nhs.uk%2fId%2fnhs-number%7c{registered} |

  Rule: What a server does not know, it leaves aside

    Scenario Outline: A request to <interaction> is answered with a parameter that nobody defined
      Given a consumer
      And the request has the parameter madeUpParameter with the value "1"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-040]

      Examples:
        | interaction          |
        | read metadata        |
        | find a patient       |
        | read a patient       |
        | find a practitioner  |
        | read a practitioner  |
        | find an organisation |
        | read an organisation |
        | read a location      |

    Scenario: A search says in its self link which parameters it used
      Given a consumer
      And the request has the parameter madeUpParameter with the value "1"
      When it sends a request to find a patient
      Then in each Bundle: [GPC-API-040]
        | FHIRPath                                                                 | is   |
        | link.where(relation = 'self').url.all(contains('madeUpParameter').not()) | true |
        | link.where(relation = 'self').url.all(contains('identifier'))            | true |

    Scenario Outline: A request to <interaction> is answered with header names in lower case
      Given a consumer
      And the request's header names are in lower case
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-001]

      Examples:
        | interaction          |
        | read metadata        |
        | find a patient       |
        | read a patient       |
        | find a practitioner  |
        | read a practitioner  |
        | find an organisation |
        | read an organisation |
        | read a location      |

  Rule: A response is whole, dated, and not to be stored

    Scenario Outline: The response to <interaction> is framed and dated as HTTP has it
      Given a consumer
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-013]
      And the response says how long its body is [GPC-API-001]
      And the response's Date is within 60 seconds of this machine's clock [GPC-API-095]

      Examples:
        | interaction          |
        | read metadata        |
        | find a patient       |
        | read a patient       |
        | find a practitioner  |
        | read a practitioner  |
        | find an organisation |
        | read an organisation |
        | read a location      |

    Scenario Outline: The response to <interaction> is not to be stored
      Given a consumer
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-013]
      And the response is not to be stored [GPC-API-038, GPC-API-039]

      Examples:
        | interaction          |
        | read metadata        |
        | find a patient       |
        | read a patient       |
        | find a practitioner  |
        | read a practitioner  |
        | find an organisation |
        | read an organisation |
        | read a location      |

    Scenario: An empty search result is not to be stored
      Given a consumer
      When it searches for the patient "unknown" by NHS number
      Then the response is 200 with an empty searchset Bundle [GPC-API-231]
      And the response is not to be stored [GPC-API-038, GPC-API-039]

    Scenario: A refused search is not to be stored
      Given a consumer
      When it searches for a patient by the NHS number "123"
      Then the response is the error 400 INVALID_NHS_NUMBER [GPC-API-154]
      And the response is not to be stored [GPC-API-038, GPC-API-039]

    Scenario: The answer for a record that is not there is not to be stored
      Given a consumer
      When it reads a patient with an id that does not exist
      Then the response is the error 404 PATIENT_NOT_FOUND [GPC-API-157]
      And the response is not to be stored [GPC-API-038, GPC-API-039]

    Scenario: A refusal for its format is not to be stored
      Given a consumer
      And the request's Accept header is "application/pdf"
      When it sends a request to read metadata
      Then the response is one of: [GPC-API-030]
        | status | body     | reading                          |
        | 415    | anything | development_general_api_guidance |
      And the response is not to be stored [GPC-API-038, GPC-API-039]

    Scenario: HTTPS is made to stay
      Given a consumer
      When it asks for the capability statement
      Then the request succeeds [GPC-API-185]
      And Strict-Transport-Security is sent over HTTPS and not in clear text [GPC-API-003]

  Rule: Bodies are compressed when that is asked for

    Scenario Outline: The response to <interaction> is compressed when gzip is asked for
      Given a consumer
      And the request's Accept-Encoding header is "identity"
      When it sends a request to <interaction>
      And it sends the same request again with the header Accept-Encoding "gzip"
      Then the response is compressed with gzip, unless it is small [GPC-API-037]
      And the responses carry the same data [GPC-API-037]

      Examples:
        | interaction          |
        | read metadata        |
        | find a patient       |
        | read a patient       |
        | find a practitioner  |
        | read a practitioner  |
        | find an organisation |
        | read an organisation |
        | read a location      |

    Scenario Outline: The response to <interaction> is not compressed when identity is asked for
      Given a consumer
      And the request's Accept-Encoding header is "identity"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-013]
      And the response has no Content-Encoding header [GPC-API-037]

      Examples:
        | interaction    |
        | read metadata  |
        | find a patient |

    Scenario: A compressed body in XML is the same as one in JSON
      Given a consumer asking in JSON
      And the request's Accept-Encoding header is "gzip"
      When it sends a request to find a patient
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-API-037]

  Rule: A read names the version that it returns

    Scenario Outline: A read in <format> has the version as its weak ETag
      Given a consumer asking in <format>
      When it reads the patient "registered"
      Then the response is 200 with the Patient that was found [GPC-API-197]
      And the ETag is the weak form of the Patient's version [GPC-API-191, GPC-API-192]
      And the response's Content-Type header matches "^application/fhir" [GPC-API-198]

      Examples:
        | format |
        | JSON   |
        | XML    |

  Rule: The service root URL tells FHIR's and GP Connect's version

    Scenario: The service root URL has the form of the specification
      Given a consumer
      When it asks for the capability statement
      Then the service root URL names the practice, STU3 and the major version of the capability statement [GPC-API-004, GPC-API-005, GPC-API-006]
      And the service root URL does not end with a slash [GPC-API-008]
      And the service root URL is that of the practice and holds no more [GPC-API-258]
