using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Lint;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Rules;
using GpConnect.Assurance.Harness.Tests.Requirements;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Tests.Lint;

public sealed class LintTests(LintTests.Engine engine) : IClassFixture<LintTests.Engine>, IDisposable
{
    private const string Sound = """
        Feature: Sound
          @GPC-API-001
          Scenario: It is answered
            Given a consumer
            When it asks for the capability statement
            Then the request succeeds
        """;

    private readonly TemporaryFolder _features = new();

    public void Dispose() => _features.Dispose();

    [Fact]
    public void A_sound_feature_gives_no_error() => Errors(Sound).Should().BeEmpty();

    [Theory]
    [InlineData("no-requirement", 2, """
        Feature: F
          Scenario: S
            Given a consumer
            When it asks for the capability statement
            Then the request succeeds
        """)]
    [InlineData("no-then", 3, """
        Feature: F
          @GPC-API-001
          Scenario: S
            Given a consumer
            When it asks for the capability statement
        """)]
    [InlineData("undefined-step", 4, """
        Feature: F
          @GPC-API-001
          Scenario: S
            Given a consumer who is nobody
            When it asks for the capability statement
            Then the request succeeds
        """)]
    [InlineData("ambiguous-step", 5, """
        Feature: F
          @GPC-API-001
          Scenario: S
            When it asks for the capability statement
            Then a step with two definitions
        """)]
    [InlineData("checks-nothing", 5, """
        Feature: F
          @GPC-API-001
          Scenario: S
            When it asks for the capability statement
            Then a step that cannot check
        """)]
    [InlineData("unknown-tag", 3, """
        Feature: F
          @GPC-API-001 @GCP-API-002
          Scenario: S
            When it asks for the capability statement
            Then the request succeeds
        """)]
    [InlineData("no-twin", 3, """
        Feature: F
          @GPC-API-001
          Scenario: S
            Given a consumer
            And the request's Ssp-From header is missing
            When it asks for the capability statement
            Then the response is the error 400 BAD_REQUEST
        """)]
    [InlineData("problem", 5, """
        Feature: F
          @GPC-API-001
          Scenario: S
            Given a consumer
            Gibberish
        """)]
    public void What_lets_a_verdict_be_wrong_is_an_error_with_its_place(string code, int line, string feature)
    {
        var finding = Errors(feature).Should().ContainSingle().Subject;
        finding.Should().Match<LintFinding>(f => f.Code == code && f.File == "lint/lint.feature" && f.Line == line);
        finding.ToString().Should().StartWith($"lint/lint.feature:{line}: error {code}: ");
    }

    [Theory]
    [InlineData("Given a consumer\nWhen it asks for the capability statement", true)]
    [InlineData("Given a consumer\nAnd the request's Ssp-From header is \"1\"\nWhen it asks for the capability statement", true)]
    [InlineData("Given a consumer\nAnd the request's Ssp-From header is missing\nAnd the token lacks its last dot\nWhen it asks for the capability statement", true)]
    [InlineData("Given a consumer asking in XML\nWhen it asks for the capability statement", false)]
    [InlineData("Given a consumer\nAnd the request's Ssp-From header is missing\nWhen it asks for the capability statement", false)]
    [InlineData("Given a consumer\nWhen it searches for a patient without any parameter", false)]
    public void A_twin_differs_in_one_thing(string request, bool isTwin)
    {
        var codes = Errors($"""
            Feature: F
              @GPC-API-001
              Scenario: Refused
                Given a consumer
                And the request's Ssp-From header is missing
                When it asks for the capability statement
                Then the response is the error 400 BAD_REQUEST
              @GPC-API-001
              Scenario: Answered
                {request.ReplaceLineEndings("\n    ")}
                Then the request succeeds
            """).Select(finding => finding.Code);
        codes.Contains("no-twin").Should().Be(!isTwin);
    }

    [Theory]
    [InlineData("Then the response is 404 with an OperationOutcome", true)]
    [InlineData("Then the response is one of:\n| status | body |\n| 400 | anything |\n| 4xx | anything |", true)]
    [InlineData("Then the response is one of:\n| status | body |\n| 400 | anything |\n| 200 | anything |", false)]
    [InlineData("Then the response is 200 with an empty searchset Bundle", false)]
    public void Only_what_is_to_be_refused_needs_a_twin(string then, bool needsOne) =>
        Errors($"Feature: F\n@GPC-API-001\nScenario: S\nGiven a consumer\nWhen it asks for the capability statement\n{then}").Select(finding => finding.Code)
            .Contains("no-twin").Should().Be(needsOne);

