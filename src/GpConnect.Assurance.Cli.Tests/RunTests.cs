using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>The main job: features, provider, validation and evidence together.</summary>
public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_no_options_the_reference_provider_passes_every_scenario_and_leaves_a_whole_evidence_pack()
    {
        var tool = await Tool.Run("run", "--output", _folder["evidence"]);

        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        var evidence = RunEvidence.Open(_folder["evidence"]);
        var scenarios = evidence.Scenarios().ToList();
        scenarios.Should().HaveCountGreaterThanOrEqualTo(40).And.OnlyContain(scenario => scenario.Checks.Count > 0);
        scenarios.Where(scenario => scenario.Verdict > Verdict.Info && !scenario.Tags.Any(tag => tag.TrimStart('@') is "tls" or "proxy")).Select(scenario => scenario.Id).Should().BeEmpty();
        scenarios.Where(scenario => scenario.Requirements.Count == 0).Select(scenario => scenario.Id).Should().BeEmpty();
        evidence.Run.Should().Match<RunRecord>(run => run.ReferenceProvider && run.ExitCode == 0 && !run.Interrupted && run.Planned == scenarios.Count);
        foreach (var file in new[] { "run.json", "scenarios.ndjson", "junit.xml", "summary.md", "report.html", "manifest.json" })
        {
            File.Exists(_folder[$"evidence/{file}"]).Should().BeTrue(file);
        }

        Manifest.Verify(_folder["evidence"]).Should().BeEmpty();
        scenarios.SelectMany(scenario => scenario.Exchanges).Should().OnlyContain(id => evidence.Exchange(id).Status != null);
    }

    [Fact]
    public async Task No_token_stands_anywhere_in_the_evidence()
    {
        await Tool.Run("run", "--output", _folder["evidence"]);
        foreach (var file in Directory.EnumerateFiles(_folder["evidence"], "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file)).Should().NotContain("eyJ", $"{file} must hold no token");
        }
    }

    [Fact]
    public async Task One_worker_and_eight_come_to_the_same_verdicts()
    {
        await Tool.Run("run", "--parallel", "1", "--output", _folder["one"]);
        await Tool.Run("run", "--parallel", "8", "--output", _folder["eight"]);
        Verdicts("eight").Should().Equal(Verdicts("one"));
    }

    [Fact]
    public async Task A_list_shows_the_scenarios_that_fit_and_runs_none()
    {
        var tool = await Tool.Run("run", "--list", "--tags", "@GPC-FND-072");
        tool.ExitCode.Should().Be(0);
        tool.Out.Should().Contain("foundations/read-a-patient.feature:").And.NotContain("capability");
    }

    [Fact]
    public async Task Tags_names_and_packs_choose_scenarios()
    {
        var tool = await Tool.Run("run", "--pack", "foundations", "--tags", "@GPC-FND-027", "--output", _folder["evidence"]);
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        RunEvidence.Open(_folder["evidence"]).Scenarios().Should().NotBeEmpty()
            .And.OnlyContain(scenario => scenario.Pack == "foundations" && scenario.Requirements.Contains("GPC-FND-027"));
    }

    [Fact]
    public async Task A_suppliers_own_features_and_steps_run_beside_those_of_the_tool()
    {
        _folder.Write("own/sold/software.feature", """
            Feature: Our software
              Scenario: It names itself
                Given a consumer
                When it asks for the capability statement
                Then the software names itself
              Scenario: It has the name it is sold by
                Given a consumer
                When it asks for the capability statement
                Then the software is called "Another product"
            """);
        var tool = await Tool.Run("run", "--features", _folder["own"], "--steps", Tool.SampleSteps, "--pack", "sold", "--output", _folder["evidence"]);

        tool.ExitCode.Should().Be(1, tool.Out + tool.Error);
        RunEvidence.Open(_folder["evidence"]).Scenarios().OrderBy(scenario => scenario.Line).Select(scenario => scenario.Verdict)
            .Should().Equal([Verdict.Pass, Verdict.Fail], tool.Out);
    }

    [Theory]
    [InlineData("README.md")]
    public async Task The_feature_that_a_page_shows_runs_and_passes(string page)
    {
        var text = await File.ReadAllTextAsync(Repository.File(page));
        var start = text.IndexOf("```gherkin\n", StringComparison.Ordinal) + "```gherkin\n".Length;
        _folder.Write("my-features/shown.feature", text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        var tool = await Tool.Run("run", "--features", _folder["my-features"], "--pack", "my-features", "--output", _folder["evidence"]);
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
    }

    [Fact]
    public async Task What_cannot_be_run_is_an_error_that_names_file_and_line()
    {
        _folder.Write("own/broken/broken.feature", "Feature: Broken\n  Scenario: S\n    Given a consumer\n    Gibberish\n");
        _folder.Write("own/broken/undefined.feature", "Feature: Undefined\n  Scenario: S\n    Given nobody wrote this step\n");
        _folder.Write("own/broken/unknown.feature", "Feature: Unknown\n  @GPC-FND-999999\n  Scenario: S\n    Given a consumer\n");
        _folder.Write("own/broken/nothing.feature", "Feature: Nothing\n  Scenario: S\n    Given a consumer\n");
        var tool = await Tool.Run("run", "--features", _folder["own"], "--pack", "broken", "--output", _folder["evidence"]);

        tool.ExitCode.Should().Be(3, tool.Out + tool.Error);
        RunEvidence.Open(_folder["evidence"]).Scenarios().Select(scenario => scenario.Reason).Order(StringComparer.Ordinal).Should().SatisfyRespectively(
            reason => reason.Should().StartWith("broken/broken.feature:4: Not valid Gherkin"),
            reason => reason.Should().StartWith("broken/nothing.feature:2: the scenario checks nothing"),
            reason => reason.Should().StartWith("broken/undefined.feature:3: no step definition matches"),
            reason => reason.Should().StartWith("broken/unknown.feature:3: ").And.Contain("GPC-FND-999999"));
    }

    [Fact]
    public async Task A_run_that_is_stopped_keeps_what_it_had_and_says_so()
    {
        using var stop = new CancellationTokenSource();
        var arguments = new[] { "run", "--parallel", "1", "--output", _folder["evidence"] };
        var tool = await Tool.Run(arguments, stop.Token, line =>
        {
            if (line.StartsWith("pass", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        });

        tool.ExitCode.Should().Be(3, tool.Error);
        tool.Out.Should().Contain("Ctrl+C");
        var evidence = RunEvidence.Open(_folder["evidence"]);
        evidence.Run.Should().Match<RunRecord>(run => run.Interrupted && run.ExitCode == 3);
        evidence.Scenarios().Count().Should().BeInRange(1, evidence.Run.Planned - 1);
        Manifest.Verify(_folder["evidence"]).Should().BeEmpty();
    }

    private Dictionary<string, Verdict> Verdicts(string run) =>
        RunEvidence.Open(_folder[run]).Scenarios().OrderBy(scenario => scenario.Id, StringComparer.Ordinal).ToDictionary(s => s.Id, s => s.Verdict);
}
