Feature: Find an organisation
  A consumer turns an ODS code into the organisation's resource at the practice.
  Specification page: foundations_use_case_find_an_organisation.

  Rule: An organisation is found by ODS code

    Scenario Outline: The organisation "<role>" is found, in <format>
      Given a consumer asking in <format>
      When it searches for the organisation "<role>" by ODS code
      Then the response is 200 with a searchset Bundle of 1 Organization [GPC-FND-144, GPC-API-202]
      And the response is in <format> [GPC-FND-144]
      And each Organization has the ODS code of the organisation "<role>" [GPC-FND-144, GPC-FND-154]

      Examples:
        | role           | format |
        | practice       | JSON   |
        | practice       | XML    |
        | other-practice | JSON   |
        | other-practice | XML    |

    Scenario: The organisation is the same in JSON and in XML
      Given a consumer asking in JSON
      When it searches for the organisation "practice" by ODS code
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-144]

    Scenario: Searching again finds the same organisation in the same version
      Given a consumer
      When it searches for the organisation "practice" by ODS code
      And it sends the same request again
      Then the responses carry the same data [GPC-API-017, GPC-API-190]

    Scenario: The ODS code stands under its own identifier system
      Given a consumer
      When it searches for the organisation "practice" by ODS code
      Then in each Organization: [GPC-FND-187]
        | FHIRPath                                                                                                                | is   |
        | identifier.where(system.contains('ods-organization-code')).all(system = 'https://fhir.nhs.uk/Id/ods-organization-code') | true |
        | identifier.where(system = 'https://fhir.nhs.uk/Id/ods-organization-code').exists()                                      | true |

    Scenario: The ODS code of the service root URL finds the practice, and nothing else
      Given a consumer
      When it searches for the organisation "practice" by ODS code
      Then the response is 200 with a searchset Bundle of 1 Organization [GPC-FND-145, GPC-FND-188, GPC-API-007]
      And each Organization is the practice that was asked [GPC-FND-145, GPC-FND-188, GPC-API-007]

  Rule: The Organization is filled in as the page asks

    Scenario Outline: The organisation "<role>" found in <format> keeps the rules of the page
      Given a consumer asking in <format>
      When it searches for the organisation "<role>" by ODS code
      Then every resource conforms to its GP Connect profile [GPC-FND-152, GPC-API-188]
      And each Organization keeps the rules of:
        | requirement | in short                            |
        | GPC-FND-152 | meta.profile                        |
        | GPC-FND-153 | meta.versionId                      |
        | GPC-FND-154 | one ODS code, without a use or type |
        | GPC-FND-155 | name                                |
        | GPC-FND-156 | addresses without a state           |
        | GPC-FND-157 | telecoms with system and value      |
        | GPC-FND-158 | no contact                          |
        | GPC-FND-159 | no endpoint                         |
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
      When it searches for the organisation "practice" by ODS code
      Then each Organization holds what is known of the organisation "practice" [GPC-FND-156, GPC-FND-157, GPC-FND-160, GPC-API-235]

    Scenario: The entries of the search result have no fullUrl
      Given a consumer
      When it searches for the organisation "practice" by ODS code
      Then each Bundle keeps the rules of:
        | requirement | in short   |
        | GPC-FND-151 | no fullUrl |
        | GPC-API-246 | no fullUrl |

    Scenario: The profile of the organisation is listed in the capability statement
      Given a consumer
      When it searches for the organisation "practice" by ODS code
      Then every profile declared is listed in the capability statement [GPC-API-187]

  Rule: Finding nothing is no error

    Scenario Outline: An ODS code that nobody has here finds nothing, in <format>
      Given a consumer asking in <format>
      When it searches for the organisation "unknown" by ODS code
      Then the response is 200 with an empty searchset Bundle [GPC-FND-146, GPC-API-231]
      And no Organization is returned [GPC-FND-146]

      Examples:
        | format |
        | JSON   |
        | XML    |

  Rule: The identifier is an ODS code under its own system

    Scenario Outline: Another identifier system is refused in <format>
      Given a consumer asking in <format>
      When it searches for an organisation with:
        | parameter  | value                                           |
        | identifier | https://fhir.example.org/Id/unknown\|{practice} |
      Then the response is the error 400 INVALID_IDENTIFIER_SYSTEM [GPC-FND-147, GPC-API-152]
      And the response is in <format> [GPC-API-151]
      And no Organization is returned [GPC-FND-147]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: The same search under the ODS code's own system is answered in <format>
      Given a consumer asking in <format>
      When it searches for an organisation with:
        | parameter  | value                                                    |
        | identifier | https://fhir.nhs.uk/Id/ods-organization-code\|{practice} |
      Then the response is 200 with a searchset Bundle of 1 Organization [GPC-FND-144]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: Whether <what> is known to the provider is noted
      Given a consumer
      When it searches for an organisation with:
        | parameter  | value                |
        | identifier | <system>\|{practice} |
      Then the response is one of: [GPC-FND-150]
        | status | body                      | reading                               |
        | 400    | INVALID_IDENTIFIER_SYSTEM | the provider does not know the system |
        | 200    | Bundle of 1 Organization  | the provider knows further systems    |
        | 200    | empty Bundle              | the provider knows further systems    |

      Examples:
        | what                           | system                                       |
        | the system of the 0.x releases | http://fhir.nhs.net/Id/ods-organization-code |
        | the system of site codes       | https://fhir.nhs.uk/Id/ods-site-code         |

    Scenario: An empty value is refused
      Given a consumer asking in JSON
      When it searches for an organisation by the ODS code ""
      Then the response is one of: [GPC-FND-148, GPC-API-153]
        | status | body                     | reading                                   |
        | 400    | INVALID_IDENTIFIER_VALUE | development_fhir_error_handling_guidance  |
        | 400    | BAD_REQUEST              | the page does not speak of an empty value |
        | 422    | INVALID_PARAMETER        | the page does not speak of an empty value |
      And no Organization is returned [GPC-FND-148]

    Scenario Outline: A value <what> finds nothing
      Given a consumer asking in JSON
      When it searches for an organisation by the ODS code "<value>"
      Then the response is one of: [GPC-FND-148, GPC-API-153]
        | status | body                     | reading                                                 |
        | 400    | INVALID_IDENTIFIER_VALUE | development_fhir_error_handling_guidance                |
        | 200    | empty Bundle             | the provider has no rule for the structure of the value |
      And no Organization is returned [GPC-FND-148]

      Examples:
        | what                   | value  |
        | with a blank in it     | A1 2B3 |
        | with a pipe more in it | A\|B   |
        | with an asterisk       | *      |

    Scenario: A search without an identifier is refused
      Given a consumer asking in JSON
      When it searches for an organisation without any parameter
      Then the response is one of: [GPC-FND-149]
        | status | body                      | reading                                  |
        | 400    | BAD_REQUEST               | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER         | access_documents_use_case_find_a_patient |
        | 400    | INVALID_IDENTIFIER_SYSTEM | development_fhir_error_handling_guidance |
      And no Organization is returned [GPC-FND-149]

    Scenario Outline: A value <what> finds nothing but its organisation
      Given a consumer asking in JSON
      When it searches for an organisation with:
        | parameter  | value   |
        | identifier | <value> |
      Then the response is one of: [GPC-FND-149]
        | status | body                      | reading                                             |
        | 400    | BAD_REQUEST               | development_fhir_error_handling_guidance            |
        | 422    | INVALID_PARAMETER         | access_documents_use_case_find_a_patient            |
        | 400    | INVALID_IDENTIFIER_SYSTEM | development_fhir_error_handling_guidance            |
        | 200    | Bundle of 1 Organization  | a FHIR token search allows a value without a system |
      And no Organization but "practice" is returned [GPC-FND-149]

      Examples:
        | what                 | value        |
        | without a system     | {practice}   |
        | with an empty system | \|{practice} |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the search is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it searches for the organisation "practice" by ODS code
      Then the response is the error 400 BAD_REQUEST [GPC-FND-142, <requirement>]
      And no Organization is returned [GPC-FND-142]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of a read the search is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:read:organization-1"
      When it searches for the organisation "practice" by ODS code
      Then the response is the error 400 BAD_REQUEST [GPC-FND-142, GPC-API-051]
      And no Organization is returned [GPC-FND-142]
