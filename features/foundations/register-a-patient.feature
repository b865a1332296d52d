Feature: Register a patient
  A consumer has the practice register a patient whom it does not know, as a temporary patient.
  Specification page: foundations_use_case_register_a_patient.

  Rule: A patient whom PDS verifies is registered as a temporary patient

    Scenario Outline: A patient is registered with the least fields, in <format>
      Given a consumer asking in <format>
      When it registers an unregistered patient
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-247, GPC-FND-200, GPC-FND-195, GPC-FND-194, GPC-API-203]
      And the response is in <format> [GPC-FND-247]
      And the response is not to be stored [GPC-FND-247, GPC-API-038, GPC-API-039]
      And every resource conforms to its GP Connect profile [GPC-FND-250, GPC-API-188]
      And each Bundle keeps the rules of:
        | requirement | in short                           |
        | GPC-FND-248 | the profile and type of the Bundle |
      And the Patient is the one registered [GPC-FND-249, GPC-FND-253, GPC-FND-254, GPC-FND-255]
      And in each Patient: [GPC-FND-256]
        | FHIRPath                                               | is   |
        | gender in ('male' \| 'female' \| 'other' \| 'unknown') | true |
      And the Patient has the gender that is known of them [GPC-FND-242]
      And each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-251 | meta.profile                            |
        | GPC-FND-252 | meta.versionId                          |
        | GPC-FND-253 | one NHS number, as the profile wants it |
        | GPC-FND-254 | one official name                       |
        | GPC-FND-255 | birthDate                               |
        | GPC-FND-256 | gender                                  |
        | GPC-FND-257 | addresses with a use                    |
        | GPC-FND-258 | telecoms with system, value and use     |
        | GPC-FND-259 | contacts with a name, related in words  |
        | GPC-FND-261 | language as an extension                |
        | GPC-FND-262 | a managing organisation                 |
        | GPC-FND-264 | no ethnicCategory                       |
        | GPC-FND-265 | no religiousAffiliation                 |
        | GPC-FND-266 | no patient-cadavericDonor               |
        | GPC-FND-267 | no residentialStatus                    |
        | GPC-FND-268 | no treatmentCategory                    |
        | GPC-FND-269 | no birthPlace                           |
        | GPC-FND-270 | no maritalStatus                        |
        | GPC-FND-271 | no multipleBirth                        |
        | GPC-FND-272 | a type of registration                  |
        | GPC-FND-241 | not a regular patient                   |
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
      And each Patient keeps the rules of:
        | requirement | in short                                   |
        | GPC-FND-273 | the period of the registration has a start |
      And in each Patient: [GPC-FND-240]
        | FHIRPath                                                                                                                                                                                      | is   |
        | extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1').extension('registrationType').value.coding.where(code = 'T' or code = 'O').exists() | true |
      And in each Patient: [GPC-FND-273]
        | FHIRPath                                                                                                                                                                                                           | is   |
        | extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1').extension('registrationPeriod').value.start.toString().substring(0, 10) >= (today() - 1 days).toString() | true |
      And each Patient's managing organisation is the practice that was asked [GPC-FND-262, GPC-FND-189]
      And every reference is relative, or absolute on the same server [GPC-API-212]
      And every reference can be read [GPC-API-213]
      And a search and a read then give the Patient returned [GPC-FND-274, GPC-API-061]
      And a search then finds the patient once [GPC-FND-274]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: A patient is registered with every field that is allowed, in <format>
      Given a consumer asking in <format>
      And the registration holds every field that is allowed
      When it registers an unregistered patient
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-203, GPC-FND-247]
      And the Patient is the one registered [GPC-FND-249]
      And the Patient has the contact details and the language that were sent [GPC-FND-203, GPC-FND-257, GPC-FND-258, GPC-FND-261, GPC-API-237]
      And the Patient has the contact details and the language that were sent [GPC-FND-242]
      And every resource conforms to its GP Connect profile [GPC-FND-250, GPC-API-188]
      And each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-251 | meta.profile                            |
        | GPC-FND-252 | meta.versionId                          |
        | GPC-FND-253 | one NHS number, as the profile wants it |
        | GPC-FND-254 | one official name                       |
        | GPC-FND-255 | birthDate                               |
        | GPC-FND-256 | gender                                  |
        | GPC-FND-257 | addresses with a use                    |
        | GPC-FND-258 | telecoms with system, value and use     |
        | GPC-FND-259 | contacts with a name, related in words  |
        | GPC-FND-261 | language as an extension                |
        | GPC-FND-262 | a managing organisation                 |
        | GPC-FND-264 | no ethnicCategory                       |
        | GPC-FND-265 | no religiousAffiliation                 |
        | GPC-FND-266 | no patient-cadavericDonor               |
        | GPC-FND-267 | no residentialStatus                    |
        | GPC-FND-268 | no treatmentCategory                    |
        | GPC-FND-269 | no birthPlace                           |
        | GPC-FND-270 | no maritalStatus                        |
        | GPC-FND-271 | no multipleBirth                        |
        | GPC-FND-272 | a type of registration                  |
        | GPC-FND-241 | not a regular patient                   |
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
      And each Patient keeps the rules of:
        | requirement | in short                           |
        | GPC-FND-243 | temporary contact details end once |
      And a search and a read then give the Patient returned [GPC-FND-274]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: The profile of the patient registered is listed in the capability statement
      Given a consumer
      When it registers an unregistered patient
      Then every profile declared is listed in the capability statement [GPC-API-187]
      And in each Patient: [GPC-FND-263, GPC-API-235]
        | FHIRPath | is   |
        | active   | true |

    Scenario: Without the status of its verification an NHS number is taken or refused
      Given a consumer
      And the registration's Patient lacks identifier[0].extension
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-200]
        | status | body                | reading                                                  |
        | 200    | Bundle of 1 Patient | the page does not list the status among the least fields |
        | 422    | INVALID_RESOURCE    | profile CareConnect-GPC-Patient-1                        |

    Scenario: Without Accept the answer to a registration in XML is in XML
      Given a consumer asking in XML
      And the request's Accept header is missing
      When it registers an unregistered patient
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-247]
      And the response is in XML [GPC-API-028]

    Scenario: A registration that is sent in chunks succeeds
      Given a consumer asking in JSON
      And the registration is sent in chunks
      When it registers an unregistered patient
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-API-036]

  Rule: A patient who left is taken up again

    Scenario: The record of a patient who left is used for the registration
      Given a consumer
      When it registers a lapsed patient
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-238, GPC-FND-247]
      And the Patient is the one registered [GPC-FND-249]
      And every resource conforms to its GP Connect profile [GPC-FND-250, GPC-API-188]
      And each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-251 | meta.profile                            |
        | GPC-FND-252 | meta.versionId                          |
        | GPC-FND-253 | one NHS number, as the profile wants it |
        | GPC-FND-254 | one official name                       |
        | GPC-FND-255 | birthDate                               |
        | GPC-FND-256 | gender                                  |
        | GPC-FND-257 | addresses with a use                    |
        | GPC-FND-258 | telecoms with system, value and use     |
        | GPC-FND-259 | contacts with a name, related in words  |
        | GPC-FND-261 | language as an extension                |
        | GPC-FND-262 | a managing organisation                 |
        | GPC-FND-264 | no ethnicCategory                       |
        | GPC-FND-265 | no religiousAffiliation                 |
        | GPC-FND-266 | no patient-cadavericDonor               |
        | GPC-FND-267 | no residentialStatus                    |
        | GPC-FND-268 | no treatmentCategory                    |
        | GPC-FND-269 | no birthPlace                           |
        | GPC-FND-270 | no maritalStatus                        |
        | GPC-FND-271 | no multipleBirth                        |
        | GPC-FND-272 | a type of registration                  |
        | GPC-FND-241 | not a regular patient                   |
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
      And in each Patient: [GPC-FND-238]
        | FHIRPath                                                                                                                                                                                      | is   |
        | active                                                                                                                                                                                        | true |
        | extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1').extension('registrationType').value.coding.where(code = 'T' or code = 'O').exists() | true |
      And in each Patient: [GPC-FND-259]
        | FHIRPath         | is   |
        | contact.exists() | true |
      And in each Patient: [GPC-FND-260]
        | FHIRPath                                                                                                                                                                                                     | is   |
        | extension('https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1').extension('preferredBranchSurgery').value.reference.matches('(^\|/)Location/[A-Za-z0-9.-]{1,64}$') | true |
      And each Patient keeps the rules of:
        | requirement | in short                                |
        | GPC-FND-260 | preferredBranchSurgery names a Location |
      And in each Patient: [GPC-FND-263, GPC-API-235]
        | FHIRPath                               | is   |
        | generalPractitioner.reference.exists() | true |
      And every reference can be read [GPC-API-213, GPC-FND-190]
      And a search and a read then give the Patient returned [GPC-FND-238, GPC-FND-274]
      And a search then finds the patient once [GPC-FND-238, GPC-FND-274]

  Rule: PDS must know the patient by NHS number, date of birth and name

    Scenario Outline: A date of birth with <what> verifies the patient
      Given a consumer asking in JSON
      And <given>
      When it registers an unregistered patient
      Then the response is 200 with a searchset Bundle of 1 Patient [GPC-FND-229]

      Examples:
        | what                             | given                                                               |
        | all its parts, whatever the name | the registration's Patient has as name[0].family the JSON "Xzother" |
        | two of its parts, and the name   | the registration's date of birth is wrong in one part               |

    Scenario Outline: Two parts of the date of birth do not verify <what>
      Given a consumer asking in JSON
      And the registration's date of birth is wrong in one part
      And <given>
      When it registers an unregistered patient
      Then the response is the error 400 INVALID_PATIENT_DEMOGRAPHICS [GPC-FND-229, GPC-FND-230, GPC-API-155]
      And a search then finds nobody [GPC-FND-229]

      Examples:
        | what                | given                                                                |
        | another family name | the registration's Patient has as name[0].family the JSON "Xzother"  |
        | another given name  | the registration's Patient has as name[0].given the JSON ["Qqother"] |

    Scenario Outline: One part of the date of birth does not verify a patient, in <format>
      Given a consumer asking in <format>
      And the registration's date of birth is wrong in two parts
      When it registers an unregistered patient
      Then the response is the error 400 INVALID_PATIENT_DEMOGRAPHICS [GPC-FND-229, GPC-FND-230, GPC-API-155]
      And the response is in <format> [GPC-API-151]
      And a search then finds nobody [GPC-FND-229]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: A number that PDS has for nobody, or for somebody else, is refused
      Given a consumer asking in JSON
      And the registration has the NHS number of the patient "unknown"
      When it registers an unregistered patient
      Then the response is the error 400 INVALID_PATIENT_DEMOGRAPHICS [GPC-FND-230, GPC-API-155, GPC-API-264]
      And no Patient is returned [GPC-FND-230]

    Scenario Outline: <who> is not registered
      Given a consumer asking in JSON
      When it registers the patient "<role>"
      Then the response is the error <error> [<requirement>]
      And a search then finds nobody [<requirement>]

      Examples:
        | who                                              | role                         | error                            | requirement |
        | A patient who has died according to PDS          | unregistered-deceased        | 400 INVALID_PATIENT_DEMOGRAPHICS | GPC-FND-231 |
        | A patient who has died according to the practice | deceased                     | 400 INVALID_PATIENT_DEMOGRAPHICS | GPC-FND-239 |
        | A patient whom PDS flags as invalid              | unregistered-invalid         | 400 INVALID_NHS_NUMBER           | GPC-FND-233 |
        | A patient whose number is superseded             | unregistered-superseded      | 400 INVALID_NHS_NUMBER           | GPC-FND-233 |
        | A patient whom PDS cannot be asked about         | unregistered-pds-unavailable | 500 INTERNAL_SERVER_ERROR        | GPC-FND-234 |
        | A patient whose local record cannot be verified  | untraced-other-birth-date    | 400 INVALID_PATIENT_DEMOGRAPHICS | GPC-FND-237 |

    Scenario Outline: <who> is not registered, and nothing is told of them
      Given a consumer asking in JSON
      When it registers the patient "<role>"
      Then the response is one of: [GPC-FND-232]
        | status | body                         | reading                                 |
        | 400    | INVALID_PATIENT_DEMOGRAPHICS | foundations_use_case_register_a_patient |
        | 404    | PATIENT_NOT_FOUND            | release 1.6.2, foundations_ig           |
      And no Patient is returned [GPC-FND-193]
      And the diagnostics tell nothing of the patient "<role>" [GPC-FND-193]
      And a search then finds nobody [GPC-FND-232, GPC-FND-193]

      Examples:
        | who                                 | role                   |
        | A sensitive patient                 | unregistered-sensitive |
        | A sensitive patient of the practice | sensitive              |

  Rule: Who is registered already is not registered again

    Scenario Outline: A <role> patient is a duplicate, in <format>
      Given a consumer asking in <format>
      When it registers the patient "<role>"
      Then the response is the error 409 DUPLICATE_REJECTED [GPC-FND-235, GPC-API-164]
      And the response is in <format> [GPC-API-151]
      And the response has diagnostics [GPC-FND-235]
      And a search then finds the patient once [GPC-FND-235]

      Examples:
        | role       | format |
        | registered | JSON   |
        | registered | XML    |
        | temporary  | JSON   |

    Scenario: A registered patient is a duplicate also where the date of birth is not quite the same
      Given a consumer asking in JSON
      And the registration's date of birth is wrong in one part
      When it registers the patient "registered"
      Then the response is the error 409 DUPLICATE_REJECTED [GPC-FND-236, GPC-API-164]
      And a search then finds the patient once [GPC-FND-236]

    Scenario: A second registration of the same patient is a duplicate
      Given a consumer asking in JSON
      When it registers an unregistered patient
      And it sends the same request again
      Then the response is the error 409 DUPLICATE_REJECTED [GPC-FND-235, GPC-API-164]
      And a search then finds the patient once [GPC-FND-235]

  Rule: The body is Parameters with one parameter registerPatient

    Scenario: A body that is not well-formed is refused
      Given a consumer asking in JSON
      And the registration breaks off in the middle
      When it registers an unregistered patient
      Then the response is the error 400 BAD_REQUEST [GPC-FND-221, GPC-API-174]
      And a search then finds nobody [GPC-FND-221]

    Scenario: A body in XML that is not well-formed is refused
      Given a consumer asking in XML
      And the registration breaks off in the middle
      When it registers an unregistered patient
      Then the response is the error 400 BAD_REQUEST [GPC-FND-221, GPC-API-174]
      And a search then finds nobody [GPC-FND-221]

    Scenario Outline: <what> is refused
      Given a consumer asking in JSON
      And <given>
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-205]
        | status | body             | reading                                   |
        | 422    | INVALID_RESOURCE | foundations_use_case_register_a_patient   |
        | 400    | BAD_REQUEST      | the type of the resource cannot be parsed |
      And the response has diagnostics [GPC-FND-205]
      And a search then finds nobody [GPC-FND-205]

      Examples:
        | what            | given                                                                   |
        | A bare Patient  | the registration is a bare Patient                                      |
        | A Bundle        | the registration's Parameters has as resourceType the JSON "Bundle"     |
        | A misspelt type | the registration's Parameters has as resourceType the JSON "Paramaters" |

    Scenario Outline: A body with <what> is refused
      Given a consumer asking in JSON
      And <given>
      When it registers an unregistered patient
      Then the response is the error 422 INVALID_RESOURCE [GPC-FND-206, GPC-API-165]
      And the response has diagnostics [GPC-FND-206]
      And a search then finds nobody [GPC-FND-206]

      Examples:
        | what                                       | given                                                                                                                                |
        | no parameter                               | the registration's Parameters lacks parameter                                                                                        |
        | the parameter patient                      | the registration's Parameters has as parameter[0].name the JSON "patient"                                                            |
        | the parameter's name in small letters      | the registration's Parameters has as parameter[0].name the JSON "registerpatient"                                                    |
        | a parameter without a resource             | the registration's Parameters lacks parameter[0].resource                                                                            |
        | a Practitioner in place of the Patient     | the registration's Parameters has as parameter[0].resource the JSON {"resourceType": "Practitioner", "name": [{"family": "Sample"}]} |
        | the parameter twice, the second time empty | the registration's Parameters has as parameter[1] the JSON {"name": "registerPatient", "resource": {"resourceType": "Patient"}}      |

    Scenario: An additional parameter is refused
      Given a consumer asking in JSON
      And the registration's Parameters has as parameter[1] the JSON {"name": "madeUp", "valueString": "1"}
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-206]
        | status | body              | reading                                  |
        | 422    | INVALID_RESOURCE  | foundations_use_case_register_a_patient  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
      And a search then finds nobody [GPC-FND-206]

  Rule: The Patient holds what a registration needs

    Scenario Outline: Without <what> the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient <given>
      When it registers an unregistered patient
      Then the response is the error 422 INVALID_RESOURCE [<requirement>, GPC-API-165, GPC-FND-224]
      And the diagnostics name "<field>" [<requirement>, GPC-FND-223]
      And a search then finds nobody [<requirement>, GPC-API-207]

      Examples:
        | what                              | given                                  | field  | requirement |
        | a name                            | lacks name                             | name   | GPC-FND-208 |
        | a name with use official          | has as name[0].use the JSON "usual"    | name   | GPC-FND-208 |
        | a use for the name                | lacks name[0].use                      | name   | GPC-FND-208 |
        | a family name                     | lacks name[0].family                   | family | GPC-FND-209 |
        | a family name that holds anything | has as name[0].family the JSON ""      | family | GPC-FND-209 |
        | a given name                      | lacks name[0].given                    | given  | GPC-FND-210 |
        | a date of birth                   | lacks birthDate                        | birth  | GPC-FND-211 |
        | a date of birth that is a date    | has as birthDate the JSON "31/05/1952" | birth  | GPC-FND-211 |

    Scenario Outline: With a date of birth <what> the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient has as birthDate the JSON <json>
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-211]
        | status | body                         | reading                                 |
        | 422    | INVALID_RESOURCE             | foundations_use_case_register_a_patient |
        | 400    | INVALID_PATIENT_DEMOGRAPHICS | foundations_use_case_register_a_patient |
      And a search then finds nobody [GPC-FND-211]

      Examples:
        | what          | json         |
        | without a day | "1952-05"    |
        | to come       | "2999-12-31" |

    Scenario: Without an identifier the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient lacks identifier
      When it registers an unregistered patient
      Then the response is the error 422 INVALID_RESOURCE [GPC-FND-207, GPC-API-165]
      And the response has diagnostics [GPC-FND-207]
      And a search then finds nobody [GPC-FND-207]

    Scenario Outline: With an identifier <what> the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient <given>
      When it registers an unregistered patient
      Then the response is one of: [<requirement>]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | foundations_use_case_register_a_patient  |
        | 400    | <code>           | development_fhir_error_handling_guidance |
      And a search then finds nobody [<requirement>]

      Examples:
        | what                                    | given                                                                                         | code                      | requirement |
        | without a value                         | lacks identifier[0].value                                                                     | INVALID_NHS_NUMBER        | GPC-FND-207 |
        | without a system                        | lacks identifier[0].system                                                                    | INVALID_IDENTIFIER_SYSTEM | GPC-FND-207 |
        | of another system                       | has as identifier[0].system the JSON "https://fhir.example.org/Id/unknown"                    | INVALID_IDENTIFIER_SYSTEM | GPC-FND-220 |
        | of another system beside the NHS number | has as identifier[1] the JSON {"system": "https://fhir.example.org/Id/unknown", "value": "1"} | INVALID_IDENTIFIER_SYSTEM | GPC-FND-220 |

    Scenario Outline: With an NHS number <what> the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient has as identifier[0].value the JSON <json>
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-219]
        | status | body                         | reading                                  |
        | 400    | INVALID_NHS_NUMBER           | development_fhir_error_handling_guidance |
        | 400    | INVALID_PATIENT_DEMOGRAPHICS | such a number is not on PDS              |
      And no Patient is returned [GPC-FND-219]

      Examples:
        | what                     | json         |
        | with a wrong check digit | "9999999990" |
        | that is too short        | "123456789"  |
        | not of digits            | "ABCDEFGHIJ" |

    Scenario Outline: With two <what> the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient has as <path> the JSON <json>
      When it registers an unregistered patient
      Then the response is the error 422 INVALID_RESOURCE [<requirement>, GPC-API-165]
      And the response has diagnostics [<requirement>]
      And a search then finds nobody [<requirement>]

      Examples:
        | what           | path          | json                                                                   | requirement |
        | official names | name[1]       | {"use": "official", "family": "Second", "given": ["Name"]}             | GPC-FND-212 |
        | NHS numbers    | identifier[1] | {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9000000009"} | GPC-FND-213 |

    Scenario Outline: With <what> the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient has as <path> the JSON <json>
      When it registers an unregistered patient
      Then the response is the error 422 INVALID_RESOURCE [GPC-FND-222, GPC-API-165]
      And the diagnostics name "<field>" [GPC-FND-222, GPC-FND-223]
      And a search then finds nobody [GPC-FND-222]

      Examples:
        | what                       | path          | json                                       | field         |
        | a gender that there is not | gender        | "unspecified"                              | gender        |
        | a telecom without a value  | telecom       | [{"system": "phone", "use": "home"}]       | telecom       |
        | a telecom without a system | telecom       | [{"value": "01632 960101", "use": "home"}] | telecom       |
        | a photograph               | photo         | [{"contentType": "image/png"}]             | photo         |
        | an animal                  | animal        | {"species": {"text": "Canis lupus"}}       | animal        |
        | a communication of its own | communication | [{"language": {"text": "Polish"}}]         | communication |

    Scenario: With a language that there is not the patient is not registered
      Given a consumer asking in JSON
      And the registration's Patient has as extension the JSON [{"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSCommunication-1", "extension": [{"url": "language", "valueCodeableConcept": {"coding": [{"system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-HumanLanguage-1", "code": "polish", "display": "Polish"}]}}]}]
      When it registers an unregistered patient
      Then the response is the error 422 INVALID_RESOURCE [GPC-FND-222, GPC-API-165]
      And the response has diagnostics [GPC-FND-222]
      And a search then finds nobody [GPC-FND-222]

  Rule: A Patient holds nothing that a registration has no use for

    Scenario Outline: A registration with <what> should be refused
      Given a consumer asking in JSON
      And the registration's Patient has as <path> the JSON <json>
      When it registers an unregistered patient
      Then the response is one of: [<requirement>]
        | status | body                | verdict | reading                                 |
        | 422    | INVALID_RESOURCE    | pass    | foundations_use_case_register_a_patient |
        | 200    | Bundle of 1 Patient | warn    | the rule is on the consumer             |

      Examples:
        | what                    | path                 | json                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  | requirement |
        | active                  | active               | true                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                  | GPC-FND-204 |
        | deceasedBoolean         | deceasedBoolean      | false                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | GPC-FND-204 |
        | maritalStatus           | maritalStatus        | {"text": "Married"}                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                   | GPC-FND-204 |
        | multipleBirthBoolean    | multipleBirthBoolean | false                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | GPC-FND-204 |
        | a contact               | contact              | [{"relationship": [{"text": "Partner"}], "name": {"family": "Sample"}}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                               | GPC-FND-204 |
        | generalPractitioner     | generalPractitioner  | [{"reference": "Practitioner/1"}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                     | GPC-FND-204 |
        | managingOrganization    | managingOrganization | {"reference": "Organization/1"}                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       | GPC-FND-204 |
        | a link                  | link                 | [{"other": {"reference": "Patient/1"}, "type": "seealso"}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            | GPC-FND-204 |
        | the ethnic category     | extension            | [{"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-EthnicCategory-1", "valueCodeableConcept": {"text": "British"}}]                                                                                                                                                                                                                                                                                                                                                                                                                                                     | GPC-FND-204 |
        | registration details    | extension            | [{"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-RegistrationDetails-1", "extension": [{"url": "registrationPeriod", "valuePeriod": {"start": "2020-01-01"}}]}]                                                                                                                                                                                                                                                                                                                                                                                                       | GPC-FND-204 |
        | two home addresses      | address              | [{"use": "home", "line": ["1 Assurance Road"]}, {"use": "home", "line": ["2 Assurance Road"]}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        | GPC-FND-214 |
        | two temporary addresses | address              | [{"use": "temp", "line": ["1 Assurance Road"]}, {"use": "temp", "line": ["2 Assurance Road"]}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        | GPC-FND-214 |
        | a work address          | address              | [{"use": "work", "line": ["1 Assurance Road"]}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                       | GPC-FND-215 |
        | an old address          | address              | [{"use": "old", "line": ["1 Assurance Road"]}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        | GPC-FND-215 |
        | two home telephones     | telecom              | [{"system": "phone", "value": "01632 960101", "use": "home"}, {"system": "phone", "value": "01632 960102", "use": "home"}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                            | GPC-FND-216 |
        | two email addresses     | telecom              | [{"system": "email", "value": "a@example.org", "use": "home"}, {"system": "email", "value": "b@example.org", "use": "home"}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                          | GPC-FND-216 |
        | a fax number            | telecom              | [{"system": "fax", "value": "01632 960101", "use": "home"}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                           | GPC-FND-217 |
        | an old telephone        | telecom              | [{"system": "phone", "value": "01632 960101", "use": "old"}]                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          | GPC-FND-217 |
        | two languages           | extension            | [{"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSCommunication-1", "extension": [{"url": "language", "valueCodeableConcept": {"coding": [{"system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-HumanLanguage-1", "code": "pl", "display": "Polish"}]}}]}, {"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSCommunication-1", "extension": [{"url": "language", "valueCodeableConcept": {"coding": [{"system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-HumanLanguage-1", "code": "en", "display": "English"}]}}]}] | GPC-FND-218 |

  Rule: The request is the operation's

    Scenario Outline: By <verb> nobody is registered
      Given a consumer asking in JSON
      And the request's HTTP method is <verb>
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-225]
        | status | body             | reading                                  |
        | 400    | BAD_REQUEST      | development_fhir_error_handling_guidance |
        | 405    | anything         | HTTP                                     |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 501    | NOT_IMPLEMENTED  | development_fhir_error_handling_guidance |

      Examples:
        | verb   |
        | PUT    |
        | DELETE |

    Scenario: By GET a registration is refused, or taken as a call of the operation
      Given a consumer asking in JSON
      And the request's HTTP method is GET
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-225]
        | status | body                | reading                                                |
        | 400    | BAD_REQUEST         | development_fhir_error_handling_guidance               |
        | 405    | anything            | HTTP                                                   |
        | 422    | INVALID_RESOURCE    | a GET without the Parameters                           |
        | 200    | Bundle of 1 Patient | development_fhir_api_guidance lists GET for operations |

    Scenario: The operation's name is case sensitive
      Given a consumer asking in JSON
      And the request's path is "/Patient/$gpc.registerPatient"
      When it registers an unregistered patient
      Then the response is one of: [GPC-FND-226]
        | status | body             | reading                                  |
        | 400    | BAD_REQUEST      | development_fhir_error_handling_guidance |
        | 404    | OperationOutcome | the URL names nothing                    |
        | 501    | NOT_IMPLEMENTED  | development_fhir_error_handling_guidance |
      And a search then finds nobody [GPC-FND-226]

    Scenario Outline: Without <header> the registration is refused
      Given a consumer asking in JSON
      And the request's <header> header is missing
      When it registers an unregistered patient
      Then the response is the error 400 BAD_REQUEST [GPC-FND-195, <requirement>]
      And no Patient is returned [GPC-FND-195]

      Examples:
        | header            | requirement |
        | Ssp-TraceID       | GPC-API-047 |
        | Ssp-From          | GPC-API-048 |
        | Ssp-To            | GPC-API-049 |
        | Ssp-InteractionID | GPC-API-050 |

    Scenario: With the interaction ID of a search the registration is refused
      Given a consumer asking in JSON
      And the request's interaction ID is "urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1"
      When it registers an unregistered patient
      Then the response is the error 400 BAD_REQUEST [GPC-FND-227, GPC-API-051]
      And a search then finds nobody [GPC-FND-227]
