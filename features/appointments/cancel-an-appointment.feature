Feature: Cancel an appointment
  A consumer cancels a future appointment and says why.
  Specification page: appointments_use_case_cancel_an_appointment.

  Rule: An appointment is cancelled and its slots are free again

    Scenario Outline: An appointment is cancelled in <format>
      Given a consumer asking in <format>
      And an appointment is booked
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-265, GPC-APT-272, GPC-APT-205]
      And the response is in <format> [GPC-APT-272]
      And the ETag is the weak form of the Appointment's version [GPC-APT-272, GPC-APT-020]
      And every resource conforms to its GP Connect profile [GPC-APT-189, GPC-APT-272]
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
      And the appointment is then read and retrieved just so [GPC-APT-282, GPC-APT-021]
      And the slots are again offered [GPC-APT-281]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: All slots of an appointment are free again
      Given a consumer
      And the appointment takes 2 touching slots
      And an appointment is booked
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-272]
      And the slots are again offered [GPC-APT-281]

    Scenario: A slot that is free again is booked by another patient
      Given a consumer
      And an appointment is booked and cancelled
      And the appointment is for the patient "registered-minimal"
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-281]

    Scenario: An amended appointment is cancelled with its texts as amended
      Given a consumer
      And an appointment is booked and amended
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-284, GPC-APT-272]
      And in each Appointment: [GPC-APT-284]
        | FHIRPath    | is                               |
        | description | Assurance test of an amendment   |
        | comment     | Amended by GP Connect Assurance. |

    Scenario: Whoever booked the appointment, another organisation cancels it
      Given a consumer
      And an appointment is booked
      And the token's claim requesting_organization.identifier[0].value is the JSON "Z98765"
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-283]

    Scenario Outline: A long reason is kept, or cut
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as value of the extension "Extension-GPConnect-AppointmentCancellationReason-1" the JSON {"valueString": "<text>"}
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-272]

      Examples:
        | text        |
        | {text 1000} |

    Scenario Outline: Whether a long reason is kept whole is noted
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as value of the extension "Extension-GPConnect-AppointmentCancellationReason-1" the JSON {"valueString": "<text>"}
      When it cancels the appointment
      Then it is noted of each Appointment: [GPC-APT-273]
        | what                          | FHIRPath                                                                                                                                 |
        | characters of the reason kept | extension.where(url = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-AppointmentCancellationReason-1').value.length() |

      Examples:
        | text        |
        | {text 1000} |

    Scenario: A patient who dissents from sharing the record has an appointment cancelled
      Given a consumer
      And the appointment is for the patient "dissent"
      And an appointment is booked
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-037]

    Scenario: With all asked for, the whole resource is returned
      Given a consumer
      And an appointment is booked
      And the request's Prefer header is "return=representation"
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-031, GPC-API-060]

    Scenario: The time to cancel is noted
      Given a consumer
      And an appointment is booked
      When it cancels the appointment
      Then the response is 200 with an Appointment [GPC-APT-265]
      And the response comes within 250 ms [GPC-APT-040]

  Rule: The version that is cancelled is the current one

    Scenario: A cancellation of the version before is refused
      Given a consumer
      And an appointment is booked and amended
      And the If-Match header names the version before
      When it cancels the appointment
      Then the response is one of: [GPC-APT-271, GPC-API-195]
        | status | body             | reading                |
        | 409    | OperationOutcome | the page names no code |
      And the appointment is unchanged [GPC-APT-271, GPC-API-195]
      And the slots are no longer offered [GPC-APT-271, GPC-API-195]

    Scenario: Without If-Match a cancellation is best refused
      Given a consumer
      And an appointment is booked
      And the request's If-Match header is missing
      When it cancels the appointment
      Then the response is one of: [GPC-APT-270]
        | status | body             | verdict | reading                                  |
        | 400    | BAD_REQUEST      | pass    | development_fhir_error_handling_guidance |
        | 412    | OperationOutcome | pass    | the FHIR page lists the status           |
        | 4xx    | OperationOutcome | pass    | the page names no code                   |
        | 200    | Appointment      | warn    | no page tells the provider to refuse it  |

  Rule: Status and reason are set, and nothing else

    Scenario Outline: A cancellation with the status <status> is best refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as status the JSON "<status>"
      When it cancels the appointment
      Then the response is one of: [GPC-APT-274]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | pass    | the page names no code                   |
        | 200    | Appointment      | warn    | the duty is on the consumer              |

      Examples:
        | status           |
        | booked           |
        | noshow           |
        | entered-in-error |
        | arrived          |

    Scenario: A cancellation without a reason is best refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent lacks the extension "Extension-GPConnect-AppointmentCancellationReason-1"
      When it cancels the appointment
      Then the response is one of: [GPC-APT-275]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | pass    | the page names no code                   |
        | 200    | Appointment      | warn    | the duty is on the consumer              |

    Scenario: A cancellation with a blank reason is best refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as value of the extension "Extension-GPConnect-AppointmentCancellationReason-1" the JSON {"valueString": "   "}
      When it cancels the appointment
      Then the response is one of: [GPC-APT-275]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | pass    | the page names no code                   |
        | 200    | Appointment      | warn    | the duty is on the consumer              |

    Scenario Outline: A cancellation with <what> is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent <how>
      When it cancels the appointment
      Then the response is one of: [GPC-API-207]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the appointment is unchanged [GPC-API-207]

      Examples:
        | what                    | how                                                                                                                  |
        | a reason without a text | has as value of the extension "Extension-GPConnect-AppointmentCancellationReason-1" the JSON {}                      |
        | two reasons             | has the extension "Extension-GPConnect-AppointmentCancellationReason-1" with the JSON {"valueString": "another"} too |

    Scenario Outline: A cancellation that changes <what> is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as <path> the JSON <json>
      When it cancels the appointment
      Then the response is one of: [GPC-APT-276]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the appointment is unchanged [GPC-APT-276]

      Examples:
        | what                        | path                             | json                                                                  |
        | the description             | description                      | "Another"                                                             |
        | the comment                 | comment                          | "Another"                                                             |
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

    Scenario: A cancellation that changes the practitioner is refused
      Given a consumer
      And a free slot with a practitioner is held
      And an appointment is booked
      And the Appointment sent has as participant[2].actor.reference the JSON "Practitioner/{unknown}"
      When it cancels the appointment
      Then the response is one of: [GPC-APT-276]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the appointment is unchanged [GPC-APT-276]

    Scenario: An appointment with a practitioner is cancelled
      Given a consumer
      And a free slot with a practitioner is held
      And an appointment is booked
      When it cancels the appointment
      Then the response is 200 with the Appointment as cancelled [GPC-APT-265]

    Scenario Outline: A cancellation that changes <what> is refused too
      Given a consumer
      And an appointment is booked
      And the Appointment sent has as value of the extension "<extension>" the JSON <json>
      When it cancels the appointment
      Then the response is one of: [GPC-APT-276]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the appointment is unchanged [GPC-APT-276]

      Examples:
        | what                  | extension                              | json                                                                                                                                                          |
        | the delivery channel  | Extension-GPConnect-DeliveryChannel-2  | {"valueCode": "Another"}                                                                                                                                      |
        | the practitioner role | Extension-GPConnect-PractitionerRole-1 | {"valueCodeableConcept": {"coding": [{"system": "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-SDSJobRoleName-1", "code": "R9999", "display": "Another"}]}} |

  Rule: Only an appointment of the future is cancelled

    Scenario: Whether a cancelled appointment is cancelled again is noted
      Given a consumer
      And an appointment is booked and cancelled
      When it cancels the appointment
      Then the response is one of: [GPC-APT-280]
        | status | body             | reading                       |
        | 200    | Appointment      | the page does not speak of it |
        | 4xx    | OperationOutcome | the page does not speak of it |

    Scenario: An appointment that does not exist is not cancelled
      Given a consumer
      And an appointment is booked
      When it cancels an appointment that does not exist
      Then the response is the error 404 NO_RECORD_FOUND [GPC-APT-279, GPC-API-201]

    Scenario: An appointment of the past is not cancelled
      Given a consumer
      And the appointment "past"
      When it cancels the appointment
      Then the response is one of: [GPC-APT-277]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |

    Scenario: A visit is not cancelled
      Given a consumer
      And the appointment "visit"
      When it cancels the appointment
      Then the response is one of: [GPC-APT-278]
        | status | body             | since | reading                                  |
        | 422    | INVALID_RESOURCE |       | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome |       | the page names no code                   |
        | 200    | Appointment      | 1.6   | the release has no rule on visits        |

  Rule: The body is FHIR

    Scenario: A cancellation that breaks off is refused
      Given a consumer
      And an appointment is booked
      And the Appointment sent breaks off in the middle
      When it cancels the appointment
      Then the response is the error 400 BAD_REQUEST [GPC-APT-012]
      And the appointment is unchanged [GPC-APT-012]
