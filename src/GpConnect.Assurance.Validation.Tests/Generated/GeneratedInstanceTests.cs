using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;
using Xunit.Abstractions;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>For each profile of GP Connect: what it asks for is accepted, and each breach of what it says is found.</summary>
public class GeneratedInstanceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names() => new(GeneratedProfile.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_conforming_instance_is_accepted(string name)
    {
        var generated = new GeneratedProfile(name);
        var document = generated.Document(new InstanceGenerator(Profiles.Store).Instance(generated.Profile));

        foreach (var format in new[] { FhirFormat.Json, FhirFormat.Xml })
        {
            var result = generated.Validate(document, format);
            output.WriteLine(document.ToJsonString());
            result.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => IssueText.Line(issue, name)).Should().BeEmpty(document.ToJsonString());
            result.ProfilesApplied.Should().Contain(generated.Profile.Url);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_breach_of_a_constraint_is_found(string name)
    {
        var generated = new GeneratedProfile(name);
        var constraints = new DifferentialConstraints(Profiles.Store, generated.Profile).All();
        var unfound = new List<string>();
        foreach (var constraint in constraints)
        {
            if (Fault(generated, constraint) is { } fault)
            {
                unfound.Add($"{name} | {constraint} | {fault}");
            }
        }

        output.WriteLine($"{constraints.Count} constraints");
        unfound.Should().BeEmpty();
    }

    private static string? Fault(GeneratedProfile generated, ProfileConstraint constraint)
    {
        try
        {
            var breaker = new ConstraintBreaker(generated, constraint);
            var kept = generated.Validate(breaker.Kept()).Issues.FirstOrDefault(issue => issue.Severity == IssueSeverity.Error);
            if (kept is not null)
            {
                return $"the right instance has {IssueText.Line(kept, "it")} {breaker.Kept().ToJsonString()}";
            }

            var seen = new List<string>();
            foreach (var broken in breaker.Broken())
            {
                var errors = generated.Validate(broken).Issues.Where(issue => issue.Severity == IssueSeverity.Error).ToList();
                if (errors is [var only] && only.Profile == generated.Profile.Url && only.Element == constraint.Element.Id)
                {
                    return null;
                }

                seen.Add(string.Join(" ++ ", errors.Select(error => IssueText.Line(error, "it"))) + " " + broken.ToJsonString());
            }

            return string.Join(" OR ", seen);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NullReferenceException)
        {
            return "EXC " + exception;
        }
    }
}
