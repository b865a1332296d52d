Feature: Read an appointment
  A consumer reads one future appointment by its id.
  Specification page: appointments_use_case_read_an_appointment.

  Rule: An appointment is read as it is

    Scenario Outline: A booked appointment is read in <format>
      Given a consumer asking in <format>
      And an appointment is booked
      When it reads the appointment
      Then the response is 200 with the Appointment as it was [GPC-APT-206, GPC-APT-208]
      And the response is in <format> [GPC-APT-208]
      And the ETag is the weak form of the Appointment's version [GPC-APT-209, GPC-APT-020]
      And every resource conforms to its GP Connect profile [GPC-APT-189, GPC-APT-208]
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
        | GPC-APT-210 | identifiers with system and value  |
        | GPC-APT-214 | times in UK form                   |

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: An amended appointment is read as it is now
      Given a consumer
      And an appointment is booked and amended
      When it reads the appointment
      Then the response is 200 with the Appointment as it was [GPC-APT-208, GPC-APT-021]
      And the ETag is the weak form of the Appointment's version [GPC-APT-020]

    Scenario: A cancelled appointment can still be read
      Given a consumer
      And an appointment is booked and cancelled
      When it reads the appointment
      Then the response is 200 with the Appointment as it was [GPC-APT-212]
      And in each Appointment: [GPC-APT-212]
        | FHIRPath                                                                                                                                 | is        |
        | status                                                                                                                                   | cancelled |
        | extension.where(url = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-AppointmentCancellationReason-1').value.exists() | true      |

    Scenario: The appointment is the same in JSON and in XML
      Given a consumer asking in JSON
      And an appointment is booked
      When it reads the appointment
      And it sends the same request again in XML
      Then the responses carry the same data [GPC-APT-014]

    Scenario: Reading again gives the same version
      Given a consumer
      And an appointment is booked
      When it reads the appointment
      And it sends the same request again
      Then the ETag is the same as before [GPC-APT-218]

    Scenario: What an appointment refers to is relative, or on the same server
      Given a consumer
      And an appointment is booked
      When it reads the appointment
      Then every reference is relative, or absolute on the same server [GPC-APT-024]

    Scenario: What an appointment refers to can be read
      Given a consumer
      And an appointment is booked
      When it reads the appointment
      Then every reference can be read [GPC-APT-028]

    Scenario: The time to read is noted
      Given a consumer
      And an appointment is booked
      When it reads the appointment
      Then the response is 200 with an Appointment [GPC-APT-206]
      And the response comes within 3000 ms [GPC-APT-042]

  Rule: Whoever booked it and however

    Scenario Outline: The appointment "<role>" is read
      Given a consumer
      And the appointment "<role>"
      When it reads the appointment
      Then the response is 200 with the Appointment as it was [GPC-APT-211, GPC-APT-126]
      And every resource conforms to its GP Connect profile [GPC-APT-189]

      Examples:
        | role                           |
        | in-practice                    |
        | booked-by-another-organisation |

    Scenario: A visit is read, and its location is no address
      Given a consumer
      And the appointment "visit"
      When it reads the appointment
      Then the response is 200 with the Appointment as it was [GPC-APT-211]
      And in each Appointment: [GPC-APT-213]
        | FHIRPath                                                         | is |
        | participant.actor.reference.where(contains('Location/')).count() | 1  |
      And the Location of the visit is a stand-in [GPC-APT-213]

    Scenario: A consumer of another organisation reads the appointment
      Given a consumer
      And the token's claim requesting_organization.identifier[0].value is the JSON "Z98765"
      And an appointment is booked
      When it reads the appointment
      Then the response is 200 with the Appointment as it was [GPC-APT-211]

  Rule: What cannot be read is an error

    Scenario Outline: An id that <what> is not found
      Given a consumer
      And an appointment is booked
      When it reads the appointment with the id "<id>"
      Then the response is the error 404 NO_RECORD_FOUND [GPC-APT-216]
      And no Appointment is returned [GPC-APT-216]

      Examples:
        | what                     | id                                                               |
        | nobody gave              | {unknown}                                                        |
        | is as long as ids may be | 0123456789.abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ |

    Scenario: An id in the other case is not found
      Given a consumer
      And an appointment is booked
      When it reads the appointment by its id in the other case
      Then the response is the error 404 NO_RECORD_FOUND [GPC-APT-216]

    Scenario: An id with characters that are not allowed is not found
      Given a consumer
      And an appointment is booked
      When it reads the appointment with the id "ab$cd"
      Then the response is one of: [GPC-APT-216]
        | status | body            | reading                                  |
        | 404    | NO_RECORD_FOUND | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST     | the characters are not allowed           |

    Scenario: An appointment of the past is refused
      Given a consumer
      And the appointment "past"
      When it reads the appointment
      Then the response is one of: [GPC-APT-215]
        | status | body             | reading                                  |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome | the page names no code                   |
      And no Appointment is returned [GPC-APT-215]

    Scenario: Whether an appointment of earlier today is read is noted
      Given a consumer
      And the appointment "earlier-today"
      When it reads the appointment
      Then the response is one of: [GPC-APT-215]
        | status | body             | reading                                            |
        | 422    | INVALID_RESOURCE | development_fhir_error_handling_guidance           |
        | 200    | Appointment      | appointments_design: all of today counts as future |
        | 4xx    | OperationOutcome | the page names no code                             |

    Scenario: An appointment that cannot be built is an error
      Given a consumer
      And the appointment "incomplete"
      When it reads the appointment
      Then the response is the error 500 INTERNAL_SERVER_ERROR [GPC-APT-217]
      And the response has diagnostics [GPC-APT-217]
