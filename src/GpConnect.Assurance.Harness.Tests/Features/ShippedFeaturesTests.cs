using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Tests.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Features;

/// <summary>What holds of every scenario that comes with the tool, whatever it is about.</summary>
public sealed class ShippedFeaturesTests
{
    private static readonly FeatureSet Features = FeatureReader.ReadDirectory(Repository.File("features"));

    [Fact]
    public void All_are_well_formed_and_name_requirements_that_there_are()
    {
        var planned = PlanCheck.AgainstRequirements(Features, PublishedRequirements.Catalogue);
        planned.Problems.Should().BeEmpty();
        planned.Scenarios.Should().HaveCountGreaterThan(500);
    }

    [Fact]
    public void Every_step_has_one_definition()
    {
        var steps = Features.Scenarios.SelectMany(scenario => scenario.Steps).DistinctBy(step => (step.Kind, step.Text));
        steps.Where(step => StepDefinitions.All.Count(definition => definition.Matches((step.Kind, step.Text))) != 1)
            .Select(step => $"{step.Kind} {step.Text}").Should().BeEmpty();
    }

    [Fact]
    public void Every_check_has_a_requirement() =>
        Features.Scenarios.SelectMany(scenario => scenario.Steps.Where(step => step.Kind == StepKind.Then && step.Requirements.Count == 0).Select(step => $"{scenario.Id}: {step.Text}"))
            .Should().BeEmpty();

    /// <summary>The gravest of a step's requirements decides how grave its breach is, so that a SHOULD beside a SHALL would fail a provider.</summary>
    [Fact]
    public void No_step_mixes_levels() =>
        Features.Scenarios.SelectMany(scenario => scenario.Steps)
            .Where(step => step.Table?[0].Contains("requirement") != true && Levels(step).Distinct().Count() > 1)
            .Select(step => $"{step.Text} {string.Join(", ", step.Requirements)}").Distinct().Should().BeEmpty();

    [Fact]
    public void No_two_are_the_same() =>
        Features.Scenarios
            .GroupBy(scenario => string.Join('\n', scenario.Steps.Select(step => $"{Content(step)} {string.Join(", ", step.Requirements)}")))
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(" and ", group.Select(scenario => scenario.Id))).Should().BeEmpty();

    [Fact]
    public void Each_has_a_name_of_its_own_in_its_feature() =>
        Features.Scenarios.GroupBy(scenario => $"{scenario.File}: {scenario.Name}").Where(group => group.Count() > 1).Select(group => group.Key).Should().BeEmpty();

    /// <summary>A provider that refuses everything would pass a scenario that expects a refusal, but not its twin.</summary>
    [Fact]
    public void Each_that_expects_an_error_has_a_twin_that_differs_in_one_step_and_succeeds()
    {
        var sound = Features.Scenarios.Where(ExpectsSuccess).Select(Requests).DistinctBy(steps => string.Join('\n', steps)).ToList();
        Features.Scenarios.Where(ExpectsError).Where(scenario => !sound.Exists(twin => DiffersInOne(Requests(scenario), twin)))
            .Select(scenario => $"{scenario.Id}: {scenario.Name}").Should().BeEmpty();
    }

    private static IEnumerable<RequirementLevel> Levels(PlannedStep step) =>
        step.Requirements.Select(id => PublishedRequirements.Catalogue.LevelOf(PublishedRequirements.Catalogue.Find(id)!));

    private static bool ExpectsError(PlannedScenario scenario) => scenario.Steps.Any(step =>
        step.Kind == StepKind.Then && (step.Text.StartsWith("the response is the error", StringComparison.Ordinal) || (IsOneOf(step) && step.Table!.Skip(1).All(row => row[0][0] is '4' or '5'))));

    private static bool ExpectsSuccess(PlannedScenario scenario) => scenario.Steps.Any(step =>
        step.Kind == StepKind.Then && (step.Text == "the request succeeds" || step.Text.StartsWith("the response is 20", StringComparison.Ordinal)));

    private static bool IsOneOf(PlannedStep step) => step.Text == "the response is one of:";

    private static List<string> Requests(PlannedScenario scenario) =>
        [.. scenario.Steps.Where(step => step.Kind != StepKind.Then).Select(Content)];

    private static string Content(PlannedStep step) =>
        $"{step.Kind} {step.Text}{(step.Table is null ? "" : "\n" + string.Join('\n', step.Table.Select(row => string.Join('|', row))))}";

    /// <summary>One step changed, added or left out.</summary>
    private static bool DiffersInOne(List<string> one, List<string> other)
    {
        var same = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var (rest, otherRest) = (one[same..], other[same..]);
        return (rest.Count, otherRest.Count) switch
        {
            ( > 0, > 0) when rest.Count == otherRest.Count => rest[1..].SequenceEqual(otherRest[1..]),
            ( > 0, _) when rest.Count == otherRest.Count + 1 => rest[1..].SequenceEqual(otherRest),
            (_, > 0) when rest.Count + 1 == otherRest.Count => rest.SequenceEqual(otherRest[1..]),
            _ => false,
        };
    }
}
