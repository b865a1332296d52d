Feature: Find a practitioner
  A consumer turns an SDS user id into the practitioner's resource at the practice.
  Specification page: foundations_use_case_find_a_practitioner.

  Rule: A practitioner is found by SDS user id

    Scenario Outline: The practitioner "<role>" is found, in <format>
      Given a consumer asking in <format>
      When it searches for the practitioner "<role>" by SDS user id
      Then the response is 200 with a searchset Bundle of 1 Practitioner [GPC-FND-103, GPC-API-202]
      And the response is in <format> [GPC-FND-103]
      And each Practitioner has the SDS user id of the practitioner "<role>" [GPC-FND-103, GPC-FND-112]

      Examples:
        | role                 | format |
        | gp                   | JSON   |
        | gp                   | XML    |
        | nurse                | JSON   |
        | nurse                | XML    |
        | without-role-profile | JSON   |
        | without-role-profile | XML    |

    Scenario: The practitioner is the same in JSON and in XML
      Given a consumer asking in JSON
      When it searches for the practitioner "gp" by SDS user id
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-103]

    Scenario: Searching again finds the same practitioner in the same version
      Given a consumer
      When it searches for the practitioner "gp" by SDS user id
      And it sends the same request again
      Then the responses carry the same data [GPC-API-017, GPC-API-190]

    Scenario: The SDS user id stands under its own identifier system
      Given a consumer
      When it searches for the practitioner "gp" by SDS user id
      Then in each Practitioner: [GPC-FND-187]
        | FHIRPath                                                                                            | is   |
        | identifier.where(system.contains('sds-user-id')).all(system = 'https://fhir.nhs.uk/Id/sds-user-id') | true |
        | identifier.where(system = 'https://fhir.nhs.uk/Id/sds-user-id').exists()                            | true |

  Rule: The Practitioner is filled in as the page asks

    Scenario Outline: The practitioner "<role>" found in <format> keeps the rules of the page
      Given a consumer asking in <format>
      When it searches for the practitioner "<role>" by SDS user id
      Then every resource conforms to its GP Connect profile [GPC-FND-110, GPC-API-188]
      And each Practitioner keeps the rules of:
        | requirement | in short                               |
        | GPC-FND-110 | meta.profile                           |
        | GPC-FND-111 | meta.versionId                         |
        | GPC-FND-112 | one SDS user id, without a use or type |
        | GPC-FND-113 | one name                               |
        | GPC-FND-115 | a family name, or the name as text     |
        | GPC-FND-117 | languages as an extension              |
        | GPC-FND-118 | no telecom                             |
        | GPC-FND-119 | no address                             |
        | GPC-FND-120 | no birthDate                           |
        | GPC-FND-121 | no photo                               |
        | GPC-FND-122 | no qualification                       |
        | GPC-API-016 | a well-formed id                       |
        | GPC-API-018 | an id                                  |
        | GPC-API-186 | a profile                              |
        | GPC-API-189 | a version                              |
        | GPC-API-214 | no narrative                           |
        | GPC-API-249 | security labels of the right system    |
      And since version 1.6, each Practitioner keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-114 | no text of a name that is held in parts |

      Examples:
        | role                 | format |
        | gp                   | JSON   |
        | nurse                | JSON   |
        | without-role-profile | JSON   |
        | gp                   | XML    |

    Scenario: What is known of the practitioner is in the resource
      Given a consumer
      When it searches for the practitioner "gp" by SDS user id
      Then each Practitioner holds what is known of the practitioner "gp" [GPC-FND-117, GPC-FND-123, GPC-API-235]

    Scenario: The gender is given
      Given a consumer
      When it searches for the practitioner "gp" by SDS user id
      Then in each Practitioner: [GPC-FND-116]
        | FHIRPath        | is   |
        | gender.exists() | true |

    Scenario: The entries of the search result have no fullUrl
      Given a consumer
      When it searches for the practitioner "gp" by SDS user id
      Then each Bundle keeps the rules of:
        | requirement | in short   |
        | GPC-FND-109 | no fullUrl |
        | GPC-API-246 | no fullUrl |

    Scenario: The profile of the practitioner is listed in the capability statement
      Given a consumer
      When it searches for the practitioner "gp" by SDS user id
      Then every profile declared is listed in the capability statement [GPC-API-187]

  Rule: Finding nothing is no error

    Scenario Outline: An SDS user id that nobody has here finds nothing, in <format>
      Given a consumer asking in <format>
      When it searches for the practitioner "unknown" by SDS user id
      Then the response is 200 with an empty searchset Bundle [GPC-FND-104, GPC-API-231]
      And no Practitioner is returned [GPC-FND-104]

      Examples:
        | format |
        | JSON   |
        | XML    |

  Rule: The identifier is an SDS user id under its own system

    Scenario Outline: Another identifier system is refused in <format>
      Given a consumer asking in <format>
      When it searches for a practitioner with:
        | parameter  | value                                     |
        | identifier | https://fhir.example.org/Id/unknown\|{gp} |
      Then the response is the error 400 INVALID_IDENTIFIER_SYSTEM [GPC-FND-105, GPC-API-152]
      And the response is in <format> [GPC-API-151]
      And no Practitioner is returned [GPC-FND-105]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: The same search under the SDS user id's own system is answered in <format>
      Given a consumer asking in <format>
      When it searches for a practitioner with:
        | parameter  | value                                    |
        | identifier | https://fhir.nhs.uk/Id/sds-user-id\|{gp} |
      Then the response is 200 with a searchset Bundle of 1 Practitioner [GPC-FND-103]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: Whether <what> is known to the provider is noted
      Given a consumer
      When it searches for a practitioner with:
        | parameter  | value          |
        | identifier | <system>\|{gp} |
      Then the response is one of: [GPC-FND-108]
        | status | body                      | reading                               |
        | 400    | INVALID_IDENTIFIER_SYSTEM | the provider does not know the system |
        | 200    | Bundle of 1 Practitioner  | the provider knows further systems    |
        | 200    | empty Bundle              | the provider knows further systems    |

      Examples:
        | what                           | system                                     |
        | the GMC number                 | https://fhir.hl7.org.uk/Id/gmc-number      |
        | the role profile id            | https://fhir.nhs.uk/Id/sds-role-profile-id |
        | the system of the 0.x releases | http://fhir.nhs.net/sds-user-id            |

    Scenario: An empty value is refused
      Given a consumer asking in JSON
      When it searches for a practitioner by the SDS user id ""
      Then the response is one of: [GPC-FND-106, GPC-API-153]
        | status | body                     | reading                                   |
        | 400    | INVALID_IDENTIFIER_VALUE | development_fhir_error_handling_guidance  |
        | 400    | BAD_REQUEST              | the page does not speak of an empty value |
        | 422    | INVALID_PARAMETER        | the page does not speak of an empty value |
      And no Practitioner is returned [GPC-FND-106]

    Scenario Outline: A value <what> finds nothing
      Given a consumer asking in JSON
      When it searches for a practitioner by the SDS user id "<value>"
      Then the response is one of: [GPC-FND-106, GPC-API-153]
        | status | body                     | reading                                                 |
        | 400    | INVALID_IDENTIFIER_VALUE | development_fhir_error_handling_guidance                |
        | 200    | empty Bundle             | the provider has no rule for the structure of the value |
      And no Practitioner is returned [GPC-FND-106]

      Examples:
        | what                   | value  |
        | with a blank in it     | A1 2B3 |
        | with a pipe more in it | A\|B   |
        | with an asterisk       | *      |

    Scenario: A search without an identifier is refused
      Given a consumer asking in JSON
      When it searches for a practitioner without any parameter
      Then the response is one of: [GPC-FND-107]
        | status | body                      | reading                                  |
        | 400    | BAD_REQUEST               | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER         | access_documents_use_case_find_a_patient |
        | 400    | INVALID_IDENTIFIER_SYSTEM | development_fhir_error_handling_guidance |
      And no Practitioner is returned [GPC-FND-107]

    Scenario Outline: A value <what> finds nothing but its practitioner
      Given a consumer asking in JSON
      When it searches for a practitioner with:
        | parameter  | value   |
        | identifier | <value> |
      Then the response is one of: [GPC-FND-107]
        | status | body                      | reading                                             |
        | 400    | BAD_REQUEST               | development_fhir_error_handling_guidance            |
        | 422    | INVALID_PARAMETER         | access_documents_use_case_find_a_patient            |
        | 400    | INVALID_IDENTIFIER_SYSTEM | development_fhir_error_handling_guidance            |
        | 200    | Bundle of 1 Practitioner  | a FHIR token search allows a value without a system |
      And no Practitioner but "gp" is returned [GPC-FND-107]

      Examples:
        | what                 | value  |
        | without a system     | {gp}   |
        | with an empty system | \|{gp} |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the search is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it searches for the practitioner "gp" by SDS user id
      Then the response is the error 400 BAD_REQUEST [GPC-FND-101, <requirement>]
      And no Practitioner is returned [GPC-FND-101]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of a read the search is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:read:practitioner-1"
      When it searches for the practitioner "gp" by SDS user id
      Then the response is the error 400 BAD_REQUEST [GPC-FND-101, GPC-API-051]
      And no Practitioner is returned [GPC-FND-101]
