using System.Text.Json.Nodes;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Coverage;

public sealed class CoverageReportTests : IDisposable
{
    private readonly TemporaryFolder _features = new();
    private readonly List<ProofRecord> _proofs = [];
    private readonly List<TrialRecord> _trials = [];

    public void Dispose() => _features.Dispose();

    [Fact]
    public void A_requirement_is_proved_when_a_check_of_it_holds_and_fails_where_a_defect_breaks_it()
    {
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Break("GPD-TST-001", "GPC-TST-001");
        Row("GPC-TST-001").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.Proved && !row.IsGap && row.Defects.Single() == "GPD-TST-001" && row.Scenarios.Single() == "test/a.feature:3");
    }

    [Fact]
    public void A_check_that_no_defect_makes_fail_is_an_untested_proof()
    {
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Break("GPD-TST-001", "GPC-TST-002");
        Row("GPC-TST-001").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.Untested && row.IsGap);
    }

    [Fact]
    public void What_nothing_checks_has_no_proof_whatever_defects_there_are()
    {
        Break("GPD-TST-001", "GPC-TST-001");
        Row("GPC-TST-001").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.Unproved && row.IsGap);
    }

    [Fact]
    public void A_SHOULD_without_proof_is_no_gap() =>
        Row("GPC-TST-002").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.Unproved && !row.IsGap && row.Level == "SHOULD");

    [Fact]
    public void A_pointer_counts_with_what_it_points_to_and_at_its_level()
    {
        Prove("GPC-TST-001", rule: "test/rules.yaml:3");
        Break("GPD-TST-001", "GPC-TST-001");
        Row("GPC-TST-003").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.Proved && row.Level == "SHALL" && row.SameAs.Single() == "GPC-TST-001" && row.Rules.Count == 1);
    }

    [Fact]
    public void What_cannot_be_automated_says_how_it_is_evidenced_and_what_binds_others_is_theirs()
    {
        Row("GPC-TST-004").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.NotAutomatable && row.Note == "witnessed" && !row.IsGap);
        Row("GPC-TST-005").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.OtherParty && !row.IsGap);
    }

    [Fact]
    public void A_finished_pack_has_gaps_an_unfinished_one_has_none()
    {
        Gaps("finished: false").Should().BeEmpty();
        Gaps("finished: true").Should().HaveCount(2).And.OnlyContain(gap => gap.Contains("has no proof"));
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Gaps("finished: true").Should().HaveCount(2).And.OnlyContain(gap => gap.Contains("no defect has tested"));
    }

    [Fact]
    public void What_only_another_pack_shows_is_left_to_it_until_something_checks_it()
    {
        Row("GPC-TST-006").Should().Match<CoverageRow>(row => row.Status == CoverageStatus.Elsewhere && !row.IsGap && CoverageWords.Of(row) == "left to other");
        Prove("GPC-TST-006", scenario: "other/a.feature:3");
        Row("GPC-TST-006").Status.Should().Be(CoverageStatus.Untested);
        Break("GPD-TST-001", "GPC-TST-006");
        Row("GPC-TST-006").Status.Should().Be(CoverageStatus.Proved);
    }

    [Fact]
    public void What_only_another_pack_shows_is_a_gap_once_that_pack_is_finished()
    {
        Gaps("finished: true").Should().NotContain(gap => gap.Contains("GPC-TST-006"));
        _features.Write("other/pack.yaml", "pack: other\ntitle: Other\nfinished: true\n");
        Gaps("finished: false").Should().ContainSingle().Which.Should().Contain("GPC-TST-006").And.Contain("the pack other");
        Prove("GPC-TST-006", scenario: "other/a.feature:3");
        Gaps("finished: false").Should().ContainSingle().Which.Should().Contain("no defect has tested");
    }

    [Theory]
    [InlineData("scenarios: 0\nrules: 0", 0)]
    [InlineData("scenarios: 1", 1)]
    [InlineData("rules: 2", 1)]
    public void A_pack_that_does_not_hold_what_it_says_has_a_gap(string counts, int gaps) => Gaps(counts).Should().HaveCount(gaps);

    [Fact]
    public void Packs_can_be_chosen() => CoverageReport.Of(Catalogue(), Record(), ["other"]).Rows.Should().BeEmpty();

    [Fact]
    public void JSON_names_each_proof_with_its_defect()
    {
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Break("GPD-TST-001", "GPC-TST-001");
        var rows = JsonNode.Parse(CoverageJson.Of(Report()))!.AsArray();
        rows.Should().HaveCount(6);
        rows[0]!.ToJsonString().Should().Contain("\"requirement\":\"GPC-TST-001\"").And.Contain("\"status\":\"proved\"").And.Contain("\"defects\":[\"GPD-TST-001\"]");
    }

    [Fact]
    public void JSON_names_the_defects_that_made_each_proof_fail_also_those_of_the_entry_pointed_to()
    {
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Prove("GPC-TST-003", rule: "test/rules.yaml:3");
        Break("GPD-TST-002", "GPC-TST-001", "test/a.feature:3");
        Break("GPD-TST-001", "GPC-TST-001", "test/a.feature:3");
        Break("GPD-TST-003", "GPC-TST-003", "test/rules.yaml:3");
        Row("GPC-TST-001").FailedBy.Should().ContainSingle().Which.Value.Should().Equal("GPD-TST-001", "GPD-TST-002");
        Row("GPC-TST-003").FailedBy.Keys.Should().Equal("test/a.feature:3", "test/rules.yaml:3");
        Row("GPC-TST-002").FailedBy.Should().BeEmpty();
        CoverageJson.Of(Report()).Should().MatchRegex("\"failedBy\": \\{\\s*\"test/a.feature:3\": \\[\\s*\"GPD-TST-001\",\\s*\"GPD-TST-002\"");
    }

    [Fact]
    public void What_alone_proves_a_requirement_is_a_sole_proof()
    {
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Prove("GPC-TST-002", scenario: "test/a.feature:3", rule: "test/rules.yaml:3");
        var sole = SoleProofs.Of(Catalogue(), Record());
        sole.Should().ContainSingle().Which.Key.Should().Be("test/a.feature:3");
        sole["test/a.feature:3"].Should().Equal("GPC-TST-001", "GPC-TST-003");
    }

    [Fact]
    public void What_is_checked_of_every_response_as_well_has_no_sole_proof()
    {
        _proofs.Add(new ProofRecord("GPC-TST-002", ["test/a.feature:3"], [], IsStanding: true));
        SoleProofs.Of(Catalogue(), Record()).Should().BeEmpty();
    }

    [Fact]
    public void CSV_quotes_what_would_break_it()
    {
        var lines = CoverageCsv.Of(Report()).Split("\r\n");
        lines.Should().HaveCount(8);
        lines[1].Should().StartWith("GPC-TST-001,test,a_page,Heading,SHALL,\"One, \"\"two\"\"\",no proof,");
    }

    [Fact]
    public void Markdown_has_a_table_for_each_page_and_the_figures()
    {
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Break("GPD-TST-001", "GPC-TST-001");
        CoverageMarkdown.Of(Report()).Should()
            .Contain("| GPC-TST-001 | SHALL | One, \"two\" | proved | test/a.feature:3 | GPD-TST-001 |")
            .And.Contain("### a\\_page")
            .And.Contain("2 of 3 requirements that a test client can see are proved; 0 have a proof that no defect has tested, 1 have none; 0 of the gaps are SHALLs; 1 are left to other packs, 1 requirements are evidenced otherwise.");
    }

    [Fact]
    public void A_self_test_is_read_as_it_was_written()
    {
        Prove("GPC-TST-001", scenario: "test/a.feature:3");
        Break("GPD-TST-001", "GPC-TST-001");
        SelfTestFile.Write(_features["selftest.json"], Record());
        SelfTestFile.Read(_features["selftest.json"]).Should().BeEquivalentTo(Record());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{ \"tool\": null }")]
    public void A_file_that_is_no_self_test_is_refused_in_one_sentence(string content)
    {
        var read = () => SelfTestFile.Read(_features.Write("selftest.json", content));
        read.Should().Throw<EvidenceException>().WithMessage("*selftest.json*");
    }

    private void Prove(string requirement, string? scenario = null, string? rule = null) =>
        _proofs.Add(new ProofRecord(requirement, scenario is null ? [] : [scenario], rule is null ? [] : [rule], IsStanding: false));

    private void Break(string defect, string requirement, string proof = "test/a.feature:3") => _trials.Add(new TrialRecord
    {
        Defect = defect,
        Title = "Wrong",
        Requirement = requirement,
        CaughtBy = new CatchRecord("test/a.feature:3", requirement, "it is so", null, Verdict.Fail, "it is not"),
        Shown = [requirement],
        Failures = [new ProofFailure(requirement, proof)],
        ScenariosRun = 1,
    });

    private CoverageRow Row(string id) => Report().Rows.Single(row => row.Requirement == id);

    private CoverageReport Report() => CoverageReport.Of(Catalogue(), Record(), []);

    private IReadOnlyList<string> Gaps(string says)
    {
        _features.Write("test/pack.yaml", $"pack: test\ntitle: Test\n{says}\n");
        return PackGaps.Of(PackFiles.Read(_features.Path), Report(), [], Harness.Rules.RuleSet.Empty);
    }

    private SelfTestRecord Record() => new()
    {
        Tool = "gpc-assure",
        Started = DateTimeOffset.UnixEpoch,
        DurationMs = 1,
        FeaturesHash = "0",
        IsComplete = true,
        Scenarios = 1,
        FalseAlarms = [],
        Unsteady = [],
        Readings = [],
        Proofs = _proofs,
        NeverFailed = [],
        NeverBroken = [],
        Trials = _trials,
    };

    private RequirementCatalogue Catalogue()
    {
        const string Common = "page: a_page, section: Heading, kind: response, statement: So., verify: Look.";
        _features.Write("test/requirements.yaml", $$"""
            pack: test
            specification: GP Connect API 1.6.2
            requirements:
              - { id: GPC-TST-001, title: 'One, "two"', party: provider, level: SHALL, automatable: 'yes', {{Common}} }
              - { id: GPC-TST-002, title: Two, party: provider, level: SHOULD, automatable: 'yes', {{Common}} }
              - { id: GPC-TST-003, title: Three, party: provider, level: SHOULD, automatable: 'yes', same_as: GPC-TST-001, {{Common}} }
              - { id: GPC-TST-004, title: Four, party: provider, level: SHALL, automatable: 'no: witnessed', {{Common}} }
              - { id: GPC-TST-005, title: Five, party: consumer, level: SHALL, automatable: 'yes', {{Common}} }
              - { id: GPC-TST-006, title: Six, party: provider, level: SHALL, automatable: 'yes', proved_in: other, {{Common}} }
            """);
        return RequirementCatalogue.Load(_features.Path);
    }
}
