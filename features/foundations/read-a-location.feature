Feature: Read a location
  A consumer reads a place that the practice works from, which a record refers to, by logical id.
  Specification page: foundations_use_case_read_a_location.

  Rule: A location that the practice has can be read

    Scenario Outline: The location "<role>" is read in <format>
      Given a consumer asking in <format>
      When it reads the location "<role>"
      Then the response is 200 with the Location that was asked for [GPC-FND-175]
      And the response is in <format> [GPC-FND-175]
      And the ETag is the weak form of the Location's version [GPC-FND-175]
      And every resource conforms to its GP Connect profile [GPC-FND-176, GPC-API-188]

      Examples:
        | role   | format |
        | main   | JSON   |
        | main   | XML    |
        | branch | JSON   |
        | branch | XML    |

    Scenario: Reading again gives the same location in the same version
      Given a consumer
      When it reads the location "main"
      And it sends the same request again
      Then the responses carry the same data [GPC-API-190]

    Scenario: The location is the same in JSON and in XML
      Given a consumer asking in JSON
      When it reads the location "main"
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-175]

    Scenario: The response says where the location is, if it says so, rightly
      Given a consumer
      When it reads the location "main"
      Then the response's Content-Location, where there is one, names the resource read [GPC-API-198]

    Scenario: A read on condition of a new version is answered with 304 or in full
      Given a consumer
      When it reads the location "main"
      And it sends the same request again on condition that the ETag has changed
      Then the response is one of: [GPC-API-193]
        | status | body     | reading                                              |
        | 304    | nothing  | development_fhir_api_guidance, conditional read      |
        | 200    | Location | development_fhir_api_guidance names no status for it |
      And the ETag is the same as before [GPC-API-193]

    Scenario Outline: The location "<role>" is managed by the practice that was asked
      Given a consumer
      When it reads the location "<role>"
      Then each Location's managing organisation is the practice that was asked [GPC-FND-181, GPC-FND-188, GPC-API-020]
      And every reference is relative, or absolute on the same server [GPC-API-212]
      And every reference can be read [GPC-API-213]

      Examples:
        | role   |
        | main   |
        | branch |

    Scenario: The preferred branch surgery of a patient is a location of the practice
      Given a consumer
      When it reads the preferred branch surgery of the patient "registered"
      Then the response is 200 with the Location that was asked for [GPC-FND-175, GPC-FND-190]
      And each Location's managing organisation is the practice that was asked [GPC-FND-190, GPC-FND-188]

  Rule: The Location is filled in as the page asks

    Scenario Outline: The location "<role>" read in <format> keeps the rules of the page
      Given a consumer asking in <format>
      When it reads the location "<role>"
      Then each Location keeps the rules of:
        | requirement | in short                                  |
        | GPC-FND-176 | meta.profile                              |
        | GPC-FND-177 | meta.versionId                            |
        | GPC-FND-178 | name                                      |
        | GPC-FND-179 | an address without a state                |
        | GPC-FND-180 | telecoms with system and value            |
        | GPC-FND-181 | a managing organisation                   |
        | GPC-FND-182 | no endpoint                               |
        | GPC-FND-186 | a site code without a use or type, if any |
        | GPC-API-016 | a well-formed id                          |
        | GPC-API-018 | an id                                     |
        | GPC-API-186 | a profile                                 |
        | GPC-API-189 | a version                                 |
        | GPC-API-214 | no narrative                              |
        | GPC-API-249 | security labels of the right system       |

      Examples:
        | role   | format |
        | main   | JSON   |
        | branch | JSON   |
        | main   | XML    |

    Scenario: What is known of the location is in the resource
      Given a consumer
      When it reads the location "main"
      Then each Location holds what is known of the location "main" [GPC-FND-179, GPC-FND-180, GPC-FND-183, GPC-API-235]

  Rule: An id that nothing has is not found

    Scenario Outline: An id that does not exist is not found, in <format>
      Given a consumer asking in <format>
      When it reads a location with an id that does not exist
      Then the response is the error 404 NO_RECORD_FOUND [GPC-FND-184, GPC-API-159]
      And the response is in <format> [GPC-API-151]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: An id that <what> is refused
      Given a consumer asking in JSON
      When it reads the location with the id "<id>"
      Then the response is one of: [GPC-FND-184]
        | status | body            | reading                                  |
        | 404    | NO_RECORD_FOUND | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST     | development_fhir_error_handling_guidance |

      Examples:
        | what                           | id                                                                |
        | has a character that no id has | ab$cd                                                             |
        | is longer than 64 characters   | aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the read is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it reads the location "main"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-174, <requirement>]
      And no Location is returned [GPC-FND-174]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of another read the read is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:read:organization-1"
      When it reads the location "main"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-185, GPC-API-051]
      And no Location is returned [GPC-FND-185]
