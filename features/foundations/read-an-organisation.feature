Feature: Read an organisation
  A consumer reads the resource of an organisation that it has found before, or that a record refers to, by logical id.
  Specification page: foundations_use_case_read_an_organisation.

  Rule: An organisation that was found can be read

    Scenario Outline: The organisation "<role>" is read in <format>
      Given a consumer asking in <format>
      When it reads the organisation "<role>"
      Then the response is 200 with the Organization that was found [GPC-FND-162]
      And the response is in <format> [GPC-FND-162]
      And the ETag is the weak form of the Organization's version [GPC-FND-162]
      And every resource conforms to its GP Connect profile [GPC-FND-165, GPC-API-188]

      Examples:
        | role           | format |
        | practice       | JSON   |
        | practice       | XML    |
        | other-practice | JSON   |
        | other-practice | XML    |

    Scenario: Find and read give the same organisation
      Given a consumer
      When it reads the organisation "practice"
      Then the Organization is the same as the one found [GPC-FND-162]
      And the Organization has the version of the one found [GPC-FND-166, GPC-FND-153]

    Scenario: What was read has the ODS code of the organisation
      Given a consumer
      When it reads the organisation "practice"
      Then each Organization has the ODS code of the organisation "practice" [GPC-FND-162, GPC-FND-167]

    Scenario: Reading again gives the same organisation in the same version
      Given a consumer
      When it reads the organisation "practice"
      And it sends the same request again
      Then the responses carry the same data [GPC-API-190]

    Scenario: The organisation is the same in JSON and in XML
      Given a consumer asking in JSON
      When it reads the organisation "practice"
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-162]

    Scenario: The response says where the organisation is, if it says so, rightly
      Given a consumer
      When it reads the organisation "practice"
      Then the response's Content-Location, where there is one, names the resource read [GPC-API-198]

    Scenario: A read on condition of a new version is answered with 304 or in full
      Given a consumer
      When it reads the organisation "practice"
      And it sends the same request again on condition that the ETag has changed
      Then the response is one of: [GPC-API-193]
        | status | body         | reading                                              |
        | 304    | nothing      | development_fhir_api_guidance, conditional read      |
        | 200    | Organization | development_fhir_api_guidance names no status for it |
      And the ETag is the same as before [GPC-API-193]

  Rule: The Organization is filled in as the page asks

    Scenario Outline: The organisation "<role>" read in <format> keeps the rules of the page
      Given a consumer asking in <format>
      When it reads the organisation "<role>"
      Then each Organization keeps the rules of:
        | requirement | in short                            |
        | GPC-FND-165 | meta.profile                        |
        | GPC-FND-166 | meta.versionId                      |
        | GPC-FND-167 | one ODS code, without a use or type |
        | GPC-FND-168 | name                                |
        | GPC-FND-169 | addresses without a state           |
        | GPC-FND-170 | telecoms with system and value      |
        | GPC-FND-171 | no contact                          |
        | GPC-FND-172 | no endpoint                         |
        | GPC-API-016 | a well-formed id                    |
        | GPC-API-018 | an id                               |
        | GPC-API-186 | a profile                           |
        | GPC-API-189 | a version                           |
        | GPC-API-214 | no narrative                        |
        | GPC-API-249 | security labels of the right system |

      Examples:
        | role           | format |
        | practice       | JSON   |
        | other-practice | JSON   |
        | practice       | XML    |

    Scenario: What is known of the organisation is in the resource
      Given a consumer
      When it reads the organisation "practice"
      Then each Organization holds what is known of the organisation "practice" [GPC-FND-169, GPC-FND-170, GPC-FND-173, GPC-API-235]

  Rule: An id that nothing has is not found

    Scenario Outline: An id that does not exist is not found, in <format>
      Given a consumer asking in <format>
      When it reads an organisation with an id that does not exist
      Then the response is the error 404 ORGANISATION_NOT_FOUND [GPC-FND-163, GPC-API-156]
      And the response is in <format> [GPC-API-151]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: An id that <what> is refused
      Given a consumer asking in JSON
      When it reads the organisation with the id "<id>"
      Then the response is one of: [GPC-FND-163]
        | status | body                   | reading                                  |
        | 404    | ORGANISATION_NOT_FOUND | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST            | development_fhir_error_handling_guidance |

      Examples:
        | what                           | id                                                                |
        | has a character that no id has | ab$cd                                                             |
        | is longer than 64 characters   | aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the read is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it reads the organisation "practice"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-161, <requirement>]
      And no Organization is returned [GPC-FND-161]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of a search the read is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:search:organization-1"
      When it reads the organisation "practice"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-164, GPC-API-051]
      And no Organization is returned [GPC-FND-164]
