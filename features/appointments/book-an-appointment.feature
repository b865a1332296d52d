Feature: Book an appointment
  A consumer books free slots for a patient of the practice.
  Specification page: appointments_use_case_book_an_appointment.

  Rule: A free slot is booked

    Scenario Outline: A free slot is booked in <format>
      Given a consumer asking in <format>
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-132, GPC-APT-181, GPC-APT-184]
      And the response is in <format> [GPC-APT-181]
      And the Location header names the Appointment and its version [GPC-APT-182, GPC-API-199]
      And the ETag is the weak form of the Appointment's version [GPC-APT-183, GPC-APT-020, GPC-API-199]
      And the response's Last-Modified header matches "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT$" [GPC-APT-183, GPC-API-199]
      And every resource conforms to its GP Connect profile [GPC-APT-184, GPC-APT-189]
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
      And the slots are no longer offered [GPC-APT-185]
      And the appointment is then read and retrieved just so [GPC-APT-186, GPC-APT-021]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: The references of a booked appointment can be read
      Given a consumer
      When it books the appointment
      Then every reference is relative, or absolute on the same server [GPC-APT-024]

    Scenario: Participants of a booked appointment can be read
      Given a consumer
      When it books the appointment
      Then every reference can be read [GPC-APT-028]

    Scenario: A booking that is sent in chunks succeeds
      Given a consumer
      And the Appointment sent goes in chunks
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-019, GPC-APT-181]

    Scenario: Without Prefer, or with all asked for, the whole resource is returned
      Given a consumer
      And the request's Prefer header is "return=representation"
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-031, GPC-API-060]

    Scenario: With the least asked for, the body is best left out
      Given a consumer
      And the request's Prefer header is "return=minimal"
      When it books the appointment
      Then the response is one of: [GPC-APT-032]
        | status | body        | verdict | reading                        |
        | 201    | nothing     | pass    | development_fhir_api_guidance  |
        | 201    | Appointment | warn    | the header should be respected |

    Scenario: A slot is booked for a patient who dissents from sharing the record
      Given a consumer
      And the appointment is for the patient "dissent"
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-037, GPC-APT-181]

    Scenario: A booking is made without a practitioner
      Given a consumer
      And a free slot with a practitioner is held
      And the Appointment sent lacks participant[2]
      When it books the appointment
      Then the response is 201 with an Appointment [GPC-APT-181]

    Scenario: A booking is made without a comment
      Given a consumer
      And the Appointment sent lacks comment
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-181]

    Scenario Outline: A booking of <type> keeps it
      Given a consumer
      And the booking organisation is of <type>
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-147]

      Examples:
        | type                 |
        | the type gp-practice |
        | no type              |

    Scenario: The booking organisation is kept with all that was sent
      Given a consumer
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-047, GPC-APT-188]
      And in each Appointment: [GPC-APT-047, GPC-APT-188]
        | FHIRPath                                                  | is       |
        | contained.where($this is Organization).telecom.count()    | 2        |
        | contained.where($this is Organization).address.postalCode | ZZ99 9ZZ |

    Scenario Outline: Long texts are stored in full
      Given a consumer
      And the Appointment sent has as description the JSON "<description>"
      And the Appointment sent has as comment the JSON "<comment>"
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-177, GPC-APT-184]
      And the appointment is then read and retrieved just so [GPC-APT-177]

      Examples:
        | description | comment    |
        | {text 100}  | {text 500} |

    Scenario: The time to book is noted
      Given a consumer
      When it books the appointment
      Then the response is 201 with an Appointment [GPC-APT-181]
      And the response comes within 250 ms [GPC-APT-040]
      And the response comes within 100 ms [GPC-APT-041]

  Rule: Slots that touch may be booked together

    Scenario Outline: <count> touching slots are booked as one appointment
      Given a consumer
      And the appointment takes <count> touching slots
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-170, GPC-APT-181]
      And the slots are no longer offered [GPC-APT-170, GPC-APT-185]

      Examples:
        | count |
        | 2     |
        | 3     |

    Scenario: The order in which slots are listed does not count
      Given a consumer
      And the appointment takes 2 touching slots
      And the Appointment sent lists its slots the other way round
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-170]

    Scenario: Two slots with a gap are refused together
      Given a consumer
      And the appointment takes 2 slots with a gap
      When it books the appointment
      Then the response is one of: [GPC-APT-172]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [GPC-APT-172]
      And nothing was booked for the patient "registered" [GPC-APT-172]

    Scenario: Two touching slots of two schedules are refused together
      Given a consumer
      And the appointment takes 2 touching slots of two schedules
      When it books the appointment
      Then the response is one of: [GPC-APT-173]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [GPC-APT-173]
      And nothing was booked for the patient "registered" [GPC-APT-173]

    Scenario: Two touching slots of two delivery channels are refused together
      Given a consumer
      And the appointment takes 2 touching slots of two delivery channels
      When it books the appointment
      Then the response is one of: [GPC-APT-174]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [GPC-APT-174]
      And nothing was booked for the patient "registered" [GPC-APT-174]

    Scenario: Two touching slots of two service types are refused together
      Given a consumer
      And the appointment takes 2 touching slots of two service types
      When it books the appointment
      Then the response is one of: [GPC-APT-175]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [GPC-APT-175]
      And nothing was booked for the patient "registered" [GPC-APT-175]

    Scenario: Where one of two slots is taken, neither is booked
      Given a consumer
      And the appointment takes 2 touching slots
      And the later slot is booked for the patient "registered-minimal"
      When it books the appointment
      Then the response is the error 409 DUPLICATE_REJECTED [GPC-APT-176, GPC-APT-161]
      And the earlier slot is still offered [GPC-APT-176]
      And nothing was booked for the patient "registered" [GPC-APT-176]

    Scenario: Where one of two slots is unknown, neither is booked
      Given a consumer
      And the appointment takes 2 touching slots
      And the Appointment sent has as slot[1].reference the JSON "Slot/{unknown}"
      When it books the appointment
      Then the response is the error 422 REFERENCE_NOT_FOUND [GPC-APT-162, GPC-API-167, GPC-API-208]
      And the slots are still offered [GPC-APT-162, GPC-API-167, GPC-API-208]

  Rule: A slot is booked once

    Scenario Outline: A slot that is taken is refused to <whom>
      Given a consumer
      And an appointment is booked
      And the appointment is for the patient "<role>"
      When it books the appointment
      Then the response is the error 409 DUPLICATE_REJECTED [GPC-APT-161]
      And nothing was booked for the patient "<role>" [GPC-APT-161]
      And the appointment is unchanged [GPC-APT-161]

      Examples:
        | whom             | role               |
        | another patient  | registered-minimal |
        | the same patient | registered         |

    Scenario Outline: A slot that is free is booked for <whom>
      Given a consumer
      And the appointment is for the patient "<role>"
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-181]

      Examples:
        | whom             | role               |
        | another patient  | registered-minimal |
        | the same patient | registered         |

    Scenario: Of several bookings of a slot at once one succeeds
      Given a consumer
      And a free slot is held
      When 5 consumers book the slot held at once
      Then one of them is answered 201 and each other 409 DUPLICATE_REJECTED [GPC-APT-161]

    Scenario: A slot that is free is booked by the first who asks
      Given a consumer
      And a free slot is held
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-181]

  Rule: What the page makes mandatory has to be there

    Scenario Outline: A booking without <what> is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent lacks <path>
      When it books the appointment
      Then the response is the error 422 INVALID_RESOURCE [<requirement>]
      And the response has diagnostics [GPC-APT-002]
      And the slots are still offered [<requirement>]

      Examples:
        | what                              | path                    | requirement |
        | the patient                       | participant[0]          | GPC-APT-136 |
        | the location                      | participant[1]          | GPC-APT-137 |
        | the patient's actor               | participant[0].actor    | GPC-APT-139 |
        | start                             | start                   | GPC-APT-140 |
        | end                               | end                     | GPC-APT-140 |
        | status                            | status                  | GPC-APT-141 |
        | slot                              | slot                    | GPC-APT-142 |
        | the slot's reference              | slot[0].reference       | GPC-APT-142 |
        | the extension bookingOrganisation | extension               | GPC-APT-143 |
        | the contained Organization        | contained               | GPC-APT-143 |
        | the organisation's identifier     | contained[0].identifier | GPC-APT-144 |
        | the organisation's name           | contained[0].name       | GPC-APT-144 |
        | the organisation's telecom        | contained[0].telecom    | GPC-APT-144 |
        | description                       | description             | GPC-APT-149 |

    Scenario: A booking with one more participant, who has no actor, is refused
      Given a consumer
      And a free slot with a practitioner is held
      And the Appointment sent has as participant[3] the JSON {"status": "accepted"}
      When it books the appointment
      Then the response is the error 422 INVALID_RESOURCE [GPC-APT-139]
      And the slots are still offered [GPC-APT-139]

    Scenario: A booking without when it was made is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent lacks created
      When it books the appointment
      Then the response is one of: [GPC-APT-148]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [GPC-APT-148]

    Scenario Outline: A booking with <what> is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as <path> the JSON <json>
      When it books the appointment
      Then the response is the error 422 INVALID_RESOURCE [<requirement>]
      And the response has diagnostics [GPC-APT-002]
      And the slots are still offered [<requirement>]

      Examples:
        | what                                   | path                              | json                                                    | requirement |
        | a status that there is not             | status                            | "xyz"                                                   | GPC-APT-141 |
        | an organisation identified otherwise   | contained[0].identifier[0].system | "https://consumer.example/Id/organisation"              | GPC-APT-144 |
        | a blank description                    | description                       | "   "                                                   | GPC-APT-149 |
        | an appointment type                    | appointmentType                   | {"text": "Routine"}                                     | GPC-APT-160 |
        | an indication                          | indication                        | [{"reference": "Condition/1"}]                          | GPC-APT-160 |
        | supporting information                 | supportingInformation             | [{"reference": "Basic/1"}]                              | GPC-APT-160 |
        | a referral                             | incomingReferral                  | [{"reference": "ReferralRequest/1"}]                    | GPC-APT-160 |
        | a requested period                     | requestedPeriod                   | [{"start": "2030-01-01"}]                               | GPC-APT-160 |
        | an identifier without a system         | identifier                        | [{"value": "1"}]                                        | GPC-APT-160 |
        | an identifier without a value          | identifier                        | [{"system": "https://consumer.example/Id/appointment"}] | GPC-APT-160 |
        | a participant status that there is not | participant[0].status             | "xyz"                                                   | GPC-APT-160 |

    Scenario Outline: A booking with the status <status> is refused, or booked all the same
      Given a consumer
      And a free slot is held
      And the Appointment sent has as status the JSON "<status>"
      When it books the appointment
      Then the response is one of: [GPC-APT-141]
        | status | body             | verdict | reading                                          |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance         |
        | 201    | Appointment      | warn    | a provider may alter what it stores by its rules |
      And no Appointment returned is <status> [GPC-APT-141]

      Examples:
        | status    |
        | proposed  |
        | pending   |
        | arrived   |
        | fulfilled |
        | cancelled |
        | noshow    |

    Scenario Outline: A booking whose organisation is <what> is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as extension[0].valueReference.reference the JSON "<reference>"
      When it books the appointment
      Then the response is one of: [GPC-APT-143]
        | status | body                | reading                                  |
        | 422    | INVALID_RESOURCE    | development_fhir_error_handling_guidance |
        | 422    | REFERENCE_NOT_FOUND | development_fhir_error_handling_guidance |
      And the slots are still offered [GPC-APT-143]

      Examples:
        | what                  | reference              |
        | not contained         | #unknown               |
        | a resource of its own | Organization/{unknown} |

    Scenario: A description that is a list is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as description the JSON ["one", "two"]
      When it books the appointment
      Then the response is one of: [GPC-APT-160]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST      | it is ill-formed FHIR JSON               |
      And the slots are still offered [GPC-APT-160]

    Scenario Outline: A booking <what> is best refused
      Given a consumer
      And a free slot is held
      And the Appointment sent <how>
      When it books the appointment
      Then the response is one of: [GPC-APT-150]
        | status | body             | verdict | reading                                   |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance  |
        | 4xx    | OperationOutcome | pass    | the page names no code                    |
        | 201    | Appointment      | warn    | that a provider checks for it is a should |

      Examples:
        | what                       | how                                                                                            |
        | that names no profile      | lacks meta.profile                                                                             |
        | that names another profile | has as meta.profile[0] the JSON "https://fhir.nhs.uk/STU3/StructureDefinition/SomethingElse-1" |

    Scenario Outline: A booking with a <what> is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as <path> the JSON <json>
      When it books the appointment
      Then the response is one of: [<requirement>]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [<requirement>]

      Examples:
        | what      | path      | json                                                                                                                                                | requirement |
        | reason    | reason    | [{"coding": [{"system": "http://snomed.info/sct", "code": "17436001", "display": "Medical consultation with outpatient"}], "text": "Consultation"}] | GPC-APT-157 |
        | specialty | specialty | [{"coding": [{"system": "http://snomed.info/sct", "code": "394814009", "display": "General practice"}]}]                                            | GPC-APT-158 |

    Scenario: A booking with a reason to cancel is best refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has the extension "Extension-GPConnect-AppointmentCancellationReason-1" with the JSON {"valueString": "x"} too
      When it books the appointment
      Then the response is one of: [GPC-APT-159]
        | status | body             | verdict | reading                                  |
        | 422    | INVALID_RESOURCE | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | pass    | the page names no code                   |
        | 201    | Appointment      | warn    | the ban is on the consumer               |

  Rule: What it refers to has to be there

    Scenario: A booking of a slot that does not exist is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as slot[0].reference the JSON "Slot/{unknown}"
      When it books the appointment
      Then the response is the error 422 REFERENCE_NOT_FOUND [GPC-APT-162, GPC-API-167, GPC-API-208]
      And the response has diagnostics [GPC-APT-002]
      And the slots are still offered [GPC-APT-162, GPC-API-167, GPC-API-208]

    Scenario: A booking with a location that does not exist is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as participant[1].actor.reference the JSON "Location/{unknown}"
      When it books the appointment
      Then the response is the error 422 REFERENCE_NOT_FOUND [GPC-APT-164]
      And the response has diagnostics [GPC-APT-002]
      And the slots are still offered [GPC-APT-164]

    Scenario: A booking with a practitioner who does not exist is refused
      Given a consumer
      And a free slot with a practitioner is held
      And the Appointment sent has as participant[2].actor.reference the JSON "Practitioner/{unknown}"
      When it books the appointment
      Then the response is the error 422 REFERENCE_NOT_FOUND [GPC-APT-164]
      And the slots are still offered [GPC-APT-164]

    Scenario: A booking with a practitioner succeeds
      Given a consumer
      And a free slot with a practitioner is held
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-181, GPC-APT-194]

    Scenario: A booking for a patient who does not exist is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as participant[0].actor.reference the JSON "Patient/{unknown}"
      When it books the appointment
      Then the response is one of: [GPC-APT-163]
        | status | body                | reading                                  |
        | 422    | REFERENCE_NOT_FOUND | development_fhir_error_handling_guidance |
        | 404    | PATIENT_NOT_FOUND   | the identity errors                      |
      And the slots are still offered [GPC-APT-163]

    Scenario: A booking with a reference to another server is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as participant[0].actor.reference the JSON "https://other.example/Patient/1"
      When it books the appointment
      Then the response is one of: [GPC-APT-180]
        | status | body                | reading                                  |
        | 422    | REFERENCE_NOT_FOUND | development_fhir_error_handling_guidance |
        | 422    | INVALID_RESOURCE    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome    | the page names no code                   |
      And the slots are still offered [GPC-APT-180]

    Scenario: A booking for a sensitive patient is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent is for the patient "sensitive" by the id in the test data
      When it books the appointment
      Then the response is one of: [GPC-APT-036]
        | status | body                | reading                           |
        | 404    | PATIENT_NOT_FOUND   | development_api_security_guidance |
        | 422    | REFERENCE_NOT_FOUND | as for a patient who is not known |
      And the slots are still offered [GPC-APT-036]

    Scenario: A booking for a patient who was just registered succeeds
      Given a consumer
      And the appointment is for a patient who is registered for it
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-187, GPC-APT-181]

  Rule: Its times are those of its slots

    Scenario Outline: A booking whose start is <what> is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as start the JSON "<start>"
      When it books the appointment
      Then the response is one of: [GPC-APT-165]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [GPC-APT-165]

      Examples:
        | what            | start             |
        | 5 minutes early | {slot.start-5}    |
        | a minute late   | {slot.start+1}    |
        | after the end   | {slot.end+5}      |
        | on the next day | {slot.start+1440} |

    Scenario Outline: A booking whose end is <what> is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as end the JSON "<end>"
      When it books the appointment
      Then the response is one of: [GPC-APT-165]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And the slots are still offered [GPC-APT-165]

      Examples:
        | what             | end             |
        | 5 minutes late   | {slot.end+5}    |
        | a minute early   | {slot.end-1}    |
        | before the start | {slot.start-5}  |
        | on the next day  | {slot.end+1440} |

    Scenario: A slot in the past is refused
      Given a consumer
      And the appointment takes a free slot in the past
      When it books the appointment
      Then the response is one of: [GPC-APT-166]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And no Appointment is returned [GPC-APT-166]

  Rule: The rules of the practice hold for bookings too

    Scenario Outline: A slot of "<role>" is booked by who may have it
      Given a consumer
      And the appointment takes a slot of "<role>"
      When it books the appointment
      Then the response is 201 with an Appointment [GPC-APT-181]

      Examples:
        | role                     |
        | type-restricted          |
        | code-restricted          |
        | type-and-code-restricted |

    Scenario Outline: A slot of "<role>" is refused to an organisation of another <what>
      Given a consumer
      And the appointment takes a slot of "<role>"
      And the booking organisation is of another <what>
      When it books the appointment
      Then the response is one of: [GPC-APT-168]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And no Appointment is returned [GPC-APT-168]

      Examples:
        | role                     | what |
        | type-restricted          | type |
        | code-restricted          | code |
        | type-and-code-restricted | type |
        | type-and-code-restricted | code |

    Scenario Outline: A slot of "<role>" cannot be booked
      Given a consumer
      And the appointment takes the slot of "<role>" in the test data
      When it books the appointment
      Then the response is one of: [<requirement>]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And no Appointment is returned [<requirement>]

      Examples:
        | role      | requirement |
        | unmarked  | GPC-APT-168 |
        | embargoed | GPC-APT-168 |

    Scenario: A visit slot cannot be booked
      Given a consumer
      And the appointment takes the slot of "visit" in the test data
      When it books the appointment
      Then the response is one of: [GPC-APT-167]
        | status | body             | since | reading                                  |
        | 422    | INVALID_RESOURCE |       | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome |       | the page names no code                   |
        | 201    | Appointment      | 1.6   | the release has no rule on visits        |

    Scenario: An organisation has no more slots of "limited" than it may
      Given a consumer
      And as many slots of "limited" are booked as the organisation may
      When it searches for free slots
      Then no further slot of "limited" can be had [GPC-APT-097, GPC-APT-168]

  Rule: Texts are kept whole or refused

    Scenario Outline: <what> is refused or kept whole
      Given a consumer
      And a free slot is held
      And the Appointment sent has as <element> the JSON "<text>"
      When it books the appointment
      Then the response is one of: [GPC-APT-179]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
        | 201    | Appointment      | the provider holds more than the minimum |
      And what is returned holds the texts sent [GPC-APT-179]

      Examples:
        | what                              | element     | text         |
        | A description of 101 characters   | description | {text 101}   |
        | A comment of 501 characters       | comment     | {text 501}   |
        | A description of 10000 characters | description | {text 10000} |
        | A comment of 10000 characters     | comment     | {text 10000} |

  Rule: The body is FHIR

    Scenario Outline: A booking that breaks off is refused, in <format>
      Given a consumer asking in <format>
      And a free slot is held
      And the Appointment sent breaks off in the middle
      When it books the appointment
      Then the response is the error 400 BAD_REQUEST [GPC-APT-012]
      And the slots are still offered [GPC-APT-012]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario Outline: A free slot that is held is booked in <format>
      Given a consumer asking in <format>
      And a free slot is held
      When it books the appointment
      Then the response is 201 with the Appointment that was booked [GPC-APT-181]

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: A booking that is an Observation is refused
      Given a consumer
      And a free slot is held
      And the Appointment sent has as resourceType the JSON "Observation"
      When it books the appointment
      Then the response is one of: [GPC-APT-012]
        | status | body             | reading                                  |
        | 400    | BAD_REQUEST      | development_fhir_error_handling_guidance |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
      And the slots are still offered [GPC-APT-012]
