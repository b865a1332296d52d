Feature: Retrieve a patient's appointments
  A consumer asks for the appointments of one patient over a range of days from today on.
  Specification page: appointments_use_case_retrieve_a_patients_appointments.

  Rule: The appointments of the patient in the range are returned

    Scenario Outline: A booked appointment is retrieved in <format>
      Given a consumer asking in <format>
      And an appointment is booked
      When it retrieves the patient's appointments
      Then the response is 200 with appointments of the patient [GPC-APT-219, GPC-APT-232, GPC-APT-233, GPC-APT-241, GPC-API-222]
      And the response is in <format> [GPC-APT-232]
      And the appointment is among them [GPC-APT-235]
      And every resource conforms to its GP Connect profile [GPC-APT-189, GPC-APT-233]
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
        | GPC-APT-238 | times in UK form                   |

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: The entries have no fullUrl
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments
      Then each Bundle keeps the rules of:
        | requirement | in short   |
        | GPC-APT-026 | no fullUrl |

    Scenario: The two bounds may come in either order
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value        |
        | start     | le{slot.day} |
        | start     | ge{slot.day} |
      Then the response is 200 with appointments of the patient [GPC-APT-220]
      And the appointment is among them [GPC-APT-220]

    Scenario: One day is a range
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments from "{slot.day}" to "{slot.day}"
      Then the appointment is among them [GPC-APT-221]
      And the response is 200 with appointments of the patient [GPC-APT-221]

    Scenario: The day before is another range
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments from "{slot.day-1}" to "{slot.day-1}"
      Then the appointment is not among them [GPC-APT-221]

    Scenario: The day after is another range
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments from "{slot.day+1}" to "{slot.day+1}"
      Then the appointment is not among them [GPC-APT-221]

    Scenario: Today is a range
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments from "{today}" to "{today}"
      Then the response is 200 with appointments of the patient or none [GPC-APT-227, GPC-APT-237]

    Scenario: An appointment of earlier today is retrieved
      Given a consumer
      And the appointment is for the patient "booked-in-practice"
      And the appointment "earlier-today"
      When it retrieves the patient's appointments from "{today}" to "{today}"
      Then the appointment is among them [GPC-APT-227]

    Scenario: An appointment of the past is not retrieved
      Given a consumer
      And the appointment is for the patient "booked-in-practice"
      And the appointment "past"
      When it retrieves the patient's appointments
      Then the appointment is not among them [GPC-APT-237]

    Scenario: All appointments of the range are there, cancelled ones too
      Given a consumer
      And an appointment is booked and cancelled
      And another appointment is booked
      And another appointment is booked
      When it retrieves the patient's appointments
      Then all appointments booked are among them [GPC-APT-235]
      And the response is 200 with appointments of the patient [GPC-APT-235]

    Scenario: A cancelled appointment is retrieved with its reason
      Given a consumer
      And an appointment is booked and cancelled
      When it retrieves the patient's appointments
      Then the appointment is among them [GPC-APT-235, GPC-APT-282]

    Scenario: An amended appointment is retrieved as it is now
      Given a consumer
      And an appointment is booked and amended
      When it retrieves the patient's appointments
      Then the appointment is among them [GPC-APT-240]

    Scenario: The appointments of another patient do not show
      Given a consumer
      And an appointment is booked
      And the appointment is for the patient "registered-minimal"
      When it retrieves the patient's appointments
      Then the response is 200 with appointments of the patient or none [GPC-APT-235]
      And the appointment is not among them [GPC-APT-235]

    Scenario: Without an appointment in the range the Bundle is empty
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments from "{today+730}" to "{today+740}"
      Then the response is 200 with an empty searchset Bundle [GPC-APT-234]

    Scenario Outline: The appointments "<role>" are retrieved
      Given a consumer
      And the appointment is for the patient "booked-in-practice"
      And the appointment "<role>"
      When it retrieves the patient's appointments
      Then the appointment is among them [GPC-APT-236, GPC-APT-126]
      And the response is 200 with appointments of the patient [GPC-APT-236]

      Examples:
        | role                           |
        | in-practice                    |
        | booked-by-another-organisation |
        | visit                          |

    Scenario: Visits refer to a stand-in
      Given a consumer
      And the appointment is for the patient "booked-in-practice"
      And the appointment "visit"
      When it retrieves the patient's appointments
      Then the Location of the visit is a stand-in [GPC-APT-239]

    Scenario: A patient who dissents from sharing the record has their appointments retrieved
      Given a consumer
      And the appointment is for the patient "dissent"
      And an appointment is booked
      When it retrieves the patient's appointments
      Then the appointment is among them [GPC-APT-037]

    Scenario: A parameter that is not known changes nothing
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments
      And it sends the same request again with the parameter made-up of the value "1"
      Then the appointment is among them [GPC-APT-029]
      And the response is 200 with appointments of the patient [GPC-APT-029]

    Scenario: What appointments refer to is relative, or on the same server
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments
      Then every reference is relative, or absolute on the same server [GPC-APT-024]

    Scenario: The time to retrieve is noted
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments
      Then the response is 200 with a Bundle [GPC-APT-232]
      And the response comes within 3000 ms [GPC-APT-042]

  Rule: The range is two whole days from today on

    Scenario: A range from today on is answered
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value       |
        | start     | ge{today}   |
        | start     | le{today+7} |
      Then the response is 200 with appointments of the patient or none [GPC-APT-220]

    Scenario Outline: A range that starts <what> is refused
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value    |
        | start     | ge<from> |
        | start     | le<to>   |
      Then the response is one of: [GPC-APT-226]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |
      And the diagnostics speak of the past [GPC-APT-226]
      And no Appointment is returned [GPC-APT-226]

      Examples:
        | what                  | from      | to        |
        | yesterday             | {today-1} | {today+7} |
        | and ends before today | {today-7} | {today-1} |

    Scenario Outline: A bound with a time, <what>, is refused
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value  |
        | start     | <from> |
        | start     | <to>   |
      Then the response is one of: [GPC-APT-228]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |
      And no Appointment is returned [GPC-APT-228]

      Examples:
        | what      | from                  | to                |
        | the lower | ge{today+1T00:00}     | le{today+7}       |
        | the upper | ge{today+1}           | le{today+7T23:59} |
        | both      | ge{today+1T00:00}     | le{today+7T23:59} |
        | in UTC    | ge{today+1}T10:00:00Z | le{today+7}       |

    Scenario Outline: Without <what> the request is refused
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value  |
        | start     | <from> |
      Then the response is one of: [GPC-APT-229]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
      And no Appointment is returned [GPC-APT-229]

      Examples:
        | what           | from        |
        | an upper bound | ge{today}   |
        | a lower bound  | le{today+7} |

    Scenario Outline: Two bounds <what> are refused
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value  |
        | start     | <from> |
        | start     | <to>   |
      Then the response is one of: [GPC-APT-229]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
      And no Appointment is returned [GPC-APT-229]

      Examples:
        | what                | from      | to          |
        | that are both lower | ge{today} | ge{today+7} |
        | that are both upper | le{today} | le{today+7} |
        | without a prefix    | {today}   | {today+7}   |

    Scenario: Without any parameter the request is refused
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments without any parameter
      Then the response is one of: [GPC-APT-229]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
      And no Appointment is returned [GPC-APT-229]

    Scenario Outline: Whether <prefix> is taken is noted
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value  |
        | start     | <from> |
        | start     | <to>   |
      Then the response is one of: [GPC-APT-030, GPC-API-221]
        | status | body              | reading                                  |
        | 200    | Bundle            | the general page has servers support it  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |

      Examples:
        | prefix | from      | to          |
        | gt     | gt{today} | le{today+7} |
        | lt     | ge{today} | lt{today+7} |
        | eq     | ge{today} | eq{today}   |

    Scenario Outline: A range that is <what> is refused
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value    |
        | start     | ge<from> |
        | start     | le<to>   |
      Then the response is the error 422 INVALID_PARAMETER [GPC-APT-230]
      And the response has diagnostics [GPC-APT-230]
      And no Appointment is returned [GPC-APT-230]

      Examples:
        | what                | from      | to         |
        | the wrong way round | {today+7} | {today+6}  |
        | not of the calendar | {today}   | 2030-02-30 |
        | written otherwise   | {today}   | 31-12-2030 |
        | a word              | abc       | {today+7}  |

    Scenario Outline: A date that is only a <part> is refused or noted
      Given a consumer
      And an appointment is booked
      When it retrieves the patient's appointments with:
        | parameter | value     |
        | start     | ge{today} |
        | start     | le<to>    |
      Then the response is one of: [GPC-APT-230]
        | status | body              | verdict | reading                                  |
        | 422    | INVALID_PARAMETER | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | warn    | another error                            |
        | 200    | Bundle            | warn    | that dates are whole is for the consumer |

      Examples:
        | part  | to      |
        | year  | 2030    |
        | month | 2030-01 |

  Rule: The patient is one of the practice

    Scenario: A patient who is not known is best not found
      Given a consumer
      And an appointment is booked
      When it retrieves the appointments of the patient with the id "{unknown}"
      Then the response is one of: [GPC-APT-231]
        | status | body              | verdict | reading                                  |
        | 404    | PATIENT_NOT_FOUND | pass    | development_fhir_error_handling_guidance |
        | 404    | NO_RECORD_FOUND   | warn    | the page does not speak of it            |
        | 200    | empty Bundle      | warn    | a search finds nothing                   |
      And no Appointment is returned [GPC-APT-231]

    Scenario: A sensitive patient is not found
      Given a consumer
      And an appointment is booked
      When it retrieves the appointments of the patient "sensitive" by the id in the test data
      Then the response is the error 404 PATIENT_NOT_FOUND [GPC-APT-036]
      And no Appointment is returned [GPC-APT-036]

    Scenario: An appointment that cannot be built fails the whole request
      Given a consumer
      And an appointment is booked
      And the appointment is for the patient "incomplete-appointment"
      When it retrieves the patient's appointments
      Then the response is the error 500 INTERNAL_SERVER_ERROR [GPC-APT-035]
      And the response has diagnostics [GPC-APT-035]
      And no Appointment is returned [GPC-APT-035]
