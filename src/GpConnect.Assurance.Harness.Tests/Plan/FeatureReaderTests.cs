using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Tests.Plan;

public sealed class FeatureReaderTests
{
    [Fact]
    public void A_scenario_carries_background_steps_inherited_tags_and_its_place()
    {
        var set = Read("""
            @feature-tag
            Feature: Find a patient
              Background:
                Given a consumer

              @GPC-FND-027 @slow
              Scenario: Found
                When it searches
                Then the response is 200
                And nothing else
            """);

        set.Problems.Should().BeEmpty();
        var scenario = set.Scenarios.Should().ContainSingle().Subject;
        scenario.Id.Should().Be("foundations/find.feature:7");
        scenario.Feature.Should().Be("Find a patient");
        scenario.Tags.Should().Equal("feature-tag", "GPC-FND-027", "slow");
        scenario.Requirements.Should().Equal("GPC-FND-027");
        scenario.Steps.Select(s => (s.Kind, s.Keyword, s.Text)).Should().Equal(
            (StepKind.Given, "Given", "a consumer"),
            (StepKind.When, "When", "it searches"),
            (StepKind.Then, "Then", "the response is 200"),
            (StepKind.Then, "And", "nothing else"));
    }

    [Fact]
    public void An_outline_becomes_a_scenario_for_each_row_with_the_tags_of_its_examples()
    {
        var set = Read("""
            Feature: F
              Scenario Outline: In <format>
                Given a table
                  | what | <format> |
                And a text
                  \"\"\"
                  as <format>, <unknown>
                  \"\"\"
                @json
                Examples:
                  | format |
                  | JSON   |
                @xml
                Examples:
                  | format    |
                  | <format>! |
            """.Replace("\\\"", "\"", StringComparison.Ordinal));

        set.Scenarios.Select(s => (s.Name, s.Line, string.Join(' ', s.Tags))).Should().Equal(("In JSON", 12, "json"), ("In <format>!", 16, "xml"));
        var steps = set.Scenarios[0].Steps;
        steps[0].Table!.Single().Should().Equal("what", "JSON");
        steps[1].DocString.Should().Be("as JSON, <unknown>");
    }

    [Fact]
    public void A_rule_has_its_own_background_and_tags_and_leaves_none_behind()
    {
        var set = Read("""
            Feature: F
              Background:
                Given common
              @r
              Rule: One
                Background:
                  Given own
                Scenario: A
                  Then a
              Rule: Two
                Scenario: B
                  Then b
            """);

        set.Scenarios[0].Rule.Should().Be("One");
        set.Scenarios[0].Tags.Should().Equal("r");
        set.Scenarios[0].Steps.Select(s => s.Text).Should().Equal("common", "own", "a");
        set.Scenarios[1].Tags.Should().BeEmpty();
        set.Scenarios[1].Steps.Select(s => s.Text).Should().Equal("common", "b");
    }

    [Theory]
    [InlineData("Feature: F\n  Scenario: A\n    Given x\n    Gibberish here", 4)]
    [InlineData("", 1)]
    [InlineData("Feature: F\n  Scenario Outline: A\n    Given <x>\n    Examples:\n      | x |", 4)]
    public void What_cannot_be_read_is_a_problem_with_its_line(string text, int line)
    {
        var problem = Read(text).Problems.Should().ContainSingle().Subject;
        problem.Should().Match<PlanProblem>(p => p.File == "foundations/find.feature" && p.Line == line);
        problem.Message.Should().NotStartWith("(");
    }

    [Fact]
    public void A_step_names_its_own_requirements_behind_its_text()
    {
        var scenario = Read("""
            Feature: F
              @GPC-FND-001
              Scenario: S
                Then the list is [1, 2] [GPC-FND-002, GPC-API-003]
            """).Scenarios.Single();

        scenario.Steps[0].Text.Should().Be("the list is [1, 2]");
        scenario.Steps[0].Requirements.Should().Equal("GPC-FND-002", "GPC-API-003");
        scenario.Requirements.Should().Equal("GPC-FND-001", "GPC-FND-002", "GPC-API-003");
    }

    [Fact]
    public void A_step_names_requirements_in_its_table_too()
    {
        var step = Read("""
            Feature: F
              Scenario Outline: S
                Then all are kept: [GPC-FND-001]
                  | in short | requirement |
                  | one      | <id>        |
                  | two      | none        |
                Examples:
                  | id          |
                  | GPC-API-002 |
            """).Scenarios.Single().Steps[0];

        step.Requirements.Should().Equal("GPC-FND-001", "GPC-API-002");
    }

    [Fact]
    public void A_missing_folder_is_said_to_be_missing()
    {
        var read = () => FeatureReader.ReadDirectory("/no/such/folder");
        read.Should().Throw<DirectoryNotFoundException>().WithMessage("*'/no/such/folder' does not exist*--features*");
    }

    private static FeatureSet Read(string text)
    {
        using var reader = new StringReader(text);
        return FeatureReader.Read(reader, "foundations/find.feature", "foundations");
    }
}
