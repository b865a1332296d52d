using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Rules;
using GpConnect.Assurance.Harness.Tests.Requirements;
using GpConnect.Assurance.Harness.Tests.Steps;

namespace GpConnect.Assurance.Harness.Tests.Rules;

/// <summary>Rules are held against every response, though no step asks for them.</summary>
public sealed class RuleChecksTests(StepBench bench) : IClassFixture<StepBench>, IDisposable
{
    private const string Find = """
        Given a consumer
        When it searches for the patient "registered" by NHS number
        Then the request succeeds
        """;

    private readonly TemporaryFolder _features = new();

    public void Dispose() => _features.Dispose();

    [Fact]
    public async Task A_rule_that_every_resource_keeps_is_one_passed_check_that_names_requirement_and_rule()
    {
        var check = await Only("requirement: GPC-FND-046, rule: birthDate.exists()");
        check.Should().Match<CheckRecord>(c => c.Verdict == Verdict.Pass && c.Rule == "foundations/rules.yaml:3" && c.Exchange != null);
        check.Requirements.Should().ContainSingle(reference => reference.Id == "GPC-FND-046" && reference.Title != null && reference.Page != null);
    }

    [Fact]
    public async Task A_rule_that_a_resource_breaks_is_a_failed_check_for_each_with_its_place()
    {
        var checks = await Checks("requirement: GPC-FND-046, rule: deceased.exists(), says: tell it", Find, (_, response) =>
        {
            var entries = response.Resource!["entry"]!.AsArray();
            entries.Add(entries[0]!.DeepClone());
        });
        checks.Should().HaveCount(2).And.OnlyContain(check => check.Verdict == Verdict.Fail && check.Message!.Contains("tell it") && check.Line > 0);
        checks.Select(check => check.Location).Should().Equal("Bundle.entry[0].resource", "Bundle.entry[1].resource");
    }

    [Theory]
    [InlineData("birthDate.exists() and gender = 'male'", Verdict.Fail)]
    [InlineData("{}", Verdict.Fail)]
    [InlineData("managingOrganization.resolve().name.exists()", Verdict.Info)]
    [InlineData("%target.version.startsWith('1.6') and %target.url.exists()", Verdict.Pass)]
    [InlineData("%practice.odsCode = 'GP0001'", Verdict.Pass)]
    [InlineData("%request.method = 'GET' and %request.parameter.where(name = 'identifier').value.endsWith('|9000000009')", Verdict.Pass)]
    [InlineData("%response.status = 200 and %response.header.where(name = 'cache-control').value = 'no-store'", Verdict.Pass)]
    [InlineData("%response.status in (405 | 415)", Verdict.Fail)]
    [InlineData("%resource.id = id", Verdict.Pass)]
    public async Task What_is_true_passes_what_is_not_fails_and_what_cannot_be_told_is_only_said(string rule, Verdict verdict) =>
        (await Only($"requirement: GPC-FND-046, rule: \"{rule}\"")).Verdict.Should().Be(verdict);

    [Fact]
    public async Task A_reference_is_resolved_within_the_Bundle()
    {
        var checks = await Checks("requirement: GPC-FND-046, rule: managingOrganization.resolve().name = 'Sample Practice'", Find, (_, response) =>
            response.Resource!["entry"]!.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["resource"] = FakeResources.Organization() }));
        checks.Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Pass);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("deceased")]
    public async Task A_rule_that_does_not_apply_is_no_check(string when) =>
        (await Checks($"requirement: GPC-FND-046, rule: deceased.exists(), when: \"{when}\"")).Should().BeEmpty();

    [Fact]
    public async Task A_rule_for_another_interaction_is_no_check() =>
        (await Checks("requirement: GPC-FND-046, rule: deceased.exists(), interaction: read a patient")).Should().BeEmpty();

    [Theory]
    [InlineData("GPC-FND-046", "", Verdict.Fail)]
    [InlineData("GPC-API-150", "", Verdict.Warn)]
    [InlineData("GPC-API-214", "", Verdict.Info)]
    [InlineData("GPC-FND-046", ", level: SHOULD", Verdict.Warn)]
    [InlineData("GPC-FND-046", ", level: MAY", Verdict.Info)]
    public async Task A_breach_is_as_grave_as_its_requirement_or_less_where_the_rule_says_so(string requirement, string level, Verdict verdict) =>
        (await Only($"requirement: {requirement}, resource: Patient, rule: deceased.exists(), interaction: find a patient{level}")).Verdict.Should().Be(verdict);

    [Fact]
    public async Task The_reading_that_a_provider_takes_is_told_with_those_allowed()
    {
        var checks = await Checks("requirement: GPC-FND-044, rule: birthDate.exists(), shows: gender");
        checks.Select(check => check.Verdict).Should().Equal(Verdict.Pass, Verdict.Info);
        checks[1].Message.Should().Contain("CareConnect-NHSNumberVerificationStatus-1").And.EndWith("This provider: female.");
    }

    [Fact]
    public async Task Rules_on_resources_leave_errors_alone_and_rules_on_OperationOutcomes_look_at_nothing_else()
    {
        const string Refused = """
            Given a consumer
            When it searches for a patient by the NHS number "1"
            Then the response is the error 400 INVALID_NHS_NUMBER
            """;
        const string Rule = "requirement: GPC-API-146, resource: OperationOutcome, rule: issue.severity = 'error'";
        (await Checks("requirement: GPC-FND-046, resource: Resource, rule: 'false'", Refused)).Should().BeEmpty();
        (await Checks(Rule, Find)).Should().BeEmpty();
        (await Checks(Rule, Refused)).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Pass);
    }

    [Fact]
    public async Task A_request_that_only_prepares_leaves_breaches_and_nothing_else()
    {
        const string Read = """
            Given a consumer
            When it reads the patient "registered"
            Then the request succeeds
            """;
        (await Checks("requirement: GPC-FND-046, rule: birthDate.exists()", Read)).Should().BeEmpty();
        (await Checks("requirement: GPC-FND-046, rule: deceased.exists()", Read)).Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Fail);
    }

    [Fact]
    public async Task A_rule_that_many_resources_break_does_not_fill_the_report()
    {
        var checks = await Checks("requirement: GPC-FND-046, rule: deceased.exists()", Find, (_, response) =>
        {
            var entries = response.Resource!["entry"]!.AsArray();
            for (var count = 0; count < 30; count++)
            {
                entries.Add(entries[0]!.DeepClone());
            }
        });
        checks.Should().HaveCount(10);
        checks[^1].Message.Should().EndWith("So do 21 resources that are not listed.");
    }

    private async Task<CheckRecord> Only(string rule) => (await Checks(rule)).Should().ContainSingle().Subject;

    private async Task<List<CheckRecord>> Checks(string rule, string steps = Find, Action<FakeRequest, FakeResponse>? spoil = null)
    {
        _features.Write("foundations/rules.yaml", $"pack: foundations\nrules:\n- {{ {rule} }}\n");
        var all = RuleSet.Load(PublishedRequirements.Catalogue, _features.Path);
        all.Problems.Should().BeEmpty();
        var result = await bench.RunAsync(steps, spoil, rules: all.Where(one => one.Id.StartsWith("foundations/rules", StringComparison.Ordinal)), isTrusted: true);
        return [.. result.Record.Checks.Where(check => check.Rule is not null)];
    }
}
