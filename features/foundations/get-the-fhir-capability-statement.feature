Feature: Get the FHIR capability statement
  Before it asks for anything else, a consumer asks a server what it is able to do.
  Specification page: foundations_use_case_get_the_fhir_capability_statement.

  Rule: The capability statement is always there

    Scenario Outline: The capability statement is returned in <format>
      Given a consumer asking in <format>
      When it asks for the capability statement
      Then the response is 200 with a CapabilityStatement [GPC-FND-002, GPC-API-185]
      And the response is in <format> [GPC-FND-004]
      And every resource conforms to its GP Connect profile [GPC-FND-002]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: The capability statement is returned in <format> by the _format parameter
      Given a consumer asking in <format> by the _format parameter
      When it asks for the capability statement
      Then the response is 200 with a CapabilityStatement [GPC-FND-003, GPC-API-185]
      And the response is in <format> [GPC-FND-004]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: The capability statement is returned each time it is asked for
      Given a consumer
      When it asks for the capability statement 5 times
      Then each response is 200 with a CapabilityStatement [GPC-FND-003]

    Scenario: The capability statement says the same in JSON and in XML
      Given a consumer asking in JSON
      When it asks for the capability statement
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-004]

  Rule: The capability statement says what the server does

    Background:
      Given a consumer

    Scenario: It lists the profiles, the resources and the operation of Foundations
      When it asks for the capability statement
      Then each CapabilityStatement keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-011 | the profiles of Foundations             |
        | GPC-FND-013 | Patient is read and searched for        |
        | GPC-FND-014 | Organization is read and searched for   |
        | GPC-FND-015 | Practitioner is read and searched for   |
        | GPC-FND-016 | Location is read                        |
        | GPC-FND-019 | the operation gpc.registerpatient       |
        | GPC-API-210 | what can be updated can be read as well |

    Scenario: It names the operation as operations are named
      When it asks for the capability statement
      Then in each CapabilityStatement: [GPC-API-227]
        | FHIRPath                                                                            | is   |
        | rest.operation.where(name.contains('registerpatient')).exists()                     | true |
        | rest.operation.where(name.contains('registerpatient')).all(name.startsWith('gpc.')) | true |

    Scenario: It lists Appointment completely where it lists it
      When it asks for the capability statement
      Then in each CapabilityStatement: [GPC-FND-017]
        | FHIRPath                                                                                        | is   |
        | rest.resource.where(type = 'Appointment').all(interaction.where(code = 'read').exists())        | true |
        | rest.resource.where(type = 'Appointment').all(interaction.where(code = 'create').exists())      | true |
        | rest.resource.where(type = 'Appointment').all(interaction.where(code = 'update').exists())      | true |
        | rest.resource.where(type = 'Appointment').all(interaction.where(code = 'search-type').exists()) | true |

    Scenario: It lists the search for Slots where it lists Slot
      When it asks for the capability statement
      Then in each CapabilityStatement: [GPC-FND-018]
        | FHIRPath                                                                                 | is   |
        | rest.resource.where(type = 'Slot').all(interaction.where(code = 'search-type').exists()) | true |

    Scenario: It lists the formats in which requests succeed
      When it asks for the capability statement
      Then each CapabilityStatement keeps the rules of:
        | requirement | in short |
        | GPC-API-031 | JSON     |
      And XML is listed exactly when a request in XML succeeds [GPC-FND-008, GPC-API-031]

    Scenario: It is filled in as the example shows
      When it asks for the capability statement
      Then each CapabilityStatement keeps the rules of:
        | requirement | in short                                      |
        | GPC-FND-005 | version is that of the specification          |
        | GPC-FND-006 | fhirVersion is 3.0.1 or 3.0.2                 |
        | GPC-FND-007 | acceptUnknown is both                         |
        | GPC-FND-009 | name, status, kind, date, publisher, software |
        | GPC-FND-010 | no placeholder of the example is left         |
        | GPC-FND-012 | the mode is server                            |

    Scenario: It names a version of FHIR STU3
      When it asks for the capability statement
      Then in each CapabilityStatement: [GPC-API-262]
        | FHIRPath                                | is   |
        | fhirVersion.matches('^3[.]0[.][0-9]+$') | true |

    Scenario: What it says of the server is noted
      When it asks for the capability statement
      Then it is noted of each CapabilityStatement: [GPC-FND-020]
        | what                       | FHIRPath                                                        |
        | specification version      | version                                                         |
        | software                   | software.name                                                   |
        | software version           | software.version                                                |
        | CORS                       | rest.security.cors                                              |
        | structured record on root? | rest.operation.where(name = 'gpc.getstructuredrecord').exists() |
        | Appointments on this root? | rest.resource.where(type = 'Appointment').exists()              |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the capability statement is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it asks for the capability statement
      Then the response is the error 400 BAD_REQUEST [GPC-FND-001, <requirement>]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of another interaction the capability statement is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1"
      When it asks for the capability statement
      Then the response is the error 400 BAD_REQUEST [GPC-FND-022, GPC-API-051]
