Feature: Spine headers
  Each request says where it comes from, where it goes and what it is about; a provider takes none that does not.
  Specification pages: development_api_security_guidance, integration_spine_secure_proxy, development_fhir_error_handling_guidance.

  Rule: Each of the four headers has to be there

    Scenario Outline: A request to <interaction> with <header> <state> is refused
      Given a consumer
      And the request's <header> header is <state>
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [<requirement>]

      Examples: read metadata
        | interaction   | header            | state   | requirement |
        | read metadata | Ssp-TraceID       | missing | GPC-API-047 |
        | read metadata | Ssp-From          | missing | GPC-API-048 |
        | read metadata | Ssp-To            | missing | GPC-API-049 |
        | read metadata | Ssp-InteractionID | missing | GPC-API-050 |
        | read metadata | Ssp-TraceID       | empty   | GPC-API-047 |
        | read metadata | Ssp-From          | empty   | GPC-API-048 |
        | read metadata | Ssp-To            | empty   | GPC-API-049 |
        | read metadata | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: find a patient
        | interaction    | header            | state   | requirement |
        | find a patient | Ssp-TraceID       | missing | GPC-API-047 |
        | find a patient | Ssp-From          | missing | GPC-API-048 |
        | find a patient | Ssp-To            | missing | GPC-API-049 |
        | find a patient | Ssp-InteractionID | missing | GPC-API-050 |
        | find a patient | Ssp-TraceID       | empty   | GPC-API-047 |
        | find a patient | Ssp-From          | empty   | GPC-API-048 |
        | find a patient | Ssp-To            | empty   | GPC-API-049 |
        | find a patient | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: read a patient
        | interaction    | header            | state   | requirement |
        | read a patient | Ssp-TraceID       | missing | GPC-API-047 |
        | read a patient | Ssp-From          | missing | GPC-API-048 |
        | read a patient | Ssp-To            | missing | GPC-API-049 |
        | read a patient | Ssp-InteractionID | missing | GPC-API-050 |
        | read a patient | Ssp-TraceID       | empty   | GPC-API-047 |
        | read a patient | Ssp-From          | empty   | GPC-API-048 |
        | read a patient | Ssp-To            | empty   | GPC-API-049 |
        | read a patient | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: find a practitioner
        | interaction         | header            | state   | requirement |
        | find a practitioner | Ssp-TraceID       | missing | GPC-API-047 |
        | find a practitioner | Ssp-From          | missing | GPC-API-048 |
        | find a practitioner | Ssp-To            | missing | GPC-API-049 |
        | find a practitioner | Ssp-InteractionID | missing | GPC-API-050 |
        | find a practitioner | Ssp-TraceID       | empty   | GPC-API-047 |
        | find a practitioner | Ssp-From          | empty   | GPC-API-048 |
        | find a practitioner | Ssp-To            | empty   | GPC-API-049 |
        | find a practitioner | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: read a practitioner
        | interaction         | header            | state   | requirement |
        | read a practitioner | Ssp-TraceID       | missing | GPC-API-047 |
        | read a practitioner | Ssp-From          | missing | GPC-API-048 |
        | read a practitioner | Ssp-To            | missing | GPC-API-049 |
        | read a practitioner | Ssp-InteractionID | missing | GPC-API-050 |
        | read a practitioner | Ssp-TraceID       | empty   | GPC-API-047 |
        | read a practitioner | Ssp-From          | empty   | GPC-API-048 |
        | read a practitioner | Ssp-To            | empty   | GPC-API-049 |
        | read a practitioner | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: find an organisation
        | interaction          | header            | state   | requirement |
        | find an organisation | Ssp-TraceID       | missing | GPC-API-047 |
        | find an organisation | Ssp-From          | missing | GPC-API-048 |
        | find an organisation | Ssp-To            | missing | GPC-API-049 |
        | find an organisation | Ssp-InteractionID | missing | GPC-API-050 |
        | find an organisation | Ssp-TraceID       | empty   | GPC-API-047 |
        | find an organisation | Ssp-From          | empty   | GPC-API-048 |
        | find an organisation | Ssp-To            | empty   | GPC-API-049 |
        | find an organisation | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: read an organisation
        | interaction          | header            | state   | requirement |
        | read an organisation | Ssp-TraceID       | missing | GPC-API-047 |
        | read an organisation | Ssp-From          | missing | GPC-API-048 |
        | read an organisation | Ssp-To            | missing | GPC-API-049 |
        | read an organisation | Ssp-InteractionID | missing | GPC-API-050 |
        | read an organisation | Ssp-TraceID       | empty   | GPC-API-047 |
        | read an organisation | Ssp-From          | empty   | GPC-API-048 |
        | read an organisation | Ssp-To            | empty   | GPC-API-049 |
        | read an organisation | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: read a location
        | interaction     | header            | state   | requirement |
        | read a location | Ssp-TraceID       | missing | GPC-API-047 |
        | read a location | Ssp-From          | missing | GPC-API-048 |
        | read a location | Ssp-To            | missing | GPC-API-049 |
        | read a location | Ssp-InteractionID | missing | GPC-API-050 |
        | read a location | Ssp-TraceID       | empty   | GPC-API-047 |
        | read a location | Ssp-From          | empty   | GPC-API-048 |
        | read a location | Ssp-To            | empty   | GPC-API-049 |
        | read a location | Ssp-InteractionID | empty   | GPC-API-050 |

      Examples: register a patient
        | interaction        | header            | state   | requirement |
        | register a patient | Ssp-TraceID       | missing | GPC-API-047 |
        | register a patient | Ssp-From          | missing | GPC-API-048 |
        | register a patient | Ssp-To            | missing | GPC-API-049 |
        | register a patient | Ssp-InteractionID | missing | GPC-API-050 |
        | register a patient | Ssp-TraceID       | empty   | GPC-API-047 |
        | register a patient | Ssp-From          | empty   | GPC-API-048 |
        | register a patient | Ssp-To            | empty   | GPC-API-049 |
        | register a patient | Ssp-InteractionID | empty   | GPC-API-050 |

  Rule: The interaction ID fits the request

    Scenario Outline: A request to <interaction> with the ID of <other> is refused
      Given a consumer
      And the request's interaction ID is "<interaction ID>"
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [GPC-API-051, GPC-API-056]

      Examples:
        | interaction          | interaction ID                                                        | other                |
        | read metadata        | urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1           | find a patient       |
        | read metadata        | urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1             | read a patient       |
        | find a patient       | urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1             | read a patient       |
        | find a patient       | urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-1            | read metadata        |
        | find a patient       | urn:nhs:names:services:gpconnect:fhir:rest:search:organization-1      | find an organisation |
        | read a patient       | urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1           | find a patient       |
        | read a patient       | urn:nhs:names:services:gpconnect:fhir:rest:read:organization-1        | read an organisation |
        | read a patient       | urn:nhs:names:services:gpconnect:fhir:operation:gpc.registerpatient-1 | register a patient   |
        | find a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1           | find a patient       |
        | find a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:read:practitioner-1        | read a practitioner  |
        | read a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:search:practitioner-1      | find a practitioner  |
        | read a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:read:location-1            | read a location      |
        | find an organisation | urn:nhs:names:services:gpconnect:fhir:rest:search:practitioner-1      | find a practitioner  |
        | find an organisation | urn:nhs:names:services:gpconnect:fhir:rest:read:organization-1        | read an organisation |
        | read an organisation | urn:nhs:names:services:gpconnect:fhir:rest:search:organization-1      | find an organisation |
        | read an organisation | urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-1            | read metadata        |
        | read a location      | urn:nhs:names:services:gpconnect:fhir:rest:read:organization-1        | read an organisation |
        | read a location      | urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1             | read a patient       |
        | register a patient   | urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1           | find a patient       |
        | register a patient   | urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1             | read a patient       |

    Scenario Outline: A request to <interaction> with an ID <what> is refused
      Given a consumer
      And the request's interaction ID is "<interaction ID>"
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [GPC-API-052, GPC-API-254]

      Examples:
        | interaction          | interaction ID                                                        | what                             |
        | read metadata        | urn:nhs:names:services:gpconnect:fhir:rest:read:metadata              | without its version              |
        | read metadata        | urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-2            | of another version               |
        | find a patient       | urn:nhs:names:services:gpconnect:fhir:rest:search:patient             | without its version              |
        | find a patient       | urn:nhs:names:services:gpconnect:fhir:rest:search:patient-2           | of another version               |
        | read a patient       | urn:nhs:names:services:gpconnect:fhir:rest:read:patient               | without its version              |
        | read a patient       | urn:nhs:names:services:gpconnect:fhir:rest:read:patient-2             | of another version               |
        | find a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:search:practitioner        | without its version              |
        | find a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:search:practitioner-2      | of another version               |
        | read a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:read:practitioner          | without its version              |
        | read a practitioner  | urn:nhs:names:services:gpconnect:fhir:rest:read:practitioner-2        | of another version               |
        | find an organisation | urn:nhs:names:services:gpconnect:fhir:rest:search:organization        | without its version              |
        | find an organisation | urn:nhs:names:services:gpconnect:fhir:rest:search:organization-2      | of another version               |
        | read an organisation | urn:nhs:names:services:gpconnect:fhir:rest:read:organization          | without its version              |
        | read an organisation | urn:nhs:names:services:gpconnect:fhir:rest:read:organization-2        | of another version               |
        | read a location      | urn:nhs:names:services:gpconnect:fhir:rest:read:location              | without its version              |
        | read a location      | urn:nhs:names:services:gpconnect:fhir:rest:read:location-2            | of another version               |
        | register a patient   | urn:nhs:names:services:gpconnect:fhir:operation:gpc.registerpatient   | without its version              |
        | register a patient   | urn:nhs:names:services:gpconnect:fhir:operation:gpc.registerpatient-2 | of another version               |
        | find a patient       | invalid                                                               | that is no interaction ID at all |
        | read a patient       | urn:nhs:names:services:gpconnect:fhir:operation:gpc.getcarerecord     | of the 0.x releases              |

    Scenario Outline: The ID of the metadata of <capability> is refused on this root
      Given a consumer
      And the request's interaction ID is "<interaction ID>"
      When it sends a request to read metadata
      Then the response is one of: [GPC-API-053]
        | status | body                | verdict | reading                                             |
        | 400    | BAD_REQUEST         | pass    | the ID belongs to another root                      |
        | 200    | CapabilityStatement | warn    | the ID is a metadata read and the path is /metadata |

      Examples:
        | interaction ID                                                        | capability               |
        | urn:nhs:names:services:gpconnect:structured:fhir:rest:read:metadata-1 | Access Record Structured |
        | urn:nhs:names:services:gpconnect:documents:fhir:rest:read:metadata-1  | Access Document          |

  Rule: The ASIDs are the provider's own and anybody's

    Scenario Outline: A request to <interaction> for another system is refused
      Given a consumer
      And the request's Ssp-To header is "999999999999"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-054]
        | status | body              | reading                                     |
        | 400    | BAD_REQUEST       | the header is invalid; no page names a code |
        | 403    | ACCESS DENIED     | a security validation error                 |
        | 403    | ASID_CHECK_FAILED | the code is in the code system              |

      Examples:
        | interaction          |
        | read metadata        |
        | find a patient       |
        | read a patient       |
        | find a practitioner  |
        | read a practitioner  |
        | find an organisation |
        | read an organisation |
        | read a location      |
        | register a patient   |

    Scenario Outline: A request to <interaction> from another consumer is answered
      Given a consumer
      And the request's Ssp-From header is "200000000115"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-055]

      Examples:
        | interaction          |
        | read metadata        |
        | find a patient       |
        | read a patient       |
        | find a practitioner  |
        | read a practitioner  |
        | find an organisation |
        | read an organisation |
        | read a location      |
        | register a patient   |

  Rule: Headers that proxies add do no harm

    Scenario Outline: A request that was forwarded with <header> is answered
      Given a consumer
      And the request's <header> header is "<value>"
      When it sends a request to find a patient
      Then the request succeeds [GPC-API-057]

      Examples:
        | header          | value                     |
        | Forwarded       | for=192.0.2.1;proto=https |
        | X-Forwarded-For | 192.0.2.1                 |
