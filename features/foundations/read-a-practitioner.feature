Feature: Read a practitioner
  A consumer reads the resource of a practitioner whom it has found before, by logical id.
  Specification page: foundations_use_case_read_a_practitioner.

  Rule: A practitioner that was found can be read

    Scenario Outline: The practitioner "<role>" is read in <format>
      Given a consumer asking in <format>
      When it reads the practitioner "<role>"
      Then the response is 200 with the Practitioner that was found [GPC-FND-125]
      And the response is in <format> [GPC-FND-125]
      And the ETag is the weak form of the Practitioner's version [GPC-FND-125]
      And every resource conforms to its GP Connect profile [GPC-FND-128, GPC-API-188]

      Examples:
        | role                 | format |
        | gp                   | JSON   |
        | gp                   | XML    |
        | nurse                | JSON   |
        | nurse                | XML    |
        | without-role-profile | JSON   |
        | without-role-profile | XML    |

    Scenario: Find and read give the same practitioner
      Given a consumer
      When it reads the practitioner "gp"
      Then the Practitioner is the same as the one found [GPC-FND-125]
      And the Practitioner has the version of the one found [GPC-FND-129, GPC-FND-111]

    Scenario: What was read has the SDS user id of the practitioner
      Given a consumer
      When it reads the practitioner "gp"
      Then each Practitioner has the SDS user id of the practitioner "gp" [GPC-FND-125, GPC-FND-130]

    Scenario: Reading again gives the same practitioner in the same version
      Given a consumer
      When it reads the practitioner "gp"
      And it sends the same request again
      Then the responses carry the same data [GPC-API-190]

    Scenario: The practitioner is the same in JSON and in XML
      Given a consumer asking in JSON
      When it reads the practitioner "gp"
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-125]

    Scenario: The response says where the practitioner is, if it says so, rightly
      Given a consumer
      When it reads the practitioner "gp"
      Then the response's Content-Location, where there is one, names the resource read [GPC-API-198]

    Scenario: A read on condition of a new version is answered with 304 or in full
      Given a consumer
      When it reads the practitioner "gp"
      And it sends the same request again on condition that the ETag has changed
      Then the response is one of: [GPC-API-193]
        | status | body         | reading                                              |
        | 304    | nothing      | development_fhir_api_guidance, conditional read      |
        | 200    | Practitioner | development_fhir_api_guidance names no status for it |
      And the ETag is the same as before [GPC-API-193]

  Rule: The Practitioner is filled in as the page asks

    Scenario Outline: The practitioner "<role>" read in <format> keeps the rules of the page
      Given a consumer asking in <format>
      When it reads the practitioner "<role>"
      Then each Practitioner keeps the rules of:
        | requirement | in short                               |
        | GPC-FND-128 | meta.profile                           |
        | GPC-FND-129 | meta.versionId                         |
        | GPC-FND-130 | one SDS user id, without a use or type |
        | GPC-FND-131 | one name                               |
        | GPC-FND-133 | a family name, or the name as text     |
        | GPC-FND-135 | languages as an extension              |
        | GPC-FND-136 | no telecom                             |
        | GPC-FND-137 | no address                             |
        | GPC-FND-138 | no birthDate                           |
        | GPC-FND-139 | no photo                               |
        | GPC-FND-140 | no qualification                       |
        | GPC-API-016 | a well-formed id                       |
        | GPC-API-018 | an id                                  |
        | GPC-API-186 | a profile                              |
        | GPC-API-189 | a version                              |
        | GPC-API-214 | no narrative                           |
        | GPC-API-249 | security labels of the right system    |
      And since version 1.6, each Practitioner keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-132 | no text of a name that is held in parts |

      Examples:
        | role                 | format |
        | gp                   | JSON   |
        | nurse                | JSON   |
        | without-role-profile | JSON   |
        | gp                   | XML    |

    Scenario: What is known of the practitioner is in the resource
      Given a consumer
      When it reads the practitioner "gp"
      Then each Practitioner holds what is known of the practitioner "gp" [GPC-FND-135, GPC-FND-141, GPC-API-235]

    Scenario: The gender is given
      Given a consumer
      When it reads the practitioner "gp"
      Then in each Practitioner: [GPC-FND-134]
        | FHIRPath        | is   |
        | gender.exists() | true |

  Rule: An id that nothing has is not found

    Scenario Outline: An id that does not exist is not found, in <format>
      Given a consumer asking in <format>
      When it reads a practitioner with an id that does not exist
      Then the response is the error 404 PRACTITIONER_NOT_FOUND [GPC-FND-126, GPC-API-158]
      And the response is in <format> [GPC-API-151]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: An id that <what> is refused
      Given a consumer asking in JSON
      When it reads the practitioner with the id "<id>"
      Then the response is one of: [GPC-FND-126]
        | status | body                   | reading                                  |
        | 404    | PRACTITIONER_NOT_FOUND | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST            | development_fhir_error_handling_guidance |

      Examples:
        | what                           | id                                                                |
        | has a character that no id has | ab$cd                                                             |
        | is longer than 64 characters   | aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the read is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it reads the practitioner "gp"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-124, <requirement>]
      And no Practitioner is returned [GPC-FND-124]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of a search the read is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:search:practitioner-1"
      When it reads the practitioner "gp"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-127, GPC-API-051]
      And no Practitioner is returned [GPC-FND-127]
