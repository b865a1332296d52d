Feature: Appointments
  What holds for each of the six interactions: headers, interaction IDs, methods, formats, caching.
  Specification pages: appointments, development_fhir_error_handling_guidance, development_general_api_guidance.

  Rule: Each interaction has its headers

    Scenario Outline: A sound request to <interaction> is answered in <format>
      Given a consumer asking in <format>
      When it sends a request to <interaction>
      Then the request succeeds [<requirement>]
      And the response is in <format> [<requirement>]
      And the response is not to be stored [GPC-APT-018]

      Examples:
        | interaction                       | format | requirement |
        | search for free slots             | JSON   | GPC-APT-013 |
        | search for free slots             | XML    | GPC-APT-014 |
        | book an appointment               | JSON   | GPC-APT-013 |
        | book an appointment               | XML    | GPC-APT-014 |
        | read an appointment               | JSON   | GPC-APT-013 |
        | read an appointment               | XML    | GPC-APT-014 |
        | retrieve a patient's appointments | JSON   | GPC-APT-013 |
        | retrieve a patient's appointments | XML    | GPC-APT-014 |
        | amend an appointment              | JSON   | GPC-APT-013 |
        | amend an appointment              | XML    | GPC-APT-014 |
        | cancel an appointment             | JSON   | GPC-APT-013 |
        | cancel an appointment             | XML    | GPC-APT-014 |

    Scenario Outline: Without <header> a request to <interaction> is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [GPC-APT-009]

      Examples:
        | interaction                       | header            |
        | search for free slots             | Ssp-TraceID       |
        | search for free slots             | Ssp-From          |
        | search for free slots             | Ssp-To            |
        | search for free slots             | Ssp-InteractionID |
        | book an appointment               | Ssp-TraceID       |
        | book an appointment               | Ssp-From          |
        | book an appointment               | Ssp-To            |
        | book an appointment               | Ssp-InteractionID |
        | read an appointment               | Ssp-TraceID       |
        | read an appointment               | Ssp-From          |
        | read an appointment               | Ssp-To            |
        | read an appointment               | Ssp-InteractionID |
        | retrieve a patient's appointments | Ssp-TraceID       |
        | retrieve a patient's appointments | Ssp-From          |
        | retrieve a patient's appointments | Ssp-To            |
        | retrieve a patient's appointments | Ssp-InteractionID |
        | amend an appointment              | Ssp-TraceID       |
        | amend an appointment              | Ssp-From          |
        | amend an appointment              | Ssp-To            |
        | amend an appointment              | Ssp-InteractionID |
        | cancel an appointment             | Ssp-TraceID       |
        | cancel an appointment             | Ssp-From          |
        | cancel an appointment             | Ssp-To            |
        | cancel an appointment             | Ssp-InteractionID |

    Scenario Outline: Without a token a request to <interaction> is refused
      Given a consumer asking in JSON
      And the request's Authorization header is missing
      When it sends a request to <interaction>
      Then the response is one of: [GPC-APT-009]
        | status | body        | reading                                  |
        | 400    | BAD_REQUEST | development_fhir_error_handling_guidance |
        | 401    | anything    | RFC 6750, section 3.1                    |

      Examples:
        | interaction                       |
        | search for free slots             |
        | book an appointment               |
        | read an appointment               |
        | retrieve a patient's appointments |
        | amend an appointment              |
        | cancel an appointment             |

    Scenario Outline: A request to <interaction> with <other> is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "<id>"
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [GPC-APT-010]

      Examples:
        | interaction                       | other                   | id                                                              |
        | search for free slots             | the ID of another       | urn:nhs:names:services:gpconnect:fhir:rest:read:appointment-1   |
        | book an appointment               | the ID of another       | urn:nhs:names:services:gpconnect:fhir:rest:update:appointment-1 |
        | read an appointment               | the ID of another       | urn:nhs:names:services:gpconnect:fhir:rest:search:slot-1        |
        | retrieve a patient's appointments | the ID of another       | urn:nhs:names:services:gpconnect:fhir:rest:read:appointment-1   |
        | amend an appointment              | the ID of another       | urn:nhs:names:services:gpconnect:fhir:rest:read:appointment-1   |
        | cancel an appointment             | the ID of another       | urn:nhs:names:services:gpconnect:fhir:rest:create:appointment-1 |
        | search for free slots             | an ID that there is not | urn:nhs:names:services:gpconnect:fhir:rest:read:made-up-1       |
        | book an appointment               | an ID that there is not | urn:nhs:names:services:gpconnect:fhir:rest:read:made-up-1       |
        | read an appointment               | an ID that there is not | urn:nhs:names:services:gpconnect:fhir:rest:read:made-up-1       |
        | retrieve a patient's appointments | an ID that there is not | urn:nhs:names:services:gpconnect:fhir:rest:read:made-up-1       |
        | amend an appointment              | an ID that there is not | urn:nhs:names:services:gpconnect:fhir:rest:read:made-up-1       |
        | cancel an appointment             | an ID that there is not | urn:nhs:names:services:gpconnect:fhir:rest:read:made-up-1       |

    Scenario Outline: A request to <interaction> by <method> is refused
      Given a consumer asking in JSON
      And the request's HTTP method is <method>
      When it sends a request to <interaction>
      Then the response is one of: [GPC-APT-011]
        | status | body            | reading                                  |
        | 400    | BAD_REQUEST     | development_fhir_error_handling_guidance |
        | 405    | anything        | the FHIR page lists the status           |
        | 501    | NOT_IMPLEMENTED | the error page                           |

      Examples:
        | interaction                       | method |
        | search for free slots             | POST   |
        | read an appointment               | DELETE |
        | retrieve a patient's appointments | POST   |
        | book an appointment               | PUT    |

  Rule: A practice switches appointments on and off by themselves

    Scenario Outline: Where appointments are switched off, a request to <interaction> is refused
      Given a consumer asking in JSON
      And the practice "appointments-off"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-APT-038]
        | status | body             | reading                                                             |
        | 403    | ACCESS DENIED    | development_fhir_error_handling_guidance, for another capability    |
        | 4xx    | OperationOutcome | development_api_non_functional_requirements: the page names no code |

      Examples:
        | interaction                       |
        | search for free slots             |
        | book an appointment               |
        | read an appointment               |
        | retrieve a patient's appointments |
        | amend an appointment              |
        | cancel an appointment             |

    Scenario: Where appointments are switched off, the rest is served
      Given a consumer asking in JSON
      And the practice "appointments-off"
      When it sends a request to find a patient
      Then the response is one of: [GPC-APT-038]
        | status | body   | reading                                            |
        | 200    | Bundle | whether the patient is one of that practice or not |

  Rule: The token is for the interaction

    Scenario Outline: Whether a request to <interaction> with another scope is served is noted
      Given a consumer asking in JSON
      And the token's claim requested_scope is the JSON "<scope>"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-APT-008]
        | status | body             | reading                    |
        | 200    | anything         | the scope is not looked at |
        | 403    | OperationOutcome | the scope does not fit     |
        | 400    | OperationOutcome | the scope does not fit     |

      Examples:
        | interaction           | scope               |
        | search for free slots | patient/*.read      |
        | read an appointment   | organization/*.read |

  Rule: The format is the one asked for

    Scenario Outline: A request to <interaction> has _format win over Accept
      Given a consumer asking in JSON by the _format parameter
      And the request's Accept header is "application/fhir+xml"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-APT-015]
      And the response is in JSON [GPC-APT-015]

      Examples:
        | interaction                       |
        | search for free slots             |
        | book an appointment               |
        | read an appointment               |
        | retrieve a patient's appointments |
        | amend an appointment              |
        | cancel an appointment             |

    Scenario Outline: Without a format asked for, a request to <interaction> is answered in JSON
      Given a consumer that names no format
      When it sends a request to <interaction>
      Then the request succeeds [GPC-APT-016]
      And the response is in JSON [GPC-APT-016]

      Examples:
        | interaction                       |
        | search for free slots             |
        | book an appointment               |
        | read an appointment               |
        | retrieve a patient's appointments |
        | amend an appointment              |
        | cancel an appointment             |

    Scenario Outline: Without Accept a request in XML to <interaction> is answered in XML
      Given a consumer asking in XML
      And the request's Accept header is missing
      When it sends a request to <interaction>
      Then the request succeeds [GPC-APT-016]
      And the response is in XML [GPC-APT-016]

      Examples:
        | interaction           |
        | book an appointment   |
        | amend an appointment  |
        | cancel an appointment |

    Scenario Outline: A request to <interaction> for another format is refused
      Given a consumer asking in JSON
      And the request's Accept header is "text/csv"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-APT-017]
        | status | body     | reading                          |
        | 415    | anything | development_general_api_guidance |

      Examples:
        | interaction                       |
        | search for free slots             |
        | book an appointment               |
        | read an appointment               |
        | retrieve a patient's appointments |
        | amend an appointment              |
        | cancel an appointment             |

    Scenario Outline: A request to <interaction> in another format is refused
      Given a consumer asking in JSON
      And the request's Content-Type header is "text/plain"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-APT-017]
        | status | body     | reading                          |
        | 415    | anything | development_general_api_guidance |

      Examples:
        | interaction           |
        | book an appointment   |
        | amend an appointment  |
        | cancel an appointment |

    Scenario: A search result is compressed where gzip is taken
      Given a consumer asking in JSON
      And the request's Accept-Encoding header is "gzip"
      When it sends a request to search for free slots
      Then the request succeeds [GPC-APT-019]
      And the response is compressed with gzip, unless it is small [GPC-APT-019]

  Rule: The capability statement says what the provider does

    Scenario: The capability statement describes appointments
      Given a consumer
      When it asks for the capability statement
      Then each CapabilityStatement keeps the rules of:
        | requirement | in short                  |
        | GPC-APT-288 | formats                   |
        | GPC-APT-290 | Appointment               |
        | GPC-APT-291 | Slot                      |
        | GPC-APT-293 | what appointments lean on |
      And each CapabilityStatement keeps the rules of:
        | requirement | in short                  |
        | GPC-APT-292 | search parameters of Slot |
      And in each CapabilityStatement: [GPC-API-009]
        | FHIRPath                                                                                              | is   |
        | rest.resource.where(type = 'Patient').exists() and rest.resource.where(type = 'Appointment').exists() | true |

    Scenario: The capability statement lists the profiles
      Given a consumer
      When it asks for the capability statement
      Then in each CapabilityStatement: [GPC-APT-289]
        | FHIRPath                                                                                                                                                         | is   |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Appointment-1')).exists()        | true |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Schedule-1')).exists()           | true |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Slot-1')).exists()               | true |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1')).exists()   | true |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1')).exists()      | true |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Organization-1')).exists() | true |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Practitioner-1')).exists() | true |
        | (profile.reference \| rest.resource.profile.reference).where(startsWith('https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Location-1')).exists()     | true |
