Feature: Content negotiation
  A request says in which format it wants its answer, and gets it in that format or not at all.
  Specification page: development_general_api_guidance.

  Rule: The answer is in the format asked for

    Scenario Outline: A request to <interaction> is answered in <format> when Accept says so
      Given a consumer asking in <format>
      When it sends a request to <interaction>
      Then the request succeeds [<requirement>]
      And the response is in <format> [<requirement>]

      Examples:
        | interaction          | format | requirement |
        | read metadata        | JSON   | GPC-API-024 |
        | read metadata        | XML    | GPC-API-025 |
        | find a patient       | JSON   | GPC-API-024 |
        | find a patient       | XML    | GPC-API-025 |
        | read a patient       | JSON   | GPC-API-024 |
        | read a patient       | XML    | GPC-API-025 |
        | find a practitioner  | JSON   | GPC-API-024 |
        | find a practitioner  | XML    | GPC-API-025 |
        | read a practitioner  | JSON   | GPC-API-024 |
        | read a practitioner  | XML    | GPC-API-025 |
        | find an organisation | JSON   | GPC-API-024 |
        | find an organisation | XML    | GPC-API-025 |
        | read an organisation | JSON   | GPC-API-024 |
        | read an organisation | XML    | GPC-API-025 |
        | read a location      | JSON   | GPC-API-024 |
        | read a location      | XML    | GPC-API-025 |

    Scenario Outline: A request to <interaction> is answered in <format> when _format says so
      Given a consumer asking in <format> by the _format parameter
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-026]
      And the response is in <format> [GPC-API-026]

      Examples:
        | interaction          | format |
        | read metadata        | JSON   |
        | read metadata        | XML    |
        | find a patient       | JSON   |
        | find a patient       | XML    |
        | read a patient       | JSON   |
        | read a patient       | XML    |
        | find a practitioner  | JSON   |
        | find a practitioner  | XML    |
        | read a practitioner  | JSON   |
        | read a practitioner  | XML    |
        | find an organisation | JSON   |
        | find an organisation | XML    |
        | read an organisation | JSON   |
        | read an organisation | XML    |
        | read a location      | JSON   |
        | read a location      | XML    |

    Scenario Outline: A request to <interaction> is answered in <format> when _format says so and Accept asks for <other>
      Given a consumer asking in <other>
      And the request has the parameter _format with the value "<media type>"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-027]
      And the response is in <format> [GPC-API-027]

      Examples:
        | interaction          | format | media type            | other |
        | read metadata        | JSON   | application/fhir+json | XML   |
        | read metadata        | XML    | application/fhir+xml  | JSON  |
        | find a patient       | JSON   | application/fhir+json | XML   |
        | find a patient       | XML    | application/fhir+xml  | JSON  |
        | read a patient       | JSON   | application/fhir+json | XML   |
        | read a patient       | XML    | application/fhir+xml  | JSON  |
        | find a practitioner  | JSON   | application/fhir+json | XML   |
        | find a practitioner  | XML    | application/fhir+xml  | JSON  |
        | read a practitioner  | JSON   | application/fhir+json | XML   |
        | read a practitioner  | XML    | application/fhir+xml  | JSON  |
        | find an organisation | JSON   | application/fhir+json | XML   |
        | find an organisation | XML    | application/fhir+xml  | JSON  |
        | read an organisation | JSON   | application/fhir+json | XML   |
        | read an organisation | XML    | application/fhir+xml  | JSON  |
        | read a location      | JSON   | application/fhir+json | XML   |
        | read a location      | XML    | application/fhir+xml  | JSON  |

    Scenario Outline: A request to <interaction> is answered in <format> when _format says so and Accept asks for what there is not
      Given a consumer asking in <format> by the _format parameter
      And the request's Accept header is "application/pdf"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-027]
      And the response is in <format> [GPC-API-027]

      Examples:
        | interaction          | format |
        | read metadata        | JSON   |
        | find a patient       | XML    |
        | read a patient       | JSON   |
        | find a practitioner  | XML    |
        | read a practitioner  | JSON   |
        | find an organisation | XML    |
        | read an organisation | JSON   |
        | read a location      | XML    |

    Scenario Outline: A request to <interaction> is answered in JSON when nothing is asked for
      Given a consumer that names no format
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-029]
      And the response is in JSON [GPC-API-029]

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

    Scenario: XML is offered, as it should be
      Given a consumer
      When it asks for the capability statement
      Then in each CapabilityStatement: [GPC-API-025]
        | FHIRPath                                     | is   |
        | format.where($this.contains('xml')).exists() | true |

    Scenario Outline: A request to <interaction> is answered alike in JSON and in XML
      Given a consumer asking in JSON
      When it sends a request to <interaction>
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-API-025]

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

    Scenario Outline: A request to <interaction> is answered alike with _format and without
      Given a consumer that names no format
      When it sends a request to <interaction>
      And it sends the same request again in JSON by the _format parameter
      Then the responses carry the same data [GPC-API-011]

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

  Rule: A format that the server does not have is refused

    Scenario Outline: A request to <interaction> with Accept: <media type> is refused
      Given a consumer
      And the request's Accept header is "<media type>"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-030]
        | status | body             | reading                                           |
        | 415    | OperationOutcome | of any code, as the error page has no row for 415 |
        | 415    | anything         | as a generic server framework may answer          |

      Examples:
        | interaction          | media type      |
        | read metadata        | application/pdf |
        | read metadata        | text/turtle     |
        | find a patient       | application/pdf |
        | find a patient       | text/turtle     |
        | read a patient       | application/pdf |
        | read a patient       | text/turtle     |
        | find a practitioner  | application/pdf |
        | find a practitioner  | text/turtle     |
        | read a practitioner  | application/pdf |
        | read a practitioner  | text/turtle     |
        | find an organisation | application/pdf |
        | find an organisation | text/turtle     |
        | read an organisation | application/pdf |
        | read an organisation | text/turtle     |
        | read a location      | application/pdf |
        | read a location      | text/turtle     |
        | register a patient   | application/pdf |
        | register a patient   | text/turtle     |

    Scenario Outline: A request to <interaction> with the _format <media type> is refused
      Given a consumer that names no format
      And the request has the parameter _format with the value "<media type>"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-030]
        | status | body             | reading                                           |
        | 415    | OperationOutcome | of any code, as the error page has no row for 415 |
        | 415    | anything         | as a generic server framework may answer          |

      Examples:
        | interaction          | media type      |
        | read metadata        | application/pdf |
        | read metadata        | text/turtle     |
        | find a patient       | application/pdf |
        | find a patient       | text/turtle     |
        | read a patient       | application/pdf |
        | read a patient       | text/turtle     |
        | find a practitioner  | application/pdf |
        | find a practitioner  | text/turtle     |
        | read a practitioner  | application/pdf |
        | read a practitioner  | text/turtle     |
        | find an organisation | application/pdf |
        | find an organisation | text/turtle     |
        | read an organisation | application/pdf |
        | read an organisation | text/turtle     |
        | read a location      | application/pdf |
        | read a location      | text/turtle     |

    Scenario Outline: A request to <interaction> with Accept: <media type> is answered
      Given a consumer
      And the request's Accept header is "<media type>"
      When it sends a request to <interaction>
      Then the request succeeds [<requirement>]

      Examples:
        | interaction          | media type                                   | requirement |
        | read metadata        | application/fhir+json                        | GPC-API-024 |
        | read metadata        | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | read metadata        | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | read metadata        | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |
        | find a patient       | application/fhir+json                        | GPC-API-024 |
        | find a patient       | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | find a patient       | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | find a patient       | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |
        | read a patient       | application/fhir+json                        | GPC-API-024 |
        | read a patient       | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | read a patient       | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | read a patient       | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |
        | find a practitioner  | application/fhir+json                        | GPC-API-024 |
        | find a practitioner  | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | find a practitioner  | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | find a practitioner  | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |
        | read a practitioner  | application/fhir+json                        | GPC-API-024 |
        | read a practitioner  | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | read a practitioner  | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | read a practitioner  | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |
        | find an organisation | application/fhir+json                        | GPC-API-024 |
        | find an organisation | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | find an organisation | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | find an organisation | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |
        | read an organisation | application/fhir+json                        | GPC-API-024 |
        | read an organisation | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | read an organisation | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | read an organisation | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |
        | read a location      | application/fhir+json                        | GPC-API-024 |
        | read a location      | application/fhir+json;charset=utf-8          | GPC-API-034 |
        | read a location      | application/fhir+json; charset=UTF-8         | GPC-API-034 |
        | read a location      | application/pdf, application/fhir+json;q=0.5 | GPC-API-001 |

  Rule: The body that is sent says what it is

    Scenario Outline: A registration whose body is said to be <media type> is refused
      Given a consumer
      And the request's Content-Type header is "<media type>"
      When it sends a request to register a patient
      Then the response is one of: [GPC-API-030]
        | status | body             | reading                                           |
        | 415    | OperationOutcome | of any code, as the error page has no row for 415 |
        | 415    | anything         | as a generic server framework may answer          |
      And a search then finds nobody [GPC-API-030]

      Examples:
        | media type      |
        | application/pdf |
        | text/turtle     |
        | text/plain      |

    Scenario: A registration whose body is said to be FHIR in JSON, with its charset in capitals, is taken
      Given a consumer
      And the request's Content-Type header is "application/fhir+json; charset=UTF-8"
      When it sends a request to register a patient
      Then the request succeeds [GPC-API-024, GPC-API-034]

  Rule: Bodies are UTF-8 and say so

    Scenario Outline: The answer to <interaction> in <format> declares UTF-8
      Given a consumer asking in <format>
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-013]
      And the response's Content-Type header matches "(?i);\s*charset=\"?utf-8\"?" [GPC-API-033]
      And the response's Content-Type header matches "^[^ ]+$" [GPC-API-035]
      And the body is UTF-8 [GPC-API-033]

      Examples:
        | interaction          | format |
        | read metadata        | JSON   |
        | read metadata        | XML    |
        | find a patient       | JSON   |
        | find a patient       | XML    |
        | read a patient       | JSON   |
        | read a patient       | XML    |
        | find a practitioner  | JSON   |
        | find a practitioner  | XML    |
        | read a practitioner  | JSON   |
        | read a practitioner  | XML    |
        | find an organisation | JSON   |
        | find an organisation | XML    |
        | read an organisation | JSON   |
        | read an organisation | XML    |
        | read a location      | JSON   |
        | read a location      | XML    |

    Scenario: A refusal declares UTF-8 as well
      Given a consumer
      When it searches for a patient by the NHS number "123"
      Then the response is the error 400 INVALID_NHS_NUMBER [GPC-API-154]
      And the response's Content-Type header matches "(?i);\s*charset=\"?utf-8\"?" [GPC-API-033]

    Scenario Outline: A request to <interaction> that asks for UTF-8 is answered
      Given a consumer
      And the request's Accept-Charset header is "utf-8"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-034]

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

  Rule: Refusals are negotiated too

    Scenario Outline: A consumer <asking> is refused in <format>
      Given a consumer <asking>
      When it searches for a patient by the NHS number "123"
      Then the response is the error 400 INVALID_NHS_NUMBER [GPC-API-154]
      And the response is in <format> [GPC-API-151]

      Examples:
        | asking                                  | format |
        | asking in JSON                          | JSON   |
        | asking in XML                           | XML    |
        | asking in JSON by the _format parameter | JSON   |
        | asking in XML by the _format parameter  | XML    |
        | that names no format                    | JSON   |

    Scenario Outline: A consumer <asking> is answered in <format>
      Given a consumer <asking>
      When it searches for the patient "registered" by NHS number
      Then the request succeeds [GPC-FND-027]
      And the response is in <format> [GPC-API-026]

      Examples:
        | asking                                  | format |
        | asking in JSON                          | JSON   |
        | asking in XML                           | XML    |
        | asking in JSON by the _format parameter | JSON   |
        | asking in XML by the _format parameter  | XML    |
        | that names no format                    | JSON   |

  Rule: The reader's language changes nothing

    Scenario Outline: A request to <interaction> is answered alike to a reader of <language>
      Given a consumer
      When it sends a request to <interaction>
      And it sends the same request again with the header Accept-Language "<language>"
      Then the responses carry the same data [GPC-API-218]

      Examples:
        | interaction    | language |
        | read metadata  | fr-FR    |
        | read metadata  | en-US    |
        | find a patient | fr-FR    |
        | find a patient | en-US    |
        | read a patient | fr-FR    |
        | read a patient | en-US    |
