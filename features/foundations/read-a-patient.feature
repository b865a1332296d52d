Feature: Read a patient
  A consumer reads the record of a patient whom it has found before, by logical id.
  Specification page: foundations_use_case_read_a_patient.

  Rule: A patient who was found can be read

    Scenario Outline: The <role> patient is read in <format>
      Given a consumer asking in <format>
      When it reads the patient "<role>"
      Then the response is 200 with the Patient that was found [GPC-FND-070]
      And each Patient has the NHS number of the patient "<role>" [GPC-FND-081]
      And the response is in <format> [GPC-FND-070]
      And the ETag is the weak form of the Patient's version [GPC-FND-070]
      And every resource conforms to its GP Connect profile [GPC-FND-078, GPC-API-188]

      Examples:
        | role       | format |
        | registered | JSON   |
        | registered | XML    |
        | temporary  | JSON   |
        | temporary  | XML    |

    Scenario: Find and read give the same record
      Given a consumer
      When it reads the patient "registered"
      Then the Patient is the same as the one found [GPC-FND-071]
      And the Patient has the version of the one found [GPC-FND-080, GPC-FND-042]

    Scenario: Reading again gives the same record in the same version
      Given a consumer
      When it reads the patient "registered"
      And it sends the same request again
      Then the responses carry the same data [GPC-API-190]

    Scenario: The patient is the same in JSON and in XML
      Given a consumer asking in JSON
      When it reads the patient "registered"
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-070]

    Scenario: The response says where the record is, if it says so, rightly
      Given a consumer
      When it reads the patient "registered"
      Then the response's Content-Location, where there is one, names the resource read [GPC-API-198]

    Scenario: A read on condition of a new version is answered with 304 or in full
      Given a consumer
      When it reads the patient "registered"
      And it sends the same request again on condition that the ETag has changed
      Then the response is one of: [GPC-FND-077, GPC-API-193]
        | status | body    | reading                                              |
        | 304    | nothing | development_fhir_api_guidance, conditional read      |
        | 200    | Patient | development_fhir_api_guidance names no status for it |
      And the ETag is the same as before [GPC-FND-077, GPC-API-193]

  Rule: The Patient is filled in as the page asks

    Scenario Outline: The <role> patient read in <format> keeps the rules of the page
      Given a consumer asking in <format>
      When it reads the patient "<role>"
      Then each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-079 | meta.profile                            |
        | GPC-FND-080 | meta.versionId                          |
        | GPC-FND-081 | one NHS number, as the profile wants it |
        | GPC-FND-082 | the NHS number is verified              |
        | GPC-FND-083 | one official name                       |
        | GPC-FND-084 | birthDate                               |
        | GPC-FND-085 | gender                                  |
        | GPC-FND-086 | addresses with a use                    |
        | GPC-FND-087 | telecoms with system, value and use     |
        | GPC-FND-088 | contacts with a name, related in words  |
        | GPC-FND-090 | language as an extension                |
        | GPC-FND-091 | a managing organisation                 |
        | GPC-FND-093 | no ethnicCategory                       |
        | GPC-FND-094 | no religiousAffiliation                 |
        | GPC-FND-095 | no patient-cadavericDonor               |
        | GPC-FND-096 | no residentialStatus                    |
        | GPC-FND-097 | no treatmentCategory                    |
        | GPC-FND-098 | no birthPlace                           |
        | GPC-FND-099 | no maritalStatus                        |
        | GPC-FND-100 | no multipleBirth                        |
        | GPC-API-016 | a well-formed id                        |
        | GPC-API-018 | an id                                   |
        | GPC-API-186 | a profile                               |
        | GPC-API-189 | a version                               |
        | GPC-API-214 | no narrative                            |
        | GPC-API-239 | addresses in their parts                |
        | GPC-API-240 | no text in addresses                    |
        | GPC-API-241 | a use for each address                  |
        | GPC-API-242 | system and value for each telecom       |
        | GPC-API-243 | a use for each telecom                  |
        | GPC-API-244 | contacts related in words, not codes    |
        | GPC-API-245 | a name for each contact                 |
        | GPC-API-249 | security labels of the right system     |

      Examples:
        | role               | format |
        | registered         | JSON   |
        | registered         | XML    |
        | registered-minimal | JSON   |
        | registered-english | JSON   |
        | temporary          | JSON   |

    Scenario: A patient with a preferred branch surgery is returned with it
      Given a consumer
      When it reads the patient "registered"
      Then each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-089 | preferredBranchSurgery names a Location |

    Scenario: A patient whose language is English is returned with it
      Given a consumer
      When it reads the patient "registered-english"
      Then in each Patient: [GPC-FND-090]
        | FHIRPath                                                                                                                                                                                                                         | is |
        | extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSCommunication-1').extension('language').value.coding.where(system = 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-HumanLanguage-1').code | en |

    Scenario: What is known of the patient is in the record
      Given a consumer
      When it reads the patient "registered"
      Then each Patient holds what is known of the patient "registered" [GPC-FND-092, GPC-API-235]

    Scenario Outline: The <role> patient is managed by the practice that was asked
      Given a consumer
      When it reads the patient "<role>"
      Then each Patient's managing organisation is the practice that was asked [GPC-FND-091, GPC-FND-189]

      Examples:
        | role       |
        | registered |
        | temporary  |

    Scenario: The references of the patient can be followed
      Given a consumer
      When it reads the patient "registered"
      Then every reference is relative, or absolute on the same server [GPC-API-212]
      And every reference can be read [GPC-API-213, GPC-FND-190]

  Rule: What has no record is not found

    Scenario Outline: An id that nobody has is not found, in <format>
      Given a consumer asking in <format>
      When it reads a patient with an id that does not exist
      Then the response is the error 404 PATIENT_NOT_FOUND [GPC-FND-072, GPC-API-157]
      And the response is in <format> [GPC-API-151]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: An id that <what> is refused
      Given a consumer asking in JSON
      When it reads the patient with the id "<id>"
      Then the response is one of: [GPC-FND-073]
        | status | body              | reading                                  |
        | 404    | PATIENT_NOT_FOUND | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |

      Examples:
        | what                           | id                                                                |
        | has a character that no id has | ab$cd                                                             |
        | is longer than 64 characters   | aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg |

    Scenario: An id in the other case is not the id
      Given a consumer
      When it reads the patient "registered" by its id in the other case
      Then the response is the error 404 PATIENT_NOT_FOUND [GPC-API-010]

    Scenario: An NHS number is not an id
      Given a consumer
      When it reads the patient with the id "{registered}"
      Then the response is one of: [GPC-FND-074]
        | status | body              | reading                                              |
        | 404    | PATIENT_NOT_FOUND | ids are opaque                                       |
        | 400    | BAD_REQUEST       | ids are opaque                                       |
        | 200    | Patient           | the provider happens to use the NHS number as the id |

    Scenario Outline: A sensitive patient is not disclosed in <format>
      Given a consumer asking in <format>
      When it reads the patient "sensitive" by the id in the test data
      Then the response is the error 404 PATIENT_NOT_FOUND [GPC-FND-075]
      And no Patient is returned [GPC-FND-193]
      And the diagnostics tell nothing of the patient "sensitive" [GPC-FND-193]

      Examples:
        | format |
        | JSON   |
        | XML    |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the read is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it reads the patient "registered"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-068, <requirement>]
      And no Patient is returned [GPC-FND-068]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of a search the read is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1"
      When it reads the patient "registered"
      Then the response is the error 400 BAD_REQUEST [GPC-FND-076, GPC-API-051]
      And no Patient is returned [GPC-FND-076]
