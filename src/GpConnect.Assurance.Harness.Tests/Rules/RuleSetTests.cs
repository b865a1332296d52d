using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Rules;
using GpConnect.Assurance.Harness.Tests.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Rules;

public sealed class RuleSetTests : IDisposable
{
    private const string Requirements = """
        pack: foundations
        specification: GP Connect API 1.6.2
        requirements:
          - { id: GPC-FND-001, title: One, page: p, section: s, party: provider, level: SHALL, kind: resource, statement: It is so., verify: Look., automatable: 'yes',
              interaction: 'urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1', resource: Patient, fhirpath: name.exists() }
          - { id: GPC-FND-002, title: Two, page: p, section: s, party: provider, level: SHALL, kind: resource, statement: It is so too., verify: Look., automatable: 'yes' }

        """;

    private readonly TemporaryFolder _features = new();

    public void Dispose() => _features.Dispose();

    [Fact]
    public void A_requirement_brings_its_own_rule_to_its_own_interaction()
    {
        var rules = Load("pack: foundations\nrules: []\n");
        rules.Problems.Should().BeEmpty();
        rules.For(Interactions.ReadPatient.Id).Should().ContainSingle().Which.Should().Match<PopulationRule>(rule =>
            rule.Requirement.Id == "GPC-FND-001" && rule.Rule.Text == "name.exists()" && rule.Says == "It is so." && rule.Id == "foundations/requirements.yaml:4");
        rules.For(Interactions.FindPatient.Id).Should().BeEmpty();
    }

    [Fact]
    public void An_entry_of_a_rules_file_takes_the_place_of_what_the_requirement_brings()
    {
        var rules = Load("""
            pack: foundations
            rules:
              - requirement: GPC-FND-001
                when: active
                shows: gender
                says: do it
                level: SHOULD
            """);
        rules.Problems.Should().BeEmpty();
        rules.All.Should().ContainSingle().Which.Should().Match<PopulationRule>(rule =>
            rule.Rule.Text == "name.exists()" && rule.When!.Text == "active" && rule.Shows!.Text == "gender" && rule.Says == "do it"
            && rule.Level == RequirementLevel.Should && rule.Id == "foundations/rules.yaml:3");
    }

    [Fact]
    public void A_rule_without_an_interaction_belongs_to_all_of_its_pack()
    {
        var rules = Load("pack: foundations\nrules:\n- { requirement: GPC-FND-002, resource: [Patient, Location], rule: id.exists() }\n");
        rules.For(Interactions.ReadLocation.Id).Should().ContainSingle(rule => rule.Requirement.Id == "GPC-FND-002");
        rules.For(Interactions.SearchSlots.Id).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_may_name_its_interactions_as_a_tester_calls_them()
    {
        var rules = Load("pack: foundations\nrules:\n- { requirement: GPC-FND-002, resource: Patient, rule: id.exists(), interaction: [find a patient] }\n");
        rules.All.Single(rule => rule.Requirement.Id == "GPC-FND-002").Interactions.Should().Equal(Interactions.FindPatient.Id);
    }

    [Theory]
    [InlineData("- { requirement: GPC-FND-009, resource: Patient, rule: id.exists() }", "GPC-FND-009, which no requirements.yaml holds")]
    [InlineData("- { requirement: GPC-FND-002, resource: Patient, rule: 'id.exists(' }", "The rule is not FHIRPath")]
    [InlineData("- { requirement: GPC-FND-002, resource: Patient, rule: id.exists(), when: '(' }", "The when is not FHIRPath")]
    [InlineData("- { requirement: GPC-FND-002, rule: id.exists() }", "lacks the key \"resource\"")]
    [InlineData("- { requirement: GPC-FND-002, resource: Patient }", "lacks the key \"rule\"")]
    [InlineData("- { requirement: GPC-FND-002, resource: Patient, rule: id.exists(), interaction: find a patent }", "did you mean find a patient?")]
    [InlineData("- { requirement: GPC-FND-002, resource: Patient, rule: id.exists(), sais: so }", "did you mean says?")]
    [InlineData("- { requirement: GPC-FND-002, resource: Patient, rule: id.exists(), level: MUST }", "SHALL, SHOULD, MAY")]
    public void A_rule_that_cannot_be_used_is_a_problem_with_its_place_and_leaves_the_others(string entry, string says)
    {
        var rules = Load($"pack: foundations\nrules:\n- {{ requirement: GPC-FND-001 }}\n{entry}\n");
        rules.All.Should().ContainSingle();
        rules.Problems.Should().ContainSingle().Which.Should().Match<PlanProblem>(problem =>
            problem.File == "foundations/rules.yaml" && problem.Line == 4 && problem.Message.Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_YAML_is_a_problem_with_its_place() =>
        Load("pack: foundations\nrules: [\n").Problems.Should().ContainSingle().Which.Message.Should().StartWith("This is not YAML");

    [Fact]
    public void The_rules_of_the_repository_can_all_be_used_and_each_expression_of_a_requirement_is_one()
    {
        var rules = RuleSet.Load(PublishedRequirements.Catalogue, Repository.File("features"));
        rules.Problems.Should().BeEmpty();
        PublishedRequirements.Catalogue.All.Where(requirement => requirement.FhirPath is not null).Select(requirement => requirement.Id)
            .Except(rules.All.Select(rule => rule.Requirement.Id)).Should().BeEmpty();
    }

    private RuleSet Load(string rules)
    {
        _features.Write("foundations/requirements.yaml", Requirements);
        _features.Write("foundations/rules.yaml", rules);
        return RuleSet.Load(RequirementCatalogue.Load(_features.Path), _features.Path);
    }
}
