using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;
using Xunit.Abstractions;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>For each profile of GP Connect: what it asks for is accepted, and each breach of what it says is found.</summary>
public class GeneratedInstanceTests(ITestOutputHelper output)
{
    private const int Constraints = 2_199;

    /// <summary>How many constraints no instance can break, by reason.</summary>
    private static readonly Dictionary<string, int> NotBroken = new()
    {
        [Unbreakable.TellsApart] = 211,
        [Unbreakable.UndecidedSlice] = 42,
        [Unbreakable.NamesItself] = 83,
        [Unbreakable.RuledOut] = 32,
        [Unbreakable.UndecidableCode] = 10,
        [Unbreakable.UndemandingTarget] = 5,
        [Unbreakable.OnlySlice] = 4,
        [Unbreakable.NoContained] = 2,
        [Unbreakable.TypedByExtension] = 2,
    };

    public static TheoryData<string> Names() => new(GeneratedProfile.Names);

    [Fact]
    public void There_are_144_profiles() => GeneratedProfile.Names.Should().HaveCount(144);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_least_that_a_profile_asks_for_is_accepted(string name)
    {
        ShouldBeAccepted(GeneratedProfile.Named(name), wanted: []);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_that_must_be_supported_is_accepted(string name)
    {
        var generated = GeneratedProfile.Named(name);

        ShouldBeAccepted(generated, MustSupport.Of(generated.Profile));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_breach_of_a_constraint_is_found(string name)
    {
        var generated = GeneratedProfile.Named(name);
        var constraints = Breakable(generated.Profile);

        output.WriteLine($"{name}: {constraints.Count} constraints broken");
        constraints.Select(constraint => NotFound(generated, constraint)).OfType<string>().Should().BeEmpty();
    }

    [Fact]
    public void No_constraint_is_left_out_without_a_reason()
    {
        var all = GeneratedProfile.Names.Select(name => GeneratedProfile.Named(name).Profile)
            .SelectMany(profile => new DifferentialConstraints(Profiles.Store, profile).All().Select(constraint => (Constraint: constraint, Reason: Unbreakable.Reason(profile, constraint))))
            .ToList();
        var broken = all.Where(one => one.Reason is null).CountBy(one => one.Constraint.Kind).ToList();
        var notBroken = all.Where(one => one.Reason is not null).CountBy(one => one.Reason!).ToDictionary();

        output.WriteLine($"{broken.Sum(kind => kind.Value)} of {all.Count} constraints broken: {string.Join(", ", broken.Select(kind => $"{kind.Value} {kind.Key}"))}");
        output.WriteLine(string.Join(Environment.NewLine, notBroken.Select(reason => $"{reason.Value} not broken: {reason.Key}")));
        broken.Sum(kind => kind.Value).Should().BeGreaterThanOrEqualTo(Constraints);
        notBroken.Should().BeEquivalentTo(NotBroken);
    }

    private static void ShouldBeAccepted(GeneratedProfile generated, IEnumerable<SnapshotElement> wanted)
    {
        var generator = new InstanceGenerator(Profiles.Store);
        generator.Want(wanted);
        var document = generated.Document(generator.Instance(generated.Profile));

        foreach (var format in new[] { FhirFormat.Json, FhirFormat.Xml })
        {
            var result = generated.Validate(document, format);
            Errors(result).Select(issue => IssueText.Line(issue, format.ToString())).Should().BeEmpty(document.ToJsonString());
            result.ProfilesApplied.Should().Contain(generated.Profile.Url);
        }
    }

    private static List<ProfileConstraint> Breakable(CompiledProfile profile) =>
        [.. new DifferentialConstraints(Profiles.Store, profile).All().Where(constraint => Unbreakable.Reason(profile, constraint) is null)];

    /// <summary>What is wrong when the breach is not found, or the instance was not right before; null when all is well.</summary>
    private static string? NotFound(GeneratedProfile generated, ProfileConstraint constraint)
    {
        var breaker = new ConstraintBreaker(generated, constraint);
        var kept = breaker.Kept();
        if (Errors(generated.Validate(kept)) is [var first, ..])
        {
            return $"{constraint}: the right instance has {IssueText.Line(first, kept.ToJsonString())}";
        }

        var seen = new List<string>();
        foreach (var broken in breaker.Broken())
        {
            var errors = Errors(generated.Validate(broken));
            if (IsFound(errors, generated, constraint))
            {
                return null;
            }

            seen.Add($"{broken.ToJsonString()} has {string.Join(" and ", errors.Select(error => IssueText.Line(error, "it")))}");
        }

        return $"{constraint}: {string.Join("; ", seen)}";
    }

    private static List<ValidationIssue> Errors(ValidationResult result) => [.. result.Issues.Where(issue => issue.Severity == IssueSeverity.Error)];

    /// <summary>One issue names the element and the profile; all others are what follows from it for the elements around, or within a slice that is none.</summary>
    private static bool IsFound(List<ValidationIssue> errors, GeneratedProfile generated, ProfileConstraint constraint) =>
        errors.Exists(found => constraint.IsNamedBy(found, generated.Profile) && errors.TrueForAll(other =>
            found.Path.StartsWith(other.Path, StringComparison.Ordinal)
            || (constraint.DecidesSlice is not null && other.Path.StartsWith(found.Path, StringComparison.Ordinal))));
}
