using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation.Tests.Support;
using Xunit.Abstractions;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Instances made from the profiles themselves: the smallest that conforms, and one for each constraint that breaks it.</summary>
public class GeneratedInstanceTests(ITestOutputHelper output)
{
    private const int MostConstraints = 1_000;

    /// <summary>Constraints that no instance can be made for: of elements whose only slice is one that nothing tells apart.</summary>
    private static readonly string[] Unreachable =
    [
        "CareConnect-GPC-Composition-1 Composition.identifier.system missing",
        "CareConnect-GPC-Composition-1 Composition.identifier.value missing",
        "CareConnect-GPC-Composition-1 Composition.identifier.assigner target",
    ];

    public static TheoryData<string> Canonicals()
    {
        var data = new TheoryData<string>();
        foreach (var profile in All())
        {
            data.Add(profile.Url);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Canonicals))]
    public void A_minimal_instance_of_a_profile_conforms(string canonical)
    {
        var instance = ProfileInstance.Of(Profiles.Store.Profile(canonical)!, []);

        var errors = Validated(instance.Document, canonical).Issues.Where(issue => issue.Severity == IssueSeverity.Error);

        errors.Select(issue => IssueText.Line(issue, "instance")).Should().BeEmpty(instance.Document.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Canonicals))]
    public void Breaking_a_constraint_is_an_issue_that_names_the_element_and_the_profile(string canonical)
    {
        var unnoticed = new ConstraintBreaker(Profiles.Store.Profile(canonical)!).All()
            .Where(constraint => constraint.Document is not null && !Validated(constraint.Document, canonical).Issues.Any(constraint.IsNamedBy))
            .Select(constraint => $"{constraint} in {constraint.Document!.ToJsonString()}: {string.Join(" ", Validated(constraint.Document, canonical).Lines())}");

        unnoticed.Should().BeEmpty();
    }

    [Fact]
    public void The_constraints_of_all_differentials_are_broken_one_by_one()
    {
        var constraints = All().SelectMany(profile => new ConstraintBreaker(profile).All()).ToLookup(constraint => constraint.Document is not null);
        var kinds = constraints[true].CountBy(constraint => constraint.Kind).ToList();

        output.WriteLine($"{constraints[true].Count()} constraints of {All().Count()} profiles: {string.Join(", ", kinds.Select(kind => $"{kind.Value} {kind.Key}"))}");
        constraints[true].Should().HaveCountGreaterThan(MostConstraints);
        constraints[false].Select(constraint => constraint.ToString()).Should().BeEquivalentTo(Unreachable);
    }

    private static IEnumerable<CompiledProfile> All() =>
        Profiles.Store.StructureDefinitions.Order(StringComparer.Ordinal)
            .Select(canonical => Profiles.Store.Profile(canonical)!)
            .Where(profile => !profile.IsBaseType && (profile.IsResource || profile.Type == "Extension") && profile.Structure!.Differential.Count > 0);

    private static ValidationResult Validated(JsonObject document, string canonical)
    {
        var isResource = Profiles.Store.Profile(canonical)!.IsResource;
        return Support.Validation.Of(document, options: new ValidationOptions { Profiles = isResource ? [canonical] : [] });
    }
}
