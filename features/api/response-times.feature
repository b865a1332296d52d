Feature: Response times
  Queries and commands are answered in time. What is measured here holds the network as well, so that too slow is a warning; the report gives the figures of the whole run.
  Specification page: development_api_volume_and_performance.

  Rule: Queries are answered in time

    Scenario Outline: The time to <interaction> is measured
      Given a consumer
      When it sends a request to <interaction>
      Then the request succeeds [GPC-API-013]
      And the response comes within 3000 ms [GPC-API-268, GPC-FND-276]
      And the response comes within 1000 ms [GPC-API-269]

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

  Rule: Commands are answered in time

    Scenario: The time to register a patient is measured
      Given a consumer
      When it sends a request to register a patient
      Then the request succeeds [GPC-API-013]
      And the response comes within 250 ms [GPC-API-266, GPC-FND-275]
      And the response comes within 100 ms [GPC-API-267]
