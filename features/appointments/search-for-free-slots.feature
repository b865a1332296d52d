Feature: Search for free slots
  A consumer asks a practice for the slots that it may book.
  Specification page: appointments_use_case_search_for_free_slots.

  Rule: Free slots of a period are offered

    Scenario Outline: Free slots are found in <format>
      Given a consumer asking in <format>
      When it searches for free slots
      Then the response is 200 with free slots [GPC-APT-052, GPC-APT-083, GPC-APT-084]
      And the response is in <format> [GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-086]
      And every resource conforms to its GP Connect profile [GPC-APT-106, GPC-APT-115]
      And each Slot keeps the rules of:
        | requirement | in short                            |
        | GPC-APT-045 | times in UK form                    |
        | GPC-APT-107 | one Schedule                        |
        | GPC-APT-108 | free                                |
        | GPC-APT-109 | end after start                     |
        | GPC-APT-110 | one delivery channel                |
        | GPC-APT-111 | the slot type                       |
        | GPC-APT-113 | no specialty                        |
        | GPC-APT-114 | nothing that the profile rules out  |
        | GPC-API-016 | a well-formed id                    |
        | GPC-API-186 | a profile                           |
        | GPC-API-189 | a version                           |
      And each Schedule keeps the rules of:
        | requirement | in short                             |
        | GPC-APT-116 | a Location, and Practitioners        |
        | GPC-APT-117 | the role of the practitioner         |
        | GPC-APT-118 | the schedule type                    |
        | GPC-APT-119 | a planning horizon with both ends    |
        | GPC-APT-120 | no specialty                         |
        | GPC-APT-121 | nothing that the profile rules out   |
        | GPC-APT-122 | no delivery channel                  |
        | GPC-API-016 | a well-formed id                     |
        | GPC-API-186 | a profile                            |
        | GPC-API-189 | a version                            |
      And each Location keeps the rules of:
        | requirement | in short                          |
        | GPC-APT-103 | filled as when it is read         |
        | GPC-APT-124 | addresses in their parts          |
      And each Organization keeps the rules of:
        | requirement | in short                          |
        | GPC-APT-102 | filled as when it is read         |
        | GPC-APT-125 | telecoms with system and value    |

      Examples:
        | format |
        | JSON   |
        | XML    |

    Scenario: The practitioners of the schedules are filled in
      Given a consumer
      When it searches for free slots
      Then each Practitioner keeps the rules of:
        | requirement | in short                     |
        | GPC-APT-105 | filled as when they are read |

    Scenario: Slots and schedules hold what their set-up demands
      Given a consumer
      When it searches for free slots
      Then in each Slot: [GPC-APT-046, GPC-APT-110, GPC-APT-131]
        | FHIRPath                                                                                                                       | is   |
        | extension.where(url = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-DeliveryChannel-2').value.exists() | true |
      And in each Schedule: [GPC-APT-046, GPC-APT-117, GPC-APT-131]
        | FHIRPath                                                                                                                             | is   |
        | extension.where(url = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-PractitionerRole-1').value.coding.exists() | true |
      And in each Schedule: [GPC-APT-123]
        | FHIRPath                                                                                                                                                                 | is   |
        | extension.where(url = 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-PractitionerRole-1').value.coding.code.all(matches('^R[0-9]{4}$')) | true |

    Scenario: The Location is the place of the appointment
      Given a consumer
      When it searches for free slots
      Then every reference can be read [GPC-APT-028]
      And every reference is relative, or absolute on the same server [GPC-APT-024]
      And each Location's managing organisation is the practice that was asked [GPC-APT-104, GPC-APT-102]

    Scenario: The entries have no fullUrl
      Given a consumer
      When it searches for free slots
      Then each Bundle keeps the rules of:
        | requirement | in short   |
        | GPC-APT-026 | no fullUrl |

    Scenario: The slots are the same in JSON and in XML
      Given a consumer asking in JSON
      When it searches for free slots
      And it sends the same request again in XML
      Then the slots are the same as those found before [GPC-APT-014]

    Scenario: The profiles are listed in the capability statement
      Given a consumer
      When it searches for free slots
      Then every profile declared is listed in the capability statement [GPC-API-187]

    Scenario: The time to find slots is noted
      Given a consumer
      When it searches for free slots
      Then the response comes within 3000 ms [GPC-APT-042]
      And the response comes within 1000 ms [GPC-APT-043]

  Rule: What is included is what was asked for

    Scenario: With nothing more included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today+1}   |
        | end       | le{today+13}  |
        | _include  | Slot:schedule |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

    Scenario: With practitioners included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                       |
        | status           | free                        |
        | start            | ge{today+1}                 |
        | end              | le{today+13}                |
        | _include         | Slot:schedule               |
        | _include:recurse | Schedule:actor:Practitioner |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

    Scenario: With locations included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                   |
        | status           | free                    |
        | start            | ge{today+1}             |
        | end              | le{today+13}            |
        | _include         | Slot:schedule           |
        | _include:recurse | Schedule:actor:Location |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

    Scenario: With organisations included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Location:managingOrganization |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

    Scenario: With practitioners and locations included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                       |
        | status           | free                        |
        | start            | ge{today+1}                 |
        | end              | le{today+13}                |
        | _include         | Slot:schedule               |
        | _include:recurse | Schedule:actor:Practitioner |
        | _include:recurse | Schedule:actor:Location     |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

    Scenario: With practitioners and organisations included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Location:managingOrganization |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

    Scenario: With locations and organisations included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

    Scenario: With practitioners and locations and organisations included the Bundle holds just that
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then the response is 200 with free slots [GPC-APT-057, GPC-APT-083]
      And the Bundle holds just what belongs to its slots [GPC-APT-058, GPC-APT-101]

  Rule: Start and end are days or times in the United Kingdom

    Scenario Outline: A period from <from> to <to> gives slots that lie in it
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge<from>      |
        | end       | le<to>        |
        | _include  | Slot:schedule |
      Then the response is 200 with free slots [GPC-APT-054, GPC-APT-055, GPC-APT-088, GPC-APT-030, GPC-API-221]

      Examples:
        | from            | to              |
        | {today+1}       | {today+13}      |
        | {today+2T00:00} | {today+9T23:30} |
        | {today+1}       | {today+8T18:00} |
        | {today+3T09:00} | {today+10}      |
        | {today+1}       | {today+1}       |

    Scenario: A slot that fills the period is offered
      Given a consumer
      And a free slot is held
      When it searches for free slots with:
        | parameter | value          |
        | status    | free           |
        | start     | ge{slot.start} |
        | end       | le{slot.end}   |
        | _include  | Slot:schedule  |
      Then the slot held is offered [GPC-APT-088]

    Scenario: A slot that starts before the period is not offered
      Given a consumer
      And a free slot is held
      When it searches for free slots with:
        | parameter | value            |
        | status    | free             |
        | start     | ge{slot.start+1} |
        | end       | le{slot.end+60}  |
        | _include  | Slot:schedule    |
      Then the slot held is not offered [GPC-APT-088]

    Scenario: A slot that ends after the period is not offered
      Given a consumer
      And a free slot is held
      When it searches for free slots with:
        | parameter | value             |
        | status    | free              |
        | start     | ge{slot.start-60} |
        | end       | le{slot.end-1}    |
        | _include  | Slot:schedule     |
      Then the slot held is not offered [GPC-APT-088]

    Scenario: A slot that ends as the period starts is not offered
      Given a consumer
      And a free slot is held
      When it searches for free slots with:
        | parameter | value           |
        | status    | free            |
        | start     | ge{slot.end}    |
        | end       | le{slot.end+60} |
        | _include  | Slot:schedule   |
      Then the slot held is not offered [GPC-APT-088]

    Scenario: A slot is offered on its day
      Given a consumer
      And a free slot is held
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{slot.day}  |
        | end       | le{slot.day}  |
        | _include  | Slot:schedule |
      Then the slot held is offered [GPC-APT-088]

    Scenario: A slot is not offered for the day before
      Given a consumer
      And a free slot is held
      When it searches for free slots with:
        | parameter | value          |
        | status    | free           |
        | start     | ge{slot.day-1} |
        | end       | le{slot.day-1} |
        | _include  | Slot:schedule  |
      Then the slot held is not offered [GPC-APT-088]

    Scenario: A slot is not offered for the day after
      Given a consumer
      And a free slot is held
      When it searches for free slots with:
        | parameter | value          |
        | status    | free           |
        | start     | ge{slot.day+1} |
        | end       | le{slot.day+1} |
        | _include  | Slot:schedule  |
      Then the slot held is not offered [GPC-APT-088]

    Scenario: A period across a clock change is taken with the offset of each end
      Given a consumer
      When it searches for free slots with:
        | parameter | value              |
        | status    | free               |
        | start     | ge{change-2T12:00} |
        | end       | le{change+1T17:00} |
        | _include  | Slot:schedule      |
      Then the response is 200 with free slots or none [GPC-APT-059]

    Scenario: A period of days across a clock change is taken
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{change-2}  |
        | end       | le{change+1}  |
        | _include  | Slot:schedule |
      Then the response is 200 with free slots or none [GPC-APT-059]

    Scenario: A period that is over is no error
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today-10}  |
        | end       | le{today-3}   |
        | _include  | Slot:schedule |
      Then the response is 200 with free slots or none [GPC-APT-061]

    Scenario: Where no slot is, the Bundle is empty
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+730}                 |
        | end              | le{today+743}                 |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then the response is 200 with an empty searchset Bundle [GPC-APT-085]
      And every resource conforms to its GP Connect profile [GPC-APT-085]

    Scenario: A part of the period gives just the slots of that part
      Given a consumer
      When it searches for free slots
      Then of 12 generated windows each gives just the slots that lie in it [GPC-APT-088, GPC-APT-089]

  Rule: A period is two weeks at most

    Scenario Outline: A period of <what> is answered
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge<from>      |
        | end       | le<to>        |
        | _include  | Slot:schedule |
      Then the response is 200 with free slots or none [GPC-APT-072, GPC-APT-083]

      Examples:
        | what                         | from            | to               |
        | fourteen days, counted whole | {today+1}       | {today+14}       |
        | two weeks to the second      | {today+1T08:00} | {today+15T08:00} |

    Scenario Outline: A period of <what> is refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge<from>      |
        | end       | le<to>        |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-072, GPC-APT-081]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |
      And no Slot is returned [GPC-APT-072]

      Examples:
        | what                    | from            | to               |
        | 16 days                 | {today+1}       | {today+17}       |
        | a month                 | {today+1}       | {today+32}       |
        | two weeks and two hours | {today+1T08:00} | {today+15T10:00} |

    Scenario: Whether two weeks end on the last day or before it is noted
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today+1}   |
        | end       | le{today+15}  |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-072]
        | status | body              | reading                             |
        | 200    | Bundle            | 14 days after the first is the last |
        | 422    | INVALID_PARAMETER | 15 days are more than two weeks     |
        | 4xx    | OperationOutcome  | 15 days are more than two weeks     |

  Rule: The parameters that the page demands have to be there

    Scenario: Without a status the search is refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | start     | ge{today+1}   |
        | end       | le{today+13}  |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-073, GPC-APT-081]
        | status | body              | reading                                  |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |
      And the diagnostics name "status" [GPC-APT-081]
      And no Slot is returned [GPC-APT-073]

    Scenario Outline: With <what> as status the search is refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | <status>      |
        | start     | ge{today+1}   |
        | end       | le{today+13}  |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-074, GPC-APT-081]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |
      And no Slot is returned [GPC-APT-074]

      Examples:
        | what                   | status           |
        | busy slots             | busy             |
        | unavailable slots      | busy-unavailable |
        | tentative slots        | busy-tentative   |
        | slots entered in error | entered-in-error |
        | another case           | Free             |
        | nothing                |                  |
        | two values             | free,busy        |

    Scenario: Without the schedules included the search is refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value        |
        | status    | free         |
        | start     | ge{today+1}  |
        | end       | le{today+13} |
      Then the response is one of: [GPC-APT-075, GPC-APT-081]
        | status | body              | reading                                  |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |
      And no Slot is returned [GPC-APT-075]

    Scenario: With all but the schedules included the search is refused
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then the response is one of: [GPC-APT-075]
        | status | body              | reading                                  |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | the page names no code                   |
      And no Slot is returned [GPC-APT-075]

    Scenario: Without start the search is best refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | end       | le{today+13}  |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-076]
        | status | body              | verdict | reading                                  |
        | 400    | BAD_REQUEST       | pass    | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | pass    | the page names no code                   |
        | 200    | Bundle            | warn    | the rule is on the consumer              |

    Scenario: Without end the search is best refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today+1}   |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-076]
        | status | body              | verdict | reading                                  |
        | 400    | BAD_REQUEST       | pass    | development_fhir_error_handling_guidance |
        | 422    | INVALID_PARAMETER | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | pass    | the page names no code                   |
        | 200    | Bundle            | warn    | the rule is on the consumer              |

    Scenario: With start given twice the search is best refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today+1}   |
        | end       | le{today+13}  |
        | _include  | Slot:schedule |
        | start     | ge{today+2}   |
      Then the response is one of: [GPC-APT-077]
        | status | body              | verdict | reading                                  |
        | 422    | INVALID_PARAMETER | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | pass    | the page names no code                   |
        | 200    | Bundle            | warn    | the rule is on the consumer              |

    Scenario: With end given twice the search is best refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today+1}   |
        | end       | le{today+13}  |
        | _include  | Slot:schedule |
        | end       | le{today+12}  |
      Then the response is one of: [GPC-APT-077]
        | status | body              | verdict | reading                                  |
        | 422    | INVALID_PARAMETER | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | pass    | the page names no code                   |
        | 200    | Bundle            | warn    | the rule is on the consumer              |

    Scenario Outline: Whether <which> is taken with <prefix> is noted
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | <start>       |
        | end       | <end>         |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-078]
        | status | body              | reading                                             |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance            |
        | 4xx    | OperationOutcome  | the page names no code                              |
        | 200    | Bundle            | the general page has servers support other prefixes |

      Examples:
        | which | prefix    | start       | end          |
        | start | no prefix | {today+1}   | le{today+13} |
        | start | eq        | eq{today+1} | le{today+13} |
        | start | gt        | gt{today+1} | le{today+13} |
        | start | lt        | lt{today+1} | le{today+13} |
        | start | sa        | sa{today+1} | le{today+13} |
        | end   | no prefix | ge{today+1} | {today+13}   |
        | end   | eq        | ge{today+1} | eq{today+13} |
        | end   | lt        | ge{today+1} | lt{today+13} |
        | end   | gt        | ge{today+1} | gt{today+13} |
        | end   | eb        | ge{today+1} | eb{today+13} |

    Scenario Outline: A start that is <what> is refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | <start>       |
        | end       | le{today+13}  |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-079, GPC-APT-081]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
      And the diagnostics name "start" [GPC-APT-081]
      And no Slot is returned [GPC-APT-079]

      Examples:
        | what                   | start                      |
        | the wrong way round    | ge20-01-2030               |
        | no day of the calendar | ge2030-02-30               |
        | a word                 | getoday                    |
        | a time without seconds | ge{today+1}T10:00          |
        | a time after midnight  | ge{today+1}T25:00:00+00:00 |

    Scenario Outline: An end that is <what> is refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today+1}   |
        | end       | <end>         |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-079, GPC-APT-081]
        | status | body              | reading                                  |
        | 422    | INVALID_PARAMETER | development_fhir_error_handling_guidance |
        | 400    | BAD_REQUEST       | development_fhir_error_handling_guidance |
      And no Slot is returned [GPC-APT-079]

      Examples:
        | what                   | end                        |
        | the wrong way round    | le20-01-2030               |
        | no day of the calendar | le2030-02-30               |
        | a word                 | letomorrow                 |
        | a time without seconds | le{today+9}T10:00          |
        | a time after midnight  | le{today+9}T25:00:00+00:00 |

    Scenario Outline: A <which> that is only a <part> is refused or noted
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | <start>       |
        | end       | <end>         |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-079]
        | status | body              | verdict | reading                                          |
        | 422    | INVALID_PARAMETER | pass    | development_fhir_error_handling_guidance         |
        | 400    | BAD_REQUEST       | pass    | development_fhir_error_handling_guidance         |
        | 200    | Bundle            | warn    | the rule that dates are whole is on the consumer |
        | 4xx    | OperationOutcome  | warn    | a period of a year is longer than two weeks      |

      Examples:
        | which | part  | start       | end          |
        | start | year  | ge2026      | le{today+13} |
        | start | month | ge2026-11   | le{today+13} |
        | end   | year  | ge{today+1} | le2030       |
        | end   | month | ge{today+1} | le2030-01    |

    Scenario: A period that ends before it starts is best refused
      Given a consumer
      When it searches for free slots with:
        | parameter | value         |
        | status    | free          |
        | start     | ge{today+5}   |
        | end       | le{today+4}   |
        | _include  | Slot:schedule |
      Then the response is one of: [GPC-APT-080]
        | status | body              | verdict | reading                                  |
        | 422    | INVALID_PARAMETER | pass    | development_fhir_error_handling_guidance |
        | 4xx    | OperationOutcome  | pass    | the page names no code                   |
        | 200    | empty Bundle      | warn    | no slot can lie in it                    |

  Rule: What the provider does not know is ignored

    Scenario Outline: <what> changes nothing
      Given a consumer
      When it searches for free slots
      And it sends the same request again with the parameter <name> of the value "<value>"
      Then the slots are the same as those found before [<requirement>]

      Examples:
        | what                        | name          | value                              | requirement |
        | A parameter made up         | made-up       | 1                                  | GPC-APT-029 |
        | A filter of another system  | searchFilter  | https://example.org/made-up\|abc   | GPC-APT-082 |

  Rule: Restricted slots are offered to those who may have them, and to nobody else

    Scenario: The filters of an organisation are taken in either order
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{odsCode}                       |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
      Then the response is 200 with free slots [GPC-APT-056]

    Scenario Outline: The filters of <what> are taken
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
        | searchFilter     | <filter>                      |
      Then the response is 200 with free slots [GPC-APT-056]

      Examples:
        | what         | filter                                                                        |
        | a type alone | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | a code alone | https://fhir.nhs.uk/Id/ods-organization-code\|{odsCode}                       |

    Scenario: Whoever tells more of themselves is offered no less
      Given a consumer
      When it searches for free slots
      Then of 4 generated filters none takes a slot away [GPC-APT-092, GPC-APT-093, GPC-APT-094, GPC-APT-095]

    Scenario: Slots "type-restricted" are not offered to who tells neither type nor code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then no slot of "type-restricted" is offered [GPC-APT-092]

    Scenario: Slots "type-restricted" are not offered to who tells another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                |
        | status           | free                                                 |
        | start            | ge{today+1}                                          |
        | end              | le{today+13}                                         |
        | _include         | Slot:schedule                                        |
        | _include:recurse | Schedule:actor:Practitioner                          |
        | _include:recurse | Schedule:actor:Location                              |
        | _include:recurse | Location:managingOrganization                        |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765 |
      Then no slot of "type-restricted" is offered [GPC-APT-094]

    Scenario: Slots "type-restricted" are not offered to who tells another type
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
      Then no slot of "type-restricted" is offered [GPC-APT-093]

    Scenario: Slots "type-restricted" are not offered to who tells another type and another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765                          |
      Then no slot of "type-restricted" is offered [GPC-APT-095]

    Scenario: Slots "type-restricted" are offered to who tells the type
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                                                |
        | status           | free                                                                                                 |
        | start            | ge{today+1}                                                                                          |
        | end              | le{today+13}                                                                                         |
        | _include         | Slot:schedule                                                                                        |
        | _include:recurse | Schedule:actor:Practitioner                                                                          |
        | _include:recurse | Schedule:actor:Location                                                                              |
        | _include:recurse | Location:managingOrganization                                                                        |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|{type-restricted.organizationType} |
      Then a slot of "type-restricted" is offered [GPC-APT-093]

    Scenario: Slots "type-restricted" are offered to who tells the type and another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                                                |
        | status           | free                                                                                                 |
        | start            | ge{today+1}                                                                                          |
        | end              | le{today+13}                                                                                         |
        | _include         | Slot:schedule                                                                                        |
        | _include:recurse | Schedule:actor:Practitioner                                                                          |
        | _include:recurse | Schedule:actor:Location                                                                              |
        | _include:recurse | Location:managingOrganization                                                                        |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|{type-restricted.organizationType} |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765                                                 |
      Then a slot of "type-restricted" is offered [GPC-APT-095]

    Scenario: Slots "code-restricted" are not offered to who tells neither type nor code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then no slot of "code-restricted" is offered [GPC-APT-092]

    Scenario: Slots "code-restricted" are not offered to who tells another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                |
        | status           | free                                                 |
        | start            | ge{today+1}                                          |
        | end              | le{today+13}                                         |
        | _include         | Slot:schedule                                        |
        | _include:recurse | Schedule:actor:Practitioner                          |
        | _include:recurse | Schedule:actor:Location                              |
        | _include:recurse | Location:managingOrganization                        |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765 |
      Then no slot of "code-restricted" is offered [GPC-APT-094]

    Scenario: Slots "code-restricted" are offered to who tells the code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                   |
        | status           | free                                                                    |
        | start            | ge{today+1}                                                             |
        | end              | le{today+13}                                                            |
        | _include         | Slot:schedule                                                           |
        | _include:recurse | Schedule:actor:Practitioner                                             |
        | _include:recurse | Schedule:actor:Location                                                 |
        | _include:recurse | Location:managingOrganization                                           |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{code-restricted.odsCode} |
      Then a slot of "code-restricted" is offered [GPC-APT-094]

    Scenario: Slots "code-restricted" are not offered to who tells another type
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
      Then no slot of "code-restricted" is offered [GPC-APT-093]

    Scenario: Slots "code-restricted" are not offered to who tells another type and another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765                          |
      Then no slot of "code-restricted" is offered [GPC-APT-095]

    Scenario: Slots "code-restricted" are offered to who tells another type and the code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{code-restricted.odsCode}       |
      Then a slot of "code-restricted" is offered [GPC-APT-095]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells neither type nor code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{today+1}                   |
        | end              | le{today+13}                  |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-092]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                |
        | status           | free                                                 |
        | start            | ge{today+1}                                          |
        | end              | le{today+13}                                         |
        | _include         | Slot:schedule                                        |
        | _include:recurse | Schedule:actor:Practitioner                          |
        | _include:recurse | Schedule:actor:Location                              |
        | _include:recurse | Location:managingOrganization                        |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765 |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-094]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells the code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                            |
        | status           | free                                                                             |
        | start            | ge{today+1}                                                                      |
        | end              | le{today+13}                                                                     |
        | _include         | Slot:schedule                                                                    |
        | _include:recurse | Schedule:actor:Practitioner                                                      |
        | _include:recurse | Schedule:actor:Location                                                          |
        | _include:recurse | Location:managingOrganization                                                    |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{type-and-code-restricted.odsCode} |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-094]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells another type
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-093]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells another type and another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765                          |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-095]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells another type and the code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                            |
        | status           | free                                                                             |
        | start            | ge{today+1}                                                                      |
        | end              | le{today+13}                                                                     |
        | _include         | Slot:schedule                                                                    |
        | _include:recurse | Schedule:actor:Practitioner                                                      |
        | _include:recurse | Schedule:actor:Location                                                          |
        | _include:recurse | Location:managingOrganization                                                    |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice    |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{type-and-code-restricted.odsCode} |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-095]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells the type
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                                                         |
        | status           | free                                                                                                          |
        | start            | ge{today+1}                                                                                                   |
        | end              | le{today+13}                                                                                                  |
        | _include         | Slot:schedule                                                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                                                   |
        | _include:recurse | Schedule:actor:Location                                                                                       |
        | _include:recurse | Location:managingOrganization                                                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|{type-and-code-restricted.organizationType} |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-093]

    Scenario: Slots "type-and-code-restricted" are not offered to who tells the type and another code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                                                         |
        | status           | free                                                                                                          |
        | start            | ge{today+1}                                                                                                   |
        | end              | le{today+13}                                                                                                  |
        | _include         | Slot:schedule                                                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                                                   |
        | _include:recurse | Schedule:actor:Location                                                                                       |
        | _include:recurse | Location:managingOrganization                                                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|{type-and-code-restricted.organizationType} |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|Z98765                                                          |
      Then no slot of "type-and-code-restricted" is offered [GPC-APT-095]

    Scenario: Slots "type-and-code-restricted" are offered to who tells the type and the code
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                                                         |
        | status           | free                                                                                                          |
        | start            | ge{today+1}                                                                                                   |
        | end              | le{today+13}                                                                                                  |
        | _include         | Slot:schedule                                                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                                                   |
        | _include:recurse | Schedule:actor:Location                                                                                       |
        | _include:recurse | Location:managingOrganization                                                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|{type-and-code-restricted.organizationType} |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{type-and-code-restricted.odsCode}                              |
      Then a slot of "type-and-code-restricted" is offered [GPC-APT-095]

    Scenario: Slots "type-and-code-restricted" are offered to who tells the code before the type
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                                                         |
        | status           | free                                                                                                          |
        | start            | ge{today+1}                                                                                                   |
        | end              | le{today+13}                                                                                                  |
        | _include         | Slot:schedule                                                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                                                   |
        | _include:recurse | Schedule:actor:Location                                                                                       |
        | _include:recurse | Location:managingOrganization                                                                                 |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{type-and-code-restricted.odsCode}                              |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|{type-and-code-restricted.organizationType} |
      Then a slot of "type-and-code-restricted" is offered [GPC-APT-056]

    Scenario: Every code of a list is offered its slots
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                        |
        | status           | free                                                                         |
        | start            | ge{today+1}                                                                  |
        | end              | le{today+13}                                                                 |
        | _include         | Slot:schedule                                                                |
        | _include:recurse | Schedule:actor:Practitioner                                                  |
        | _include:recurse | Schedule:actor:Location                                                      |
        | _include:recurse | Location:managingOrganization                                                |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{code-restricted.otherOdsCode} |
      Then a slot of "code-restricted" is offered [GPC-APT-094]

    Scenario: Slots "unmarked" are not offered
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{odsCode}                       |
      Then no slot of "unmarked" is offered [GPC-APT-090]

    Scenario: Slots "visit" are not offered
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{odsCode}                       |
      Then no slot of "visit" is offered [GPC-APT-091]

    Scenario: A slot under embargo is not offered
      Given a consumer
      And the appointment takes the slot of "embargoed" in the test data
      When it searches for free slots with:
        | parameter        | value                                                                         |
        | status           | free                                                                          |
        | start            | ge{today+1}                                                                   |
        | end              | le{today+13}                                                                  |
        | _include         | Slot:schedule                                                                 |
        | _include:recurse | Schedule:actor:Practitioner                                                   |
        | _include:recurse | Schedule:actor:Location                                                       |
        | _include:recurse | Location:managingOrganization                                                 |
        | searchFilter     | https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1\|gp-practice |
        | searchFilter     | https://fhir.nhs.uk/Id/ods-organization-code\|{odsCode}                       |
      Then the slot held is not offered [GPC-APT-096]

    Scenario: A slot that cannot be built fails the whole search
      Given a consumer
      When it searches for free slots with:
        | parameter        | value                         |
        | status           | free                          |
        | start            | ge{incomplete.day}            |
        | end              | le{incomplete.day}            |
        | _include         | Slot:schedule                 |
        | _include:recurse | Schedule:actor:Practitioner   |
        | _include:recurse | Schedule:actor:Location       |
        | _include:recurse | Location:managingOrganization |
      Then the response is the error 500 INTERNAL_SERVER_ERROR [GPC-APT-035]
      And the response has diagnostics [GPC-APT-035]
      And no Slot is returned [GPC-APT-035]
