Feature: Authorization token
  Each request brings a token that says who asks, for whom and why; a provider takes none that does not.
  Specification pages: integration_cross_organisation_audit_and_provenance, development_api_security_guidance, development_fhir_error_handling_guidance.

  Rule: A sound token is taken

    Scenario Outline: A sound request to <interaction> is answered
      Given a consumer
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-013, GPC-API-051, GPC-API-107, GPC-API-114]

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

  Rule: The token has to be there and be well formed

    Scenario Outline: A request to <interaction> without a token is refused
      Given a consumer
      And the request's Authorization header is missing
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-064, GPC-API-066, GPC-API-144]
        | status | body        | reading                                  |
        | 400    | BAD_REQUEST | development_fhir_error_handling_guidance |
        | 401    | anything    | RFC 6750, with a WWW-Authenticate header |

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

    Scenario Outline: A request to <interaction> with <what> for a token is refused
      Given a consumer
      And the request's Authorization header is "<value>"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-065, GPC-API-066]
        | status | body        | reading                                  |
        | 400    | BAD_REQUEST | development_fhir_error_handling_guidance |
        | 401    | anything    | RFC 6750, with a WWW-Authenticate header |

      Examples:
        | interaction          | what                            | value                                                   |
        | read metadata        | another scheme                  | Basic abc                                               |
        | read metadata        | nothing                         | Bearer                                                  |
        | read metadata        | a word                          | Bearer abc                                              |
        | read metadata        | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | read metadata        | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | read metadata        | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | find a patient       | another scheme                  | Basic abc                                               |
        | find a patient       | nothing                         | Bearer                                                  |
        | find a patient       | a word                          | Bearer abc                                              |
        | find a patient       | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | find a patient       | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | find a patient       | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | read a patient       | another scheme                  | Basic abc                                               |
        | read a patient       | nothing                         | Bearer                                                  |
        | read a patient       | a word                          | Bearer abc                                              |
        | read a patient       | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | read a patient       | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | read a patient       | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | find a practitioner  | another scheme                  | Basic abc                                               |
        | find a practitioner  | nothing                         | Bearer                                                  |
        | find a practitioner  | a word                          | Bearer abc                                              |
        | find a practitioner  | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | find a practitioner  | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | find a practitioner  | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | read a practitioner  | another scheme                  | Basic abc                                               |
        | read a practitioner  | nothing                         | Bearer                                                  |
        | read a practitioner  | a word                          | Bearer abc                                              |
        | read a practitioner  | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | read a practitioner  | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | read a practitioner  | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | find an organisation | another scheme                  | Basic abc                                               |
        | find an organisation | nothing                         | Bearer                                                  |
        | find an organisation | a word                          | Bearer abc                                              |
        | find an organisation | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | find an organisation | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | find an organisation | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | read an organisation | another scheme                  | Basic abc                                               |
        | read an organisation | nothing                         | Bearer                                                  |
        | read an organisation | a word                          | Bearer abc                                              |
        | read an organisation | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | read an organisation | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | read an organisation | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | read a location      | another scheme                  | Basic abc                                               |
        | read a location      | nothing                         | Bearer                                                  |
        | read a location      | a word                          | Bearer abc                                              |
        | read a location      | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | read a location      | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | read a location      | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |
        | register a patient   | another scheme                  | Basic abc                                               |
        | register a patient   | nothing                         | Bearer                                                  |
        | register a patient   | a word                          | Bearer abc                                              |
        | register a patient   | two parts and no dot at the end | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.e30          |
        | register a patient   | a payload that is not base64url | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.%%%.         |
        | register a patient   | a payload that is not JSON      | Bearer eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.bm90IGpzb24. |

    Scenario Outline: A request to <interaction> whose token lacks its last dot is refused
      Given a consumer
      And the token lacks its last dot
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-070, GPC-API-066]
        | status | body        | reading                                  |
        | 400    | BAD_REQUEST | development_fhir_error_handling_guidance |
        | 401    | anything    | RFC 6750, with a WWW-Authenticate header |

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

  Rule: Each claim has to be there

    Scenario Outline: A request to <interaction> whose claim <claim> is <state> is refused
      Given a consumer
      And the token's claim <claim> is <state>
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [<requirement>]
      And the diagnostics name "<claim>" [GPC-API-150]

      Examples: read metadata
        | interaction   | claim                   | state   | requirement |
        | read metadata | iss                     | missing | GPC-API-073 |
        | read metadata | sub                     | missing | GPC-API-074 |
        | read metadata | aud                     | missing | GPC-API-075 |
        | read metadata | exp                     | missing | GPC-API-076 |
        | read metadata | reason_for_request      | missing | GPC-API-078 |
        | read metadata | requested_scope         | missing | GPC-API-079 |
        | read metadata | requesting_device       | missing | GPC-API-080 |
        | read metadata | requesting_organization | missing | GPC-API-081 |
        | read metadata | requesting_practitioner | missing | GPC-API-082 |
        | read metadata | iss                     | null    | GPC-API-073 |
        | read metadata | sub                     | null    | GPC-API-074 |
        | read metadata | aud                     | null    | GPC-API-075 |
        | read metadata | exp                     | null    | GPC-API-076 |
        | read metadata | reason_for_request      | null    | GPC-API-078 |
        | read metadata | requested_scope         | null    | GPC-API-079 |
        | read metadata | requesting_device       | null    | GPC-API-080 |
        | read metadata | requesting_organization | null    | GPC-API-081 |
        | read metadata | requesting_practitioner | null    | GPC-API-082 |
        | read metadata | iss                     | empty   | GPC-API-073 |
        | read metadata | sub                     | empty   | GPC-API-074 |
        | read metadata | aud                     | empty   | GPC-API-075 |
        | read metadata | exp                     | empty   | GPC-API-076 |
        | read metadata | reason_for_request      | empty   | GPC-API-078 |
        | read metadata | requested_scope         | empty   | GPC-API-079 |
        | read metadata | requesting_device       | empty   | GPC-API-080 |
        | read metadata | requesting_organization | empty   | GPC-API-081 |
        | read metadata | requesting_practitioner | empty   | GPC-API-082 |

      Examples: find a patient
        | interaction    | claim                   | state   | requirement |
        | find a patient | iss                     | missing | GPC-API-073 |
        | find a patient | sub                     | missing | GPC-API-074 |
        | find a patient | aud                     | missing | GPC-API-075 |
        | find a patient | exp                     | missing | GPC-API-076 |
        | find a patient | reason_for_request      | missing | GPC-API-078 |
        | find a patient | requested_scope         | missing | GPC-API-079 |
        | find a patient | requesting_device       | missing | GPC-API-080 |
        | find a patient | requesting_organization | missing | GPC-API-081 |
        | find a patient | requesting_practitioner | missing | GPC-API-082 |
        | find a patient | iss                     | null    | GPC-API-073 |
        | find a patient | sub                     | null    | GPC-API-074 |
        | find a patient | aud                     | null    | GPC-API-075 |
        | find a patient | exp                     | null    | GPC-API-076 |
        | find a patient | reason_for_request      | null    | GPC-API-078 |
        | find a patient | requested_scope         | null    | GPC-API-079 |
        | find a patient | requesting_device       | null    | GPC-API-080 |
        | find a patient | requesting_organization | null    | GPC-API-081 |
        | find a patient | requesting_practitioner | null    | GPC-API-082 |
        | find a patient | iss                     | empty   | GPC-API-073 |
        | find a patient | sub                     | empty   | GPC-API-074 |
        | find a patient | aud                     | empty   | GPC-API-075 |
        | find a patient | exp                     | empty   | GPC-API-076 |
        | find a patient | reason_for_request      | empty   | GPC-API-078 |
        | find a patient | requested_scope         | empty   | GPC-API-079 |
        | find a patient | requesting_device       | empty   | GPC-API-080 |
        | find a patient | requesting_organization | empty   | GPC-API-081 |
        | find a patient | requesting_practitioner | empty   | GPC-API-082 |

      Examples: read a patient
        | interaction    | claim                   | state   | requirement |
        | read a patient | iss                     | missing | GPC-API-073 |
        | read a patient | sub                     | missing | GPC-API-074 |
        | read a patient | aud                     | missing | GPC-API-075 |
        | read a patient | exp                     | missing | GPC-API-076 |
        | read a patient | reason_for_request      | missing | GPC-API-078 |
        | read a patient | requested_scope         | missing | GPC-API-079 |
        | read a patient | requesting_device       | missing | GPC-API-080 |
        | read a patient | requesting_organization | missing | GPC-API-081 |
        | read a patient | requesting_practitioner | missing | GPC-API-082 |
        | read a patient | iss                     | null    | GPC-API-073 |
        | read a patient | sub                     | null    | GPC-API-074 |
        | read a patient | aud                     | null    | GPC-API-075 |
        | read a patient | exp                     | null    | GPC-API-076 |
        | read a patient | reason_for_request      | null    | GPC-API-078 |
        | read a patient | requested_scope         | null    | GPC-API-079 |
        | read a patient | requesting_device       | null    | GPC-API-080 |
        | read a patient | requesting_organization | null    | GPC-API-081 |
        | read a patient | requesting_practitioner | null    | GPC-API-082 |
        | read a patient | iss                     | empty   | GPC-API-073 |
        | read a patient | sub                     | empty   | GPC-API-074 |
        | read a patient | aud                     | empty   | GPC-API-075 |
        | read a patient | exp                     | empty   | GPC-API-076 |
        | read a patient | reason_for_request      | empty   | GPC-API-078 |
        | read a patient | requested_scope         | empty   | GPC-API-079 |
        | read a patient | requesting_device       | empty   | GPC-API-080 |
        | read a patient | requesting_organization | empty   | GPC-API-081 |
        | read a patient | requesting_practitioner | empty   | GPC-API-082 |

      Examples: find a practitioner
        | interaction         | claim                   | state   | requirement |
        | find a practitioner | iss                     | missing | GPC-API-073 |
        | find a practitioner | sub                     | missing | GPC-API-074 |
        | find a practitioner | aud                     | missing | GPC-API-075 |
        | find a practitioner | exp                     | missing | GPC-API-076 |
        | find a practitioner | reason_for_request      | missing | GPC-API-078 |
        | find a practitioner | requested_scope         | missing | GPC-API-079 |
        | find a practitioner | requesting_device       | missing | GPC-API-080 |
        | find a practitioner | requesting_organization | missing | GPC-API-081 |
        | find a practitioner | requesting_practitioner | missing | GPC-API-082 |
        | find a practitioner | iss                     | null    | GPC-API-073 |
        | find a practitioner | sub                     | null    | GPC-API-074 |
        | find a practitioner | aud                     | null    | GPC-API-075 |
        | find a practitioner | exp                     | null    | GPC-API-076 |
        | find a practitioner | reason_for_request      | null    | GPC-API-078 |
        | find a practitioner | requested_scope         | null    | GPC-API-079 |
        | find a practitioner | requesting_device       | null    | GPC-API-080 |
        | find a practitioner | requesting_organization | null    | GPC-API-081 |
        | find a practitioner | requesting_practitioner | null    | GPC-API-082 |
        | find a practitioner | iss                     | empty   | GPC-API-073 |
        | find a practitioner | sub                     | empty   | GPC-API-074 |
        | find a practitioner | aud                     | empty   | GPC-API-075 |
        | find a practitioner | exp                     | empty   | GPC-API-076 |
        | find a practitioner | reason_for_request      | empty   | GPC-API-078 |
        | find a practitioner | requested_scope         | empty   | GPC-API-079 |
        | find a practitioner | requesting_device       | empty   | GPC-API-080 |
        | find a practitioner | requesting_organization | empty   | GPC-API-081 |
        | find a practitioner | requesting_practitioner | empty   | GPC-API-082 |

      Examples: read a practitioner
        | interaction         | claim                   | state   | requirement |
        | read a practitioner | iss                     | missing | GPC-API-073 |
        | read a practitioner | sub                     | missing | GPC-API-074 |
        | read a practitioner | aud                     | missing | GPC-API-075 |
        | read a practitioner | exp                     | missing | GPC-API-076 |
        | read a practitioner | reason_for_request      | missing | GPC-API-078 |
        | read a practitioner | requested_scope         | missing | GPC-API-079 |
        | read a practitioner | requesting_device       | missing | GPC-API-080 |
        | read a practitioner | requesting_organization | missing | GPC-API-081 |
        | read a practitioner | requesting_practitioner | missing | GPC-API-082 |
        | read a practitioner | iss                     | null    | GPC-API-073 |
        | read a practitioner | sub                     | null    | GPC-API-074 |
        | read a practitioner | aud                     | null    | GPC-API-075 |
        | read a practitioner | exp                     | null    | GPC-API-076 |
        | read a practitioner | reason_for_request      | null    | GPC-API-078 |
        | read a practitioner | requested_scope         | null    | GPC-API-079 |
        | read a practitioner | requesting_device       | null    | GPC-API-080 |
        | read a practitioner | requesting_organization | null    | GPC-API-081 |
        | read a practitioner | requesting_practitioner | null    | GPC-API-082 |
        | read a practitioner | iss                     | empty   | GPC-API-073 |
        | read a practitioner | sub                     | empty   | GPC-API-074 |
        | read a practitioner | aud                     | empty   | GPC-API-075 |
        | read a practitioner | exp                     | empty   | GPC-API-076 |
        | read a practitioner | reason_for_request      | empty   | GPC-API-078 |
        | read a practitioner | requested_scope         | empty   | GPC-API-079 |
        | read a practitioner | requesting_device       | empty   | GPC-API-080 |
        | read a practitioner | requesting_organization | empty   | GPC-API-081 |
        | read a practitioner | requesting_practitioner | empty   | GPC-API-082 |

      Examples: find an organisation
        | interaction          | claim                   | state   | requirement |
        | find an organisation | iss                     | missing | GPC-API-073 |
        | find an organisation | sub                     | missing | GPC-API-074 |
        | find an organisation | aud                     | missing | GPC-API-075 |
        | find an organisation | exp                     | missing | GPC-API-076 |
        | find an organisation | reason_for_request      | missing | GPC-API-078 |
        | find an organisation | requested_scope         | missing | GPC-API-079 |
        | find an organisation | requesting_device       | missing | GPC-API-080 |
        | find an organisation | requesting_organization | missing | GPC-API-081 |
        | find an organisation | requesting_practitioner | missing | GPC-API-082 |
        | find an organisation | iss                     | null    | GPC-API-073 |
        | find an organisation | sub                     | null    | GPC-API-074 |
        | find an organisation | aud                     | null    | GPC-API-075 |
        | find an organisation | exp                     | null    | GPC-API-076 |
        | find an organisation | reason_for_request      | null    | GPC-API-078 |
        | find an organisation | requested_scope         | null    | GPC-API-079 |
        | find an organisation | requesting_device       | null    | GPC-API-080 |
        | find an organisation | requesting_organization | null    | GPC-API-081 |
        | find an organisation | requesting_practitioner | null    | GPC-API-082 |
        | find an organisation | iss                     | empty   | GPC-API-073 |
        | find an organisation | sub                     | empty   | GPC-API-074 |
        | find an organisation | aud                     | empty   | GPC-API-075 |
        | find an organisation | exp                     | empty   | GPC-API-076 |
        | find an organisation | reason_for_request      | empty   | GPC-API-078 |
        | find an organisation | requested_scope         | empty   | GPC-API-079 |
        | find an organisation | requesting_device       | empty   | GPC-API-080 |
        | find an organisation | requesting_organization | empty   | GPC-API-081 |
        | find an organisation | requesting_practitioner | empty   | GPC-API-082 |

      Examples: read an organisation
        | interaction          | claim                   | state   | requirement |
        | read an organisation | iss                     | missing | GPC-API-073 |
        | read an organisation | sub                     | missing | GPC-API-074 |
        | read an organisation | aud                     | missing | GPC-API-075 |
        | read an organisation | exp                     | missing | GPC-API-076 |
        | read an organisation | reason_for_request      | missing | GPC-API-078 |
        | read an organisation | requested_scope         | missing | GPC-API-079 |
        | read an organisation | requesting_device       | missing | GPC-API-080 |
        | read an organisation | requesting_organization | missing | GPC-API-081 |
        | read an organisation | requesting_practitioner | missing | GPC-API-082 |
        | read an organisation | iss                     | null    | GPC-API-073 |
        | read an organisation | sub                     | null    | GPC-API-074 |
        | read an organisation | aud                     | null    | GPC-API-075 |
        | read an organisation | exp                     | null    | GPC-API-076 |
        | read an organisation | reason_for_request      | null    | GPC-API-078 |
        | read an organisation | requested_scope         | null    | GPC-API-079 |
        | read an organisation | requesting_device       | null    | GPC-API-080 |
        | read an organisation | requesting_organization | null    | GPC-API-081 |
        | read an organisation | requesting_practitioner | null    | GPC-API-082 |
        | read an organisation | iss                     | empty   | GPC-API-073 |
        | read an organisation | sub                     | empty   | GPC-API-074 |
        | read an organisation | aud                     | empty   | GPC-API-075 |
        | read an organisation | exp                     | empty   | GPC-API-076 |
        | read an organisation | reason_for_request      | empty   | GPC-API-078 |
        | read an organisation | requested_scope         | empty   | GPC-API-079 |
        | read an organisation | requesting_device       | empty   | GPC-API-080 |
        | read an organisation | requesting_organization | empty   | GPC-API-081 |
        | read an organisation | requesting_practitioner | empty   | GPC-API-082 |

      Examples: read a location
        | interaction     | claim                   | state   | requirement |
        | read a location | iss                     | missing | GPC-API-073 |
        | read a location | sub                     | missing | GPC-API-074 |
        | read a location | aud                     | missing | GPC-API-075 |
        | read a location | exp                     | missing | GPC-API-076 |
        | read a location | reason_for_request      | missing | GPC-API-078 |
        | read a location | requested_scope         | missing | GPC-API-079 |
        | read a location | requesting_device       | missing | GPC-API-080 |
        | read a location | requesting_organization | missing | GPC-API-081 |
        | read a location | requesting_practitioner | missing | GPC-API-082 |
        | read a location | iss                     | null    | GPC-API-073 |
        | read a location | sub                     | null    | GPC-API-074 |
        | read a location | aud                     | null    | GPC-API-075 |
        | read a location | exp                     | null    | GPC-API-076 |
        | read a location | reason_for_request      | null    | GPC-API-078 |
        | read a location | requested_scope         | null    | GPC-API-079 |
        | read a location | requesting_device       | null    | GPC-API-080 |
        | read a location | requesting_organization | null    | GPC-API-081 |
        | read a location | requesting_practitioner | null    | GPC-API-082 |
        | read a location | iss                     | empty   | GPC-API-073 |
        | read a location | sub                     | empty   | GPC-API-074 |
        | read a location | aud                     | empty   | GPC-API-075 |
        | read a location | exp                     | empty   | GPC-API-076 |
        | read a location | reason_for_request      | empty   | GPC-API-078 |
        | read a location | requested_scope         | empty   | GPC-API-079 |
        | read a location | requesting_device       | empty   | GPC-API-080 |
        | read a location | requesting_organization | empty   | GPC-API-081 |
        | read a location | requesting_practitioner | empty   | GPC-API-082 |

      Examples: register a patient
        | interaction        | claim                   | state   | requirement |
        | register a patient | iss                     | missing | GPC-API-073 |
        | register a patient | sub                     | missing | GPC-API-074 |
        | register a patient | aud                     | missing | GPC-API-075 |
        | register a patient | exp                     | missing | GPC-API-076 |
        | register a patient | reason_for_request      | missing | GPC-API-078 |
        | register a patient | requested_scope         | missing | GPC-API-079 |
        | register a patient | requesting_device       | missing | GPC-API-080 |
        | register a patient | requesting_organization | missing | GPC-API-081 |
        | register a patient | requesting_practitioner | missing | GPC-API-082 |
        | register a patient | iss                     | null    | GPC-API-073 |
        | register a patient | sub                     | null    | GPC-API-074 |
        | register a patient | aud                     | null    | GPC-API-075 |
        | register a patient | exp                     | null    | GPC-API-076 |
        | register a patient | reason_for_request      | null    | GPC-API-078 |
        | register a patient | requested_scope         | null    | GPC-API-079 |
        | register a patient | requesting_device       | null    | GPC-API-080 |
        | register a patient | requesting_organization | null    | GPC-API-081 |
        | register a patient | requesting_practitioner | null    | GPC-API-082 |
        | register a patient | iss                     | empty   | GPC-API-073 |
        | register a patient | sub                     | empty   | GPC-API-074 |
        | register a patient | aud                     | empty   | GPC-API-075 |
        | register a patient | exp                     | empty   | GPC-API-076 |
        | register a patient | reason_for_request      | empty   | GPC-API-078 |
        | register a patient | requested_scope         | empty   | GPC-API-079 |
        | register a patient | requesting_device       | empty   | GPC-API-080 |
        | register a patient | requesting_organization | empty   | GPC-API-081 |
        | register a patient | requesting_practitioner | empty   | GPC-API-082 |

    Scenario Outline: A request to <interaction> whose claim iat is <state> is refused, or iat is not looked at
      Given a consumer
      And the token's claim iat is <state>
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-077]
        | status | body        | verdict | reading                                            |
        | 400    | BAD_REQUEST | pass    | a claim that is null is a malformed request        |
        | 200    | anything    | warn    | release notes 1.2.3: providers do not validate iat |

      Examples:
        | interaction          | state   |
        | read metadata        | missing |
        | read metadata        | null    |
        | read metadata        | empty   |
        | find a patient       | missing |
        | find a patient       | null    |
        | find a patient       | empty   |
        | read a patient       | missing |
        | read a patient       | null    |
        | read a patient       | empty   |
        | find a practitioner  | missing |
        | find a practitioner  | null    |
        | find a practitioner  | empty   |
        | read a practitioner  | missing |
        | read a practitioner  | null    |
        | read a practitioner  | empty   |
        | find an organisation | missing |
        | find an organisation | null    |
        | find an organisation | empty   |
        | read an organisation | missing |
        | read an organisation | null    |
        | read an organisation | empty   |
        | read a location      | missing |
        | read a location      | null    |
        | read a location      | empty   |
        | register a patient   | missing |
        | register a patient   | null    |
        | register a patient   | empty   |

  Rule: Each claim is of its type

    Scenario Outline: A request to <interaction> whose claim <claim> is <what> is refused, or read as a text
      Given a consumer
      And the token's claim <claim> is the JSON <value>
      When it sends a request to <interaction>
      Then the response is one of: [<requirement>]
        | status | body        | verdict | reading                                      |
        | 400    | BAD_REQUEST | pass    | development_fhir_error_handling_guidance     |
        | 200    | anything    | warn    | no page tells the provider to check the type |

      Examples:
        | interaction          | claim              | what     | value | requirement |
        | read metadata        | iss                | a number | 12    | GPC-API-073 |
        | read metadata        | sub                | a number | 12    | GPC-API-074 |
        | read metadata        | aud                | a number | 12    | GPC-API-075 |
        | read metadata        | reason_for_request | a number | 12    | GPC-API-078 |
        | read metadata        | requested_scope    | a number | 12    | GPC-API-079 |
        | find a patient       | iss                | a number | 12    | GPC-API-073 |
        | find a patient       | sub                | a number | 12    | GPC-API-074 |
        | find a patient       | aud                | a number | 12    | GPC-API-075 |
        | find a patient       | reason_for_request | a number | 12    | GPC-API-078 |
        | find a patient       | requested_scope    | a number | 12    | GPC-API-079 |
        | read a patient       | iss                | a number | 12    | GPC-API-073 |
        | read a patient       | sub                | a number | 12    | GPC-API-074 |
        | read a patient       | aud                | a number | 12    | GPC-API-075 |
        | read a patient       | reason_for_request | a number | 12    | GPC-API-078 |
        | read a patient       | requested_scope    | a number | 12    | GPC-API-079 |
        | find a practitioner  | iss                | a number | 12    | GPC-API-073 |
        | find a practitioner  | sub                | a number | 12    | GPC-API-074 |
        | find a practitioner  | aud                | a number | 12    | GPC-API-075 |
        | find a practitioner  | reason_for_request | a number | 12    | GPC-API-078 |
        | find a practitioner  | requested_scope    | a number | 12    | GPC-API-079 |
        | read a practitioner  | iss                | a number | 12    | GPC-API-073 |
        | read a practitioner  | sub                | a number | 12    | GPC-API-074 |
        | read a practitioner  | aud                | a number | 12    | GPC-API-075 |
        | read a practitioner  | reason_for_request | a number | 12    | GPC-API-078 |
        | read a practitioner  | requested_scope    | a number | 12    | GPC-API-079 |
        | find an organisation | iss                | a number | 12    | GPC-API-073 |
        | find an organisation | sub                | a number | 12    | GPC-API-074 |
        | find an organisation | aud                | a number | 12    | GPC-API-075 |
        | find an organisation | reason_for_request | a number | 12    | GPC-API-078 |
        | find an organisation | requested_scope    | a number | 12    | GPC-API-079 |
        | read an organisation | iss                | a number | 12    | GPC-API-073 |
        | read an organisation | sub                | a number | 12    | GPC-API-074 |
        | read an organisation | aud                | a number | 12    | GPC-API-075 |
        | read an organisation | reason_for_request | a number | 12    | GPC-API-078 |
        | read an organisation | requested_scope    | a number | 12    | GPC-API-079 |
        | read a location      | iss                | a number | 12    | GPC-API-073 |
        | read a location      | sub                | a number | 12    | GPC-API-074 |
        | read a location      | aud                | a number | 12    | GPC-API-075 |
        | read a location      | reason_for_request | a number | 12    | GPC-API-078 |
        | read a location      | requested_scope    | a number | 12    | GPC-API-079 |
        | register a patient   | iss                | a number | 12    | GPC-API-073 |
        | register a patient   | sub                | a number | 12    | GPC-API-074 |
        | register a patient   | aud                | a number | 12    | GPC-API-075 |
        | register a patient   | reason_for_request | a number | 12    | GPC-API-078 |
        | register a patient   | requested_scope    | a number | 12    | GPC-API-079 |

    Scenario Outline: A request to <interaction> whose claim <claim> is <what> is refused
      Given a consumer
      And the token's claim <claim> is the JSON <value>
      When it sends a request to <interaction>
      Then the response is one of: [<requirement>]
        | status | body             | reading                             |
        | 400    | BAD_REQUEST      | an invalid FHIR resource in a claim |
        | 422    | INVALID_RESOURCE | resource validation errors          |

      Examples:
        | interaction          | claim                   | what   | value  | requirement |
        | read metadata        | requesting_device       | a text | "none" | GPC-API-115 |
        | read metadata        | requesting_organization | a text | "none" | GPC-API-117 |
        | read metadata        | requesting_practitioner | a text | "none" | GPC-API-119 |
        | find a patient       | requesting_device       | a text | "none" | GPC-API-115 |
        | find a patient       | requesting_organization | a text | "none" | GPC-API-117 |
        | find a patient       | requesting_practitioner | a text | "none" | GPC-API-119 |
        | read a patient       | requesting_device       | a text | "none" | GPC-API-115 |
        | read a patient       | requesting_organization | a text | "none" | GPC-API-117 |
        | read a patient       | requesting_practitioner | a text | "none" | GPC-API-119 |
        | find a practitioner  | requesting_device       | a text | "none" | GPC-API-115 |
        | find a practitioner  | requesting_organization | a text | "none" | GPC-API-117 |
        | find a practitioner  | requesting_practitioner | a text | "none" | GPC-API-119 |
        | read a practitioner  | requesting_device       | a text | "none" | GPC-API-115 |
        | read a practitioner  | requesting_organization | a text | "none" | GPC-API-117 |
        | read a practitioner  | requesting_practitioner | a text | "none" | GPC-API-119 |
        | find an organisation | requesting_device       | a text | "none" | GPC-API-115 |
        | find an organisation | requesting_organization | a text | "none" | GPC-API-117 |
        | find an organisation | requesting_practitioner | a text | "none" | GPC-API-119 |
        | read an organisation | requesting_device       | a text | "none" | GPC-API-115 |
        | read an organisation | requesting_organization | a text | "none" | GPC-API-117 |
        | read an organisation | requesting_practitioner | a text | "none" | GPC-API-119 |
        | read a location      | requesting_device       | a text | "none" | GPC-API-115 |
        | read a location      | requesting_organization | a text | "none" | GPC-API-117 |
        | read a location      | requesting_practitioner | a text | "none" | GPC-API-119 |
        | register a patient   | requesting_device       | a text | "none" | GPC-API-115 |
        | register a patient   | requesting_organization | a text | "none" | GPC-API-117 |
        | register a patient   | requesting_practitioner | a text | "none" | GPC-API-119 |

  Rule: The token has not expired

    Scenario Outline: A request to <interaction> whose token expired <seconds> seconds ago is refused
      Given a consumer
      And the token expired <seconds> seconds ago
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-089, GPC-API-066]
        | status | body        | reading                                  |
        | 400    | BAD_REQUEST | development_fhir_error_handling_guidance |
        | 401    | anything    | RFC 6750, with a WWW-Authenticate header |

      Examples:
        | interaction          | seconds |
        | read metadata        | 300     |
        | find a patient       | 300     |
        | read a patient       | 300     |
        | find a practitioner  | 300     |
        | read a practitioner  | 300     |
        | find an organisation | 300     |
        | read an organisation | 300     |
        | read a location      | 300     |
        | register a patient   | 300     |
        | find a patient       | 60      |
        | register a patient   | 60      |

    Scenario Outline: A request to <interaction> whose expiry is written as <form> is refused
      Given a consumer
      And the token's claim exp is written as <form>
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [GPC-API-090]

      Examples:
        | interaction          | form      |
        | read metadata        | a string  |
        | read metadata        | a date    |
        | read metadata        | a decimal |
        | find a patient       | a string  |
        | find a patient       | a date    |
        | find a patient       | a decimal |
        | read a patient       | a string  |
        | read a patient       | a date    |
        | read a patient       | a decimal |
        | find a practitioner  | a string  |
        | find a practitioner  | a date    |
        | find a practitioner  | a decimal |
        | read a practitioner  | a string  |
        | read a practitioner  | a date    |
        | read a practitioner  | a decimal |
        | find an organisation | a string  |
        | find an organisation | a date    |
        | find an organisation | a decimal |
        | read an organisation | a string  |
        | read an organisation | a date    |
        | read an organisation | a decimal |
        | read a location      | a string  |
        | read a location      | a date    |
        | read a location      | a decimal |
        | register a patient   | a string  |
        | register a patient   | a date    |
        | register a patient   | a decimal |

    Scenario Outline: A request to <interaction> whose token lives <seconds> seconds is answered or refused
      Given a consumer
      And the token expires <seconds> seconds after it was issued
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-091]
        | status | body        | reading                                       |
        | 200    | anything    | no page tells providers to check the lifetime |
        | 400    | BAD_REQUEST | the token's lifetime is five minutes          |

      Examples:
        | interaction    | seconds |
        | read metadata  | 301     |
        | read metadata  | 3600    |
        | find a patient | 301     |
        | find a patient | 3600    |

    Scenario Outline: A request to <interaction> whose token was issued <seconds> seconds from now is answered
      Given a consumer
      And the token was issued <seconds> seconds in the future
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-094]

      Examples:
        | interaction          | seconds |
        | read metadata        | 60      |
        | find a patient       | 60      |
        | read a patient       | 60      |
        | find a practitioner  | 60      |
        | read a practitioner  | 60      |
        | find an organisation | 60      |
        | read an organisation | 60      |
        | read a location      | 60      |

    Scenario Outline: A request to <interaction> whose iat is written as <form> is answered or refused
      Given a consumer
      And the token's claim iat is written as <form>
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-093]
        | status | body        | reading                                            |
        | 200    | anything    | release notes 1.2.3: providers do not validate iat |
        | 400    | BAD_REQUEST | an invalid claim value                             |

      Examples:
        | interaction    | form      |
        | read metadata  | a string  |
        | read metadata  | a decimal |
        | find a patient | a string  |
        | find a patient | a decimal |

  Rule: The request is made for direct care

    Scenario Outline: A request to <interaction> for the reason "<reason>" is refused
      Given a consumer
      And the token's claim reason_for_request is the JSON "<reason>"
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [GPC-API-097]

      Examples:
        | interaction          | reason        |
        | read metadata        | secondaryuses |
        | read metadata        | research      |
        | find a patient       | secondaryuses |
        | find a patient       | research      |
        | read a patient       | secondaryuses |
        | read a patient       | research      |
        | find a practitioner  | secondaryuses |
        | find a practitioner  | research      |
        | read a practitioner  | secondaryuses |
        | read a practitioner  | research      |
        | find an organisation | secondaryuses |
        | find an organisation | research      |
        | read an organisation | secondaryuses |
        | read an organisation | research      |
        | read a location      | secondaryuses |
        | read a location      | research      |
        | register a patient   | secondaryuses |
        | register a patient   | research      |

    Scenario: Whether the case of the reason matters is noted
      Given a consumer
      And the token's claim reason_for_request is the JSON "DirectCare"
      When it sends a request to find a patient
      Then the response is one of: [GPC-API-097]
        | status | body                | reading                       |
        | 400    | BAD_REQUEST         | values are case sensitive     |
        | 200    | Bundle of 1 Patient | values are not case sensitive |

  Rule: The scope is one that is defined

    Scenario Outline: A request to <interaction> with the scope "<scope>" is refused
      Given a consumer
      And the token's claim requested_scope is the JSON "<scope>"
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [GPC-API-105]

      Examples:
        | interaction          | scope                 |
        | read metadata        | user/*.read           |
        | read metadata        | organization/*.delete |
        | find a patient       | user/*.read           |
        | find a patient       | patient/*.delete      |
        | read a patient       | user/*.read           |
        | read a patient       | patient/*.delete      |
        | find a practitioner  | user/*.read           |
        | find a practitioner  | organization/*.delete |
        | read a practitioner  | user/*.read           |
        | read a practitioner  | organization/*.delete |
        | find an organisation | user/*.read           |
        | find an organisation | organization/*.delete |
        | read an organisation | user/*.read           |
        | read an organisation | organization/*.delete |
        | read a location      | user/*.read           |
        | read a location      | organization/*.delete |
        | register a patient   | user/*.read           |
        | register a patient   | patient/*.delete      |
        | find a patient       | patient/*             |
        | find a patient       | Patient/*.read        |

    Scenario Outline: A request to <interaction> with the scope of another interaction is answered or refused
      Given a consumer
      And the token's claim requested_scope is the JSON "<scope>"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-106]
        | status | body             | reading                             |
        | 200    | anything         | the scope is not used to authorise  |
        | 403    | OperationOutcome | RFC 6750, insufficient_scope        |
        | 400    | BAD_REQUEST      | the scope is an invalid claim value |

      Examples:
        | interaction    | scope               |
        | find a patient | organization/*.read |
        | read a patient | organization/*.read |
        | read metadata  | patient/*.read      |

  Rule: Who is named in the token goes together

    Scenario Outline: A request to <interaction> in the name of a user other than the practitioner is refused
      Given a consumer
      And the token's claim sub is the JSON "another-user"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-085]
        | status | body        | verdict | reading                                       |
        | 400    | BAD_REQUEST | pass    | sub is an invalid claim value                 |
        | 200    | anything    | warn    | no page tells the provider to compare the two |

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

    Scenario Outline: A request to <interaction> for the audience <what> is refused
      Given a consumer
      And the token's claim aud is the JSON "<audience>"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-087]
        | status | body        | verdict | reading                                          |
        | 400    | BAD_REQUEST | pass    | aud is an invalid claim value                    |
        | 200    | anything    | warn    | no page tells the provider to check the audience |

      Examples:
        | interaction          | audience                               | what                |
        | read metadata        | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | read metadata        | https://provider.example/Z99999/STU3/1 | of another practice |
        | find a patient       | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | find a patient       | https://provider.example/Z99999/STU3/1 | of another practice |
        | read a patient       | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | read a patient       | https://provider.example/Z99999/STU3/1 | of another practice |
        | find a practitioner  | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | find a practitioner  | https://provider.example/Z99999/STU3/1 | of another practice |
        | read a practitioner  | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | read a practitioner  | https://provider.example/Z99999/STU3/1 | of another practice |
        | find an organisation | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | find an organisation | https://provider.example/Z99999/STU3/1 | of another practice |
        | read an organisation | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | read an organisation | https://provider.example/Z99999/STU3/1 | of another practice |
        | read a location      | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | read a location      | https://provider.example/Z99999/STU3/1 | of another practice |
        | register a patient   | https://authorize.fhir.nhs.net/token   | of the 0.x releases |
        | register a patient   | https://provider.example/Z99999/STU3/1 | of another practice |

  Rule: The claims that are resources are resources of their type

    Scenario Outline: A request to <interaction> with a <type> for <claim> is refused
      Given a consumer
      And the token's claim <claim>.resourceType is the JSON "<type>"
      When it sends a request to <interaction>
      Then the response is the error 400 BAD_REQUEST [<requirement>]

      Examples:
        | interaction          | claim                   | type    | requirement |
        | read metadata        | requesting_device       | Patient | GPC-API-115 |
        | read metadata        | requesting_organization | Device  | GPC-API-117 |
        | read metadata        | requesting_practitioner | Patient | GPC-API-119 |
        | find a patient       | requesting_device       | Patient | GPC-API-115 |
        | find a patient       | requesting_organization | Device  | GPC-API-117 |
        | find a patient       | requesting_practitioner | Patient | GPC-API-119 |
        | read a patient       | requesting_device       | Patient | GPC-API-115 |
        | read a patient       | requesting_organization | Device  | GPC-API-117 |
        | read a patient       | requesting_practitioner | Patient | GPC-API-119 |
        | find a practitioner  | requesting_device       | Patient | GPC-API-115 |
        | find a practitioner  | requesting_organization | Device  | GPC-API-117 |
        | find a practitioner  | requesting_practitioner | Patient | GPC-API-119 |
        | read a practitioner  | requesting_device       | Patient | GPC-API-115 |
        | read a practitioner  | requesting_organization | Device  | GPC-API-117 |
        | read a practitioner  | requesting_practitioner | Patient | GPC-API-119 |
        | find an organisation | requesting_device       | Patient | GPC-API-115 |
        | find an organisation | requesting_organization | Device  | GPC-API-117 |
        | find an organisation | requesting_practitioner | Patient | GPC-API-119 |
        | read an organisation | requesting_device       | Patient | GPC-API-115 |
        | read an organisation | requesting_organization | Device  | GPC-API-117 |
        | read an organisation | requesting_practitioner | Patient | GPC-API-119 |
        | read a location      | requesting_device       | Patient | GPC-API-115 |
        | read a location      | requesting_organization | Device  | GPC-API-117 |
        | read a location      | requesting_practitioner | Patient | GPC-API-119 |
        | register a patient   | requesting_device       | Patient | GPC-API-115 |
        | register a patient   | requesting_organization | Device  | GPC-API-117 |
        | register a patient   | requesting_practitioner | Patient | GPC-API-119 |

    Scenario Outline: A request to <interaction> whose <claim> does not say what it is, is refused
      Given a consumer
      And the token's claim <claim>.resourceType is missing
      When it sends a request to <interaction>
      Then the response is one of: [<requirement>]
        | status | body             | reading                             |
        | 400    | BAD_REQUEST      | an invalid FHIR resource in a claim |
        | 422    | INVALID_RESOURCE | resource validation errors          |

      Examples:
        | interaction    | claim                   | requirement |
        | read metadata  | requesting_device       | GPC-API-115 |
        | read metadata  | requesting_organization | GPC-API-117 |
        | read metadata  | requesting_practitioner | GPC-API-119 |
        | find a patient | requesting_device       | GPC-API-115 |
        | find a patient | requesting_organization | GPC-API-117 |
        | find a patient | requesting_practitioner | GPC-API-119 |
        | read a patient | requesting_device       | GPC-API-115 |
        | read a patient | requesting_organization | GPC-API-117 |
        | read a patient | requesting_practitioner | GPC-API-119 |

    Scenario Outline: A request to <interaction> whose <claim> is not valid is refused
      Given a consumer
      And the token's claim <claim>.identifier is the JSON "not an array"
      When it sends a request to <interaction>
      Then the response is one of: [<requirement>]
        | status | body             | reading                             |
        | 422    | INVALID_RESOURCE | resource validation errors          |
        | 400    | BAD_REQUEST      | an invalid FHIR resource in a claim |

      Examples:
        | interaction          | claim                   | requirement |
        | read metadata        | requesting_device       | GPC-API-116 |
        | read metadata        | requesting_organization | GPC-API-118 |
        | read metadata        | requesting_practitioner | GPC-API-120 |
        | find a patient       | requesting_device       | GPC-API-116 |
        | find a patient       | requesting_organization | GPC-API-118 |
        | find a patient       | requesting_practitioner | GPC-API-120 |
        | read a patient       | requesting_device       | GPC-API-116 |
        | read a patient       | requesting_organization | GPC-API-118 |
        | read a patient       | requesting_practitioner | GPC-API-120 |
        | find a practitioner  | requesting_device       | GPC-API-116 |
        | find a practitioner  | requesting_organization | GPC-API-118 |
        | find a practitioner  | requesting_practitioner | GPC-API-120 |
        | read a practitioner  | requesting_device       | GPC-API-116 |
        | read a practitioner  | requesting_organization | GPC-API-118 |
        | read a practitioner  | requesting_practitioner | GPC-API-120 |
        | find an organisation | requesting_device       | GPC-API-116 |
        | find an organisation | requesting_organization | GPC-API-118 |
        | find an organisation | requesting_practitioner | GPC-API-120 |
        | read an organisation | requesting_device       | GPC-API-116 |
        | read an organisation | requesting_organization | GPC-API-118 |
        | read an organisation | requesting_practitioner | GPC-API-120 |
        | read a location      | requesting_device       | GPC-API-116 |
        | read a location      | requesting_organization | GPC-API-118 |
        | read a location      | requesting_practitioner | GPC-API-120 |
        | register a patient   | requesting_device       | GPC-API-116 |
        | register a patient   | requesting_organization | GPC-API-118 |
        | register a patient   | requesting_practitioner | GPC-API-120 |

    Scenario Outline: An element of <claim> that FHIR does not know is taken or refused
      Given a consumer
      And the token's claim <claim>.bogus is the JSON true
      When it sends a request to find a patient
      Then the response is one of: [<requirement>]
        | status | body                | reading                             |
        | 200    | Bundle of 1 Patient | acceptUnknown both                  |
        | 422    | INVALID_RESOURCE    | resource validation errors          |
        | 400    | BAD_REQUEST         | an invalid FHIR resource in a claim |

      Examples:
        | claim                   | requirement |
        | requesting_device       | GPC-API-116 |
        | requesting_organization | GPC-API-118 |
        | requesting_practitioner | GPC-API-120 |

    Scenario Outline: A token without <part> is refused, as the part is required
      Given a consumer
      And the token's claim <part> is missing
      When it sends a request to find a patient
      Then the response is one of: [GPC-API-121]
        | status | body                | verdict | reading                     |
        | 400    | BAD_REQUEST         | pass    | the claim is malformed      |
        | 422    | INVALID_RESOURCE    | pass    | the resource is not valid   |
        | 200    | Bundle of 1 Patient | warn    | the rule is on the consumer |

      Examples:
        | part                                  |
        | requesting_organization.identifier    |
        | requesting_organization.name          |
        | requesting_practitioner.id            |
        | requesting_practitioner.name          |
        | requesting_practitioner.identifier[0] |
        | requesting_device.identifier          |
        | requesting_device.model               |
        | requesting_device.version             |

  Rule: What a consumer may leave open is taken

    Scenario Outline: A user without a smartcard is served by <interaction>
      Given a consumer
      And the token's claim requesting_practitioner.identifier[0].value is the JSON "UNK"
      And the token's claim requesting_practitioner.identifier[1].value is the JSON "UNK"
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-112]

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

    Scenario Outline: A user with an SDS user ID alone is served by <interaction>
      Given a consumer
      And the token's claim requesting_practitioner.identifier[2] is missing
      And the token's claim requesting_practitioner.identifier[1] is missing
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-113]

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

    Scenario Outline: Another organisation is served by <interaction>, or its consent is missing
      Given a consumer
      And the token's claim requesting_organization.identifier[0].value is the JSON "A20047"
      When it sends a request to <interaction>
      Then the response is one of: [GPC-API-232]
        | status | body                    | reading                                              |
        | 200    | anything                | the proxy checks data sharing, the provider does not |
        | 403    | NO_ORGANISATION_CONSENT | development_fhir_error_handling_guidance             |

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
