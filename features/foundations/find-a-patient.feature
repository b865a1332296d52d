Feature: Find a patient
  A consumer turns an NHS number into the patient's record at the practice.
  Specification page: foundations_use_case_find_a_patient.

  Rule: An active patient is found by NHS number

    Scenario Outline: <who> is found, in <format>
      Given a consumer asking in <format>
      When it searches for the patient "<role>" by NHS number
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-027, <requirement>]
      And the response is in <format> [GPC-FND-027]
      And each Patient has the NHS number of the patient "<role>" [GPC-API-223, GPC-FND-043]

      Examples:
        | who                                 | role       | format | requirement |
        | A registered patient                | registered | JSON   | GPC-API-202 |
        | A registered patient                | registered | XML    | GPC-API-202 |
        | A temporary patient                 | temporary  | JSON   | GPC-FND-030 |
        | A temporary patient                 | temporary  | XML    | GPC-FND-030 |
        | A patient who dissents from sharing | dissent    | JSON   | GPC-FND-191 |

    Scenario: The patient is the same in JSON and in XML
      Given a consumer asking in JSON
      When it searches for the patient "registered" by NHS number
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-FND-027]

    Scenario: Searching again finds the same record in the same version
      Given a consumer
      When it searches for the patient "registered" by NHS number
      And it sends the same request again
      Then the responses carry the same data [GPC-API-017]

    Scenario: A search made of lower-case escapes finds the patient
      Given a consumer
      When it searches for a patient with the query "identifier=https%3a%2f%2ffhir.nhs.uk%2fId%2fnhs-number%7c{registered}"
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-API-012]

  Rule: The Patient is filled in as the page asks

    Scenario Outline: The <role> patient found in <format> keeps the rules of the page
      Given a consumer asking in <format>
      When it searches for the patient "<role>" by NHS number
      Then every resource conforms to its GP Connect profile [GPC-FND-040, GPC-API-188, GPC-API-220]
      And each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-041 | meta.profile                            |
        | GPC-FND-042 | meta.versionId                          |
        | GPC-FND-043 | one NHS number, as the profile wants it |
        | GPC-FND-044 | the NHS number is verified              |
        | GPC-FND-045 | one official name                       |
        | GPC-FND-046 | birthDate                               |
        | GPC-FND-047 | gender                                  |
        | GPC-FND-048 | addresses with a use                    |
        | GPC-FND-049 | telecoms with system, value and use     |
        | GPC-FND-050 | contacts with a name, related in words  |
        | GPC-FND-052 | language as an extension                |
        | GPC-FND-053 | a managing organisation                 |
        | GPC-FND-055 | no ethnicCategory                       |
        | GPC-FND-056 | no religiousAffiliation                 |
        | GPC-FND-057 | no patient-cadavericDonor               |
        | GPC-FND-058 | no residentialStatus                    |
        | GPC-FND-059 | no treatmentCategory                    |
        | GPC-FND-060 | no birthPlace                           |
        | GPC-FND-061 | no maritalStatus                        |
        | GPC-FND-062 | no multipleBirth                        |
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
      When it searches for the patient "registered" by NHS number
      Then each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-051 | preferredBranchSurgery names a Location |

    Scenario: A patient whose language is English is returned with it
      Given a consumer
      When it searches for the patient "registered-english" by NHS number
      Then in each Patient: [GPC-FND-052]
        | FHIRPath                                                                                                                                                                                                                         | is |
        | extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSCommunication-1').extension('language').value.coding.where(system = 'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-HumanLanguage-1').code | en |

    Scenario: What is known of the patient is in the record
      Given a consumer
      When it searches for the patient "registered" by NHS number
      Then each Patient holds what is known of the patient "registered" [GPC-FND-054, GPC-API-235, GPC-API-236]

    Scenario Outline: The <role> patient is managed by the practice that was asked
      Given a consumer
      When it searches for the patient "<role>" by NHS number
      Then each Patient's managing organisation is the practice that was asked [GPC-FND-053, GPC-FND-188, GPC-FND-189]

      Examples:
        | role       |
        | registered |
        | temporary  |

    Scenario: The NHS number stands under its own identifier system
      Given a consumer
      When it searches for the patient "registered" by NHS number
      Then in each Patient: [GPC-FND-187]
        | FHIRPath                                                                                          | is   |
        | identifier.where(system.contains('nhs-number')).all(system = 'https://fhir.nhs.uk/Id/nhs-number') | true |
        | identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number').exists()                           | true |

    Scenario: Dates and codes are written as FHIR writes them
      Given a consumer
      When it searches for the patient "registered" by NHS number
      Then in each Patient: [GPC-API-219]
        | FHIRPath                                                | is   |
        | birthDate.matches('^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$') | true |
      And in each Patient: [GPC-API-251]
        | FHIRPath                                                                                            | is   |
        | (gender \| name.use \| telecom.use \| telecom.system \| address.use).all($this.matches('^[a-z]+$')) | true |

    Scenario: The references of the patient can be followed
      Given a consumer
      When it searches for the patient "registered" by NHS number
      Then every reference is relative, or absolute on the same server [GPC-API-212]
      And every reference can be read [GPC-API-213, GPC-FND-190]

    Scenario: The entries of the search result have no fullUrl
      Given a consumer
      When it searches for the patient "registered" by NHS number
      Then each Bundle keeps the rules of:
        | requirement | in short   |
        | GPC-FND-039 | no fullUrl |

    Scenario: The profile of the patient is listed in the capability statement
      Given a consumer
      When it searches for the patient "registered" by NHS number
      Then every profile declared is listed in the capability statement [GPC-API-187]

  Rule: Who is not an active patient of the practice is not found

    Scenario Outline: <who> is not found, which is no error, in <format>
      Given a consumer asking in <format>
      When it searches for the patient "<role>" by NHS number
      Then the response is 200 with an empty searchset Bundle [<requirement>, GPC-API-231]
      And no Patient is returned [<requirement>]

      Examples:
        | who                           | role     | format | requirement |
        | A patient of no practice here | unknown  | JSON   | GPC-FND-028 |
        | A patient of no practice here | unknown  | XML    | GPC-FND-028 |
        | A patient who has left        | inactive | JSON   | GPC-FND-029 |
        | A patient who has left        | inactive | XML    | GPC-FND-029 |
        | A patient who has died        | deceased | JSON   | GPC-FND-029 |
        | A patient who has died        | deceased | XML    | GPC-FND-029 |

    Scenario Outline: A sensitive patient is not disclosed in <format>
      Given a consumer asking in <format>
      When it searches for the patient "sensitive" by NHS number
      Then the response is one of: [GPC-FND-037, GPC-FND-038]
        | status | body              | reading                                            |
        | 404    | PATIENT_NOT_FOUND | release 1.6.2, foundations_ig                      |
        | 200    | empty Bundle      | release 1.2.9, foundations_use_case_find_a_patient |
      And no Patient is returned [GPC-FND-193]
      And the diagnostics tell nothing of the patient "sensitive" [GPC-FND-193]

      Examples:
        | format |
        | JSON   |
        | XML    |

  Rule: A patient whose NHS number was never verified is verified first

    Scenario Outline: <who> is found and then counts as verified
      Given a consumer
      When it searches for the patient "<role>" by NHS number
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-064]
      And each Patient keeps the rules of:
        | requirement | in short                   |
        | GPC-FND-044 | the NHS number is verified |

      Examples:
        | who                                                          | role                     |
        | An untraced patient with the date of birth on PDS            | untraced-same-birth-date |
        | An untraced patient with two parts of it and the name on PDS | untraced-near-birth-date |

    Scenario: A second search finds the verified patient again
      Given a consumer
      When it searches for the patient "untraced-same-birth-date" by NHS number
      And it sends the same request again
      Then each response is 200 with a Bundle [GPC-FND-067]
      And the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-067]

    Scenario Outline: <who> is not found
      Given a consumer
      When it searches for the patient "<role>" by NHS number
      Then the response is 200 with an empty searchset Bundle [<requirement>, GPC-FND-067]

      Examples:
        | who                                                        | role                      | requirement |
        | An untraced patient with another initial on PDS            | untraced-other-initial    | GPC-FND-064 |
        | An untraced patient with another family name on PDS        | untraced-other-family     | GPC-FND-064 |
        | An untraced patient with another date of birth on PDS      | untraced-other-birth-date | GPC-FND-064 |
        | An untraced patient who has died according to PDS          | untraced-deceased         | GPC-FND-065 |
        | An untraced patient whose record is flagged invalid on PDS | untraced-invalid          | GPC-FND-066 |
        | An untraced patient whose record is superseded on PDS      | superseded                | GPC-FND-066 |

    Scenario: An untraced patient who is sensitive on PDS is not disclosed
      Given a consumer asking in JSON
      When it searches for the patient "untraced-sensitive" by NHS number
      Then the response is one of: [GPC-FND-066]
        | status | body              | reading                                                 |
        | 200    | empty Bundle      | foundations_use_case_find_a_patient, unverified records |
        | 404    | PATIENT_NOT_FOUND | release 1.6.2, foundations_ig                           |
      And no Patient is returned [GPC-FND-193]

  Rule: The identifier is an NHS number under its own system

    Scenario Outline: The value "<value>", <what>, is refused in <format>
      Given a consumer asking in <format>
      When it searches for a patient by the NHS number "<value>"
      Then the response is the error 400 INVALID_NHS_NUMBER [GPC-FND-032, GPC-API-154]
      And the response is in <format> [GPC-API-151]
      And no Patient is returned [GPC-FND-032]

      Examples:
        | value       | what                          | format |
        | 123         | too short                     | JSON   |
        | 123         | too short                     | XML    |
        | 123456789   | one digit short               | JSON   |
        | 12345678901 | too long                      | JSON   |
        | 9999999990  | with a wrong check digit      | JSON   |
        | 9999999990  | with a wrong check digit      | XML    |
        | 1234567890  | which no check digit can mend | JSON   |
        | ABCDEFGHIJ  | not of digits                 | JSON   |
        | ABCDEFGHIJ  | not of digits                 | XML    |

    Scenario: An empty value is refused
      Given a consumer asking in JSON
      When it searches for a patient by the NHS number ""
      Then the response is one of: [GPC-FND-032]
        | status | body               | reading                                   |
        | 400    | INVALID_NHS_NUMBER | development_fhir_error_handling_guidance  |
        | 400    | BAD_REQUEST        | the page does not speak of an empty value |
        | 422    | INVALID_PARAMETER  | the page does not speak of an empty value |
      And no Patient is returned [GPC-FND-032]

    Scenario Outline: The identifier system "<system>" is refused in <format>
      Given a consumer asking in <format>
      When it searches for a patient with:
        | parameter  | value                  |
        | identifier | <system>\|{registered} |
      Then the response is the error 400 INVALID_IDENTIFIER_SYSTEM [GPC-FND-031, GPC-API-152]
      And no Patient is returned [GPC-FND-031]

      Examples:
        | system                              | format |
        | https://fhir.example.org/Id/unknown | JSON   |
        | https://fhir.example.org/Id/unknown | XML    |

    Scenario Outline: The same search under the NHS number's own system is answered in <format>
      Given a consumer asking in <format>
      When it searches for a patient with:
        | parameter  | value                                           |
        | identifier | https://fhir.nhs.uk/Id/nhs-number\|{registered} |
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-027]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: Whether <what> is known to the provider is noted
      Given a consumer
      When it searches for a patient with:
        | parameter  | value                  |
        | identifier | <system>\|{registered} |
      Then the response is one of: [GPC-FND-036]
        | status | body                      | reading                               |
        | 400    | INVALID_IDENTIFIER_SYSTEM | the provider does not know the system |
        | 200    | Bundle of 1 Patient       | the provider knows further systems    |
        | 200    | empty Bundle              | the provider knows further systems    |

      Examples:
        | what                                | system                            |
        | the system of the 0.x releases      | http://fhir.nhs.net/Id/nhs-number |
        | the NHS number's system in capitals | HTTPS://FHIR.NHS.UK/ID/NHS-NUMBER |

    Scenario: A search without an identifier is refused
      Given a consumer asking in JSON
      When it searches for a patient without any parameter
      Then the response is one of: [GPC-FND-033]
        | status | body                      | reading                                  |
        | 400    | BAD_REQUEST               | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER         | access_documents_use_case_find_a_patient |
        | 400    | INVALID_IDENTIFIER_SYSTEM | development_fhir_error_handling_guidance |
      And no Patient is returned [GPC-FND-033]

    Scenario Outline: A value <what> finds nobody but its patient
      Given a consumer asking in JSON
      When it searches for a patient with:
        | parameter  | value   |
        | identifier | <value> |
      Then the response is one of: [GPC-FND-033]
        | status | body                      | reading                                             |
        | 400    | BAD_REQUEST               | development_fhir_error_handling_guidance            |
        | 422    | INVALID_PARAMETER         | access_documents_use_case_find_a_patient            |
        | 400    | INVALID_IDENTIFIER_SYSTEM | development_fhir_error_handling_guidance            |
        | 200    | Bundle of 1 Patient       | a FHIR token search allows a value without a system |
      And no Patient but "registered" is returned [GPC-API-223]

      Examples:
        | what                 | value          |
        | without a system     | {registered}   |
        | with an empty system | \|{registered} |

    Scenario Outline: The parameter "<parameter>" is not the identifier
      Given a consumer asking in JSON
      When it searches for a patient with:
        | parameter   | value                                           |
        | <parameter> | https://fhir.nhs.uk/Id/nhs-number\|{registered} |
      Then the response is one of: [GPC-FND-034]
        | status | body             | reading                                                              |
        | 4xx    | OperationOutcome | a parameter that is not known is ignored, which leaves no identifier |
      And no Patient is returned [GPC-FND-034]

      Examples:
        | parameter   |
        | Identifier  |
        | identifiers |

    Scenario: Two identifiers name no patient
      Given a consumer asking in JSON
      When it searches for a patient with:
        | parameter  | value                                           |
        | identifier | https://fhir.nhs.uk/Id/nhs-number\|{registered} |
        | identifier | https://fhir.nhs.uk/Id/nhs-number\|{temporary}  |
      Then the response is one of: [GPC-FND-035]
        | status | body             | reading                                       |
        | 200    | empty Bundle     | both must match, as in any FHIR search        |
        | 4xx    | OperationOutcome | only one identifier is defined for the search |

  Rule: The request carries its headers

    Scenario Outline: Without <header> the search is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it searches for the patient "registered" by NHS number
      Then the response is the error 400 BAD_REQUEST [GPC-FND-024, <requirement>]
      And no Patient is returned [GPC-FND-024]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of a read the search is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1"
      When it searches for the patient "registered" by NHS number
      Then the response is the error 400 BAD_REQUEST [GPC-API-051]
      And no Patient is returned [GPC-API-051]
