Feature: Amend an appointment
  A consumer changes description and comment of a future appointment.
  Specification page: appointments_use_case_amend_an_appointment.

  Rule: Description and comment are changed

    Scenario Outline: An appointment is amended in <format>
      Given a consumer asking in <format>
      And an appointment is booked
      When it amends the appointment
      Then the response is 200 with the Appointment as amended [GPC-APT-242, GPC-APT-252, GPC-APT-205]
      And the response is in <format> [GPC-APT-252]
      And the ETag is the weak form of the Appointment's version [GPC-APT-253, GPC-APT-020, GPC-API-200]
      And every resource conforms to its GP Connect profile [GPC-APT-189, GPC-APT-252]
      And each Appointment keeps the rules of:
        | requirement | in short                           |
        | GPC-APT-190 | what is mandatory                  |
        | GPC-APT-191 | a status                           |
        | GPC-APT-192 | its slots                          |
        | GPC-APT-193 | start before end                   |
        | GPC-APT-194 | a patient and a location           |
        | GPC-APT-195 | one delivery channel               |
        | GPC-APT-196 | the role of the practitioner       |
        | GPC-APT-197 | the booking organisation           |
        | GPC-APT-198 | one cancellation reason at most    |
        | GPC-APT-199 | the slot type                      |
        | GPC-APT-200 | the schedule type                  |
        | GPC-APT-201 | no reason, no specialty            |
        | GPC-APT-202 | nothing that the profile rules out |
        | GPC-APT-203 | when it was made                   |
        | GPC-APT-204 | a description                      |
        | GPC-API-016 | a well-formed id                   |
        | GPC-API-186 | a profile                          |
        | GPC-API-189 | a version                          |
      And the appointment is then read and retrieved just so [GPC-APT-252, GPC-APT-021, GPC-APT-240]
      And the slots are no longer offered [GPC-APT-205]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: Only the <part> is changed
      Given a consumer
      And an appointment is booked
      When it amends the appointment's <part>
      Then the response is 200 with the Appointment as amended [GPC-APT-243, GPC-APT-252]

      Examples:
        | part        |
        | description |
        | comment     |

    Scenario: A comment is added where there was none
      Given a consumer
      And an appointment is booked without a comment
      When it amends the appointment's comment
      Then the response is 200 with the Appointment as amended [GPC-APT-243]

    Scenario Outline: Long texts are stored in full
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as description the JSON "<description>"
      And the Appointment sent has as comment the JSON "<comment>"
      When it amends the appointment
      Then the response is 200 with the Appointment as amended [GPC-APT-254]
      And the appointment is then read and retrieved just so [GPC-APT-254]

      Examples:
        | description | comment    |
        | {text 100}  | {text 500} |

    Scenario: Whether nothing may be changed is noted
      Given a consumer
      And an appointment is booked
      When it sends the appointment back as it was
      Then the response is one of: [GPC-APT-244]
        | status | body             | reading              |
        | 200    | Appointment      | nothing rules it out |
        | 4xx    | OperationOutcome | nothing asks for it  |

    Scenario: Whoever booked the appointment, another organisation amends it
      Given a consumer
      And an appointment is booked
      And the token's claim requesting_organization.identifier[0].value is the JSON "Z98765"
      When it amends the appointment
      Then the response is 200 with the Appointment as amended [GPC-APT-264]

    Scenario: With all asked for, the whole resource is returned
      Given a consumer
      And an appointment is booked
      And the request's Prefer header is "return=representation"
      When it amends the appointment
      Then the response is 200 with the Appointment as amended [GPC-APT-031, GPC-API-060]

    Scenario: A patient who dissents from sharing the record has an appointment amended
      Given a consumer
      And the appointment is for the patient "dissent"
      And an appointment is booked
      When it amends the appointment
      Then the response is 200 with the Appointment as amended [GPC-APT-037]

    Scenario: The time to amend is noted
      Given a consumer
      And an appointment is booked
      When it amends the appointment
      Then the response is 200 with an Appointment [GPC-APT-242]
      And the response comes within 250 ms [GPC-APT-040]

  Rule: The version that is changed is the current one

    Scenario: A change of the version before is refused
      Given a consumer
      And an appointment is booked and amended
      And the If-Match header names the version before
      When it amends the appointment
      Then the response is one of: [GPC-APT-251, GPC-API-195]
        | status | body             | reading                |
        | 409    | OperationOutcome | the page names no code |
      And the appointment is unchanged [GPC-APT-251, GPC-API-195]

    Scenario: A change of a version that never was is refused
      Given a consumer
      And an appointment is booked and amended
      And the request's If-Match header is "W/"999999999""
      When it amends the appointment
      Then the response is one of: [GPC-APT-251, GPC-API-195]
        | status | body             | reading                |
        | 409    | OperationOutcome | the page names no code |
      And the appointment is unchanged [GPC-APT-251, GPC-API-195]

    Scenario: A change of the current version succeeds
      Given a consumer
      And an appointment is booked and amended
      When it amends the appointment
      Then the response is 200 with an Appointment [GPC-APT-242]

    Scenario: Without If-Match a change is best refused
      Given a consumer
      And an appointment is booked
      And the request's If-Match header is missing
      When it amends the appointment
      Then the response is one of: [GPC-APT-250]
        | status | body             | verdict | reading                                  |
        | 400    | BAD_REQUEST      | pass    | development_fhir_error_handling_guidance |
        | 412    | OperationOutcome | pass    | the FHIR page lists the status           |
        | 4xx    | OperationOutcome | pass    | the page names no code                   |
        | 200    | Appointment      | warn    | no page tells the provider to refuse it  |

  Rule: Nothing else can be changed

    Scenario Outline: A change of <what> is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as <path> the JSON <json>
      When it amends the appointment
      Then the response is one of: [GPC-APT-256, GPC-APT-257]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | warn    | the code is a should                     |
      And the appointment is unchanged [GPC-APT-256, GPC-APT-257]

      Examples:
        | what                        | path                             | json                                                                  |
        | start                       | start                            | "{slot.start-5}"                                                      |
        | end                         | end                              | "{slot.end+5}"                                                        |
        | the slot                    | slot                             | [{"reference": "Slot/{unknown}"}]                                     |
        | a slot more                 | slot[1]                          | {"reference": "Slot/{unknown}"}                                       |
        | when it was made            | created                          | "{today-1T09:00}"                                                     |
        | the patient                 | participant[0].actor.reference   | "Patient/{unknown}"                                                   |
        | the location                | participant[1].actor.reference   | "Location/{unknown}"                                                  |
        | a practitioner more         | participant[2]                   | {"actor":{"reference":"Practitioner/{unknown}"},"status":"accepted"}  |
        | the patient's status        | participant[0].status            | "tentative"                                                           |
        | the organisation's name     | contained[0].name                | "Another"                                                             |
        | the organisation's ODS code | contained[0].identifier[0].value | "Z98765"                                                              |
        | the organisation's telecom  | contained[0].telecom[0].value    | "01632 960999"                                                        |
        | the slot type               | serviceType[0].text              | "Another"                                                             |
        | the schedule type           | serviceCategory                  | {"text": "Another"}                                                   |
        | the priority                | priority                         | 9                                                                     |
        | the minutes                 | minutesDuration                  | 77                                                                    |
        | an identifier               | identifier                       | [{"system": "https://consumer.example/Id/appointment", "value": "1"}] |
        | a reason                    | reason                           | [{"text": "Consultation"}]                                            |
        | a specialty                 | specialty                        | [{"text": "General practice"}]                                        |
        | the status arrived          | status                           | "arrived"                                                             |
        | the status fulfilled        | status                           | "fulfilled"                                                           |
        | the status noshow           | status                           | "noshow"                                                              |
        | the status pending          | status                           | "pending"                                                             |
        | the status cancelled        | status                           | "cancelled"                                                           |

    Scenario Outline: A change of <what> is refused too
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as value of the extension "<extension>" the JSON <json>
      When it amends the appointment
      Then the response is one of: [GPC-APT-256]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | warn    | the code is a should                     |
      And the appointment is unchanged [GPC-APT-256]

      Examples:
        | what                  | extension                              | json                                                                                                                                                          |
        | the delivery channel  | Extension-GPConnect-DeliveryChannel-2  | {"valueCode": "Another"}                                                                                                                                      |
        | the practitioner role | Extension-GPConnect-PractitionerRole-1 | {"valueCodeableConcept": {"coding": [{"system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1", "code": "R9999", "display": "Another"}]}} |

    Scenario: A change of the practitioner is refused
      Given a consumer
      And a free slot with a practitioner is held
      And an appointment is booked
      And the Appointment sent has as participant[2].actor.reference the JSON "Practitioner/{unknown}"
      When it amends the appointment
      Then the response is one of: [GPC-APT-256]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | warn    | the code is a should                     |
      And the appointment is unchanged [GPC-APT-256]

    Scenario: An appointment with a practitioner is amended
      Given a consumer
      And a free slot with a practitioner is held
      And an appointment is booked
      When it amends the appointment
      Then the response is 200 with the Appointment as amended [GPC-APT-242]

    Scenario Outline: An amendment without <what> is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent lacks <path>
      When it amends the appointment
      Then the response is one of: [<requirement>]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | warn    | the code is a should                     |
      And the appointment is unchanged [<requirement>]

      Examples:
        | what          | path           | requirement |
        | a participant | participant[1] | GPC-APT-256 |
        | description   | description    | GPC-APT-263 |
        | status        | status         | GPC-APT-263 |
        | participants  | participant    | GPC-APT-263 |
        | slots         | slot           | GPC-APT-263 |

    Scenario: An amendment without its profile is refused or noted
      Given a consumer
      And an appointment is booked
      And the Appointment sent lacks meta.profile
      When it amends the appointment
      Then the response is one of: [GPC-APT-263]
        | status | body             | verdict | reading                                   |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance  |
        | 200    | Appointment      | warn    | that a provider checks for it is a should |

    Scenario: An amendment without its id is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent lacks id
      When it amends the appointment
      Then the response is one of: [GPC-APT-263]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST      | development_fhir_error_handling_guidance |
      And the appointment is unchanged [GPC-APT-263]

    Scenario: An amendment with the id of another is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as id the JSON "{unknown}"
      When it amends the appointment
      Then the response is one of: [GPC-APT-263, GPC-APT-256]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST      | development_fhir_error_handling_guidance |
      And the appointment is unchanged [GPC-APT-263]

    Scenario: An amendment without the booking organisation is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent lacks the extension "Extension-GPConnect-BookingOrganisation-1"
      When it amends the appointment
      Then the response is one of: [GPC-APT-256]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | warn    | the code is a should                     |
      And the appointment is unchanged [GPC-APT-256]

    Scenario: An amendment with a reason to cancel is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent has the extension "Extension-GPConnect-AppointmentCancellationReason-1" with the JSON {"valueString": "x"} too
      When it amends the appointment
      Then the response is the error 422 INVALID_RESOURCE [GPC-APT-258]
      And the appointment is unchanged [GPC-APT-258]

  Rule: Only a booked appointment of the future is amended

    Scenario: A cancelled appointment is not amended
      Given a consumer
      And an appointment is booked and cancelled
      When it amends the appointment
      Then the response is one of: [GPC-APT-260]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | warn    | the code is a should                     |
      And the appointment is unchanged [GPC-APT-260]

    Scenario: An appointment that does not exist is not amended
      Given a consumer
      And an appointment is booked
      When it amends an appointment that does not exist
      Then the response is the error 404 NO_RECORD_FOUND [GPC-APT-262, GPC-API-201]

    Scenario: An appointment of the past is not amended
      Given a consumer
      And the appointment "past"
      When it amends the appointment
      Then the response is one of: [GPC-APT-259]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |

    Scenario: Whether an appointment of earlier today is amended is noted
      Given a consumer
      And the appointment "earlier-today"
      When it amends the appointment
      Then the response is one of: [GPC-APT-259]
        | status | body             | reading                                            |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance           |
        | 200    | Appointment      | appointments_design: all of today counts as future |
        | 4xx    | OperationOutcome | the page names no code                             |

    Scenario: A visit is not amended
      Given a consumer
      And the appointment "visit"
      When it amends the appointment
      Then the response is one of: [GPC-APT-261]
        | status | body             | since | reading                                  |
        | 422    | INVALID_RESOURCE |       | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome |       | the page names no code                   |
        | 200    | Appointment      | 1.6   | the release has no rule on visits        |

  Rule: Texts are kept whole or refused

    Scenario Outline: <what> is refused or kept whole
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as <element> the JSON "<text>"
      When it amends the appointment
      Then the response is one of: [GPC-APT-255]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
        | 200    | Appointment      | the provider holds more than the minimum |
      And what is returned holds the texts sent [GPC-APT-255]

      Examples:
        | what                              | element     | text         |
        | A description of 101 characters   | description | {text 101}   |
        | A comment of 501 characters       | comment     | {text 501}   |
        | A description of 10000 characters | description | {text 10000} |

  Rule: The body is FHIR

    Scenario: An amendment that breaks off is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent breaks off in the middle
      When it amends the appointment
      Then the response is the error 400 BAD_REQUEST [GPC-APT-012]
      And the appointment is unchanged [GPC-APT-012]

    Scenario: An amendment that is an Observation is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as resourceType the JSON "Observation"
      When it amends the appointment
      Then the response is one of: [GPC-APT-012]
        | status | body             | reading                                  |
        | 400    | BAD_REQUEST      | development_fhir_error_handling_guidance |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
      And the appointment is unchanged [GPC-APT-012]