    [Fact]
    public void A_scenario_that_stands_twice_in_a_feature_is_an_error_and_in_two_features_a_remark()
    {
        var twice = $"{Sound}\n  @GPC-API-002\n  Scenario: Again\n    Given a consumer\n    When it asks for the capability statement\n    Then the request succeeds\n";
        Errors(twice).Should().ContainSingle().Which.Should().Match<LintFinding>(finding => finding.Code == "duplicate" && finding.Line == 8);

        _features.Write("lint/other.feature", Sound);
        Findings(Sound).Should().ContainSingle(finding => finding.Code == "duplicate").Which.Severity.Should().Be(LintSeverity.Information);
    }

    [Fact]
    public void Rules_that_say_the_same_and_rules_that_cannot_be_used_are_errors()
    {
        _features.Write("foundations/rules.yaml", """
            pack: foundations
            rules:
              - { requirement: GPC-FND-046, says: one }
              - { requirement: GPC-FND-046, says: other }
              - { requirement: GPC-FND-047, rule: ( }
            """);
        Errors(Sound).Select(finding => (finding.Code, finding.File, finding.Line)).Should()
            .Equal([("duplicate", "foundations/rules.yaml", 4), ("problem", "foundations/rules.yaml", 5)]);
    }

    [Fact]
    public void Tags_that_the_pack_announces_are_known()
    {
        _features.Write("lint/pack.yaml", "pack: lint\ntitle: Lint\ntags: [slow]\n");
        Errors(Sound.Replace("@GPC-API-001", "@GPC-API-001 @slow", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void A_definition_that_nothing_uses_is_a_remark() =>
        Findings(Sound).Should().ContainSingle(finding => finding.Code == "unused-step" && finding.Message.Contains("a step that cannot check"))
            .Which.Severity.Should().Be(LintSeverity.Information);

    [Theory]
    [InlineData("false", LintSeverity.Information)]
    [InlineData("true", LintSeverity.Error)]
    public void A_requirement_that_nothing_names_is_an_error_once_its_pack_is_finished(string finished, LintSeverity severity)
    {
        _features.Write("api/pack.yaml", $"pack: api\ntitle: Api\nfinished: {finished}\n");
        Findings(Sound, engine.OwnSteps).Should().ContainSingle(finding => finding.Code == "unproved" && finding.Message.Contains("GPC-API-004")).Which.Severity.Should().Be(severity);
    }

    [Theory]
    [InlineData("GPC-API-001", "a scenario names it")]
    [InlineData("GPC-FND-100", "its own expression is a rule")]
    [InlineData("GPC-API-038", "the code of the standing checks names it")]
    [InlineData("GPC-FND-039", "what it points to has a rule")]
    [InlineData("GPC-API-015", "no test client can see it")]
    [InlineData("GPC-API-195", "another pack, which is not finished, shows it")]
    [InlineData("GPC-API-257", "it binds consumers")]
    public void A_requirement_is_not_missed(string requirement, string because) =>
        Findings(Sound, engine.OwnSteps).Where(finding => finding.Code == "unproved").Should().NotContain(finding => finding.Message.Contains(requirement), because);

    private List<LintFinding> Errors(string feature) => [.. Findings(feature).Where(finding => finding.Severity == LintSeverity.Error)];

    private IReadOnlyList<LintFinding> Findings(string feature, IReadOnlyList<StepDefinition>? steps = null)
    {
        _features.Write("lint/lint.feature", feature);
        return Linter.Run(new LintSubject
        {
            Features = PlanCheck.AgainstRequirements(FeatureReader.ReadDirectory(_features.Path), PublishedRequirements.Catalogue),
            Requirements = PublishedRequirements.Catalogue,
            Rules = RuleSet.Load(PublishedRequirements.Catalogue, _features.Path),
            Packs = PackFiles.Read(_features.Path),
            Steps = steps ?? engine.Steps,
        });
    }

    /// <summary>The steps of the harness, and those of this class.</summary>
    public sealed class Engine : IDisposable
    {
        private readonly SpecFlowHost _host = new([typeof(LintTests).Assembly]);

        public Engine() => Steps = _host.StepDefinitions();

        public IReadOnlyList<StepDefinition> Steps { get; }

        /// <summary>Without those of this assembly, which names requirements in its texts only to test with them.</summary>
        public IReadOnlyList<StepDefinition> OwnSteps => [.. Steps.Where(definition => definition.Method.DeclaringType!.Assembly == typeof(SpecFlowHost).Assembly)];

        public void Dispose() => _host.Dispose();
    }
}

/// <summary>Steps as they should not be.</summary>
[Binding]
public sealed class FaultySteps
{
    [Then("a step that cannot check")]
    public static void ThenNothing()
    {
    }

    [Then("a step with two definitions")]
    public static void ThenOne()
    {
    }

    [Then("a step with (.+) definitions")]
    public static void ThenTheOther(string count) => count.Should().NotBeEmpty();
}
