using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.TestData;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>What the test data says that a record holds, by FHIRPath; <c>family</c> and <c>given</c> are those of the official name.</summary>
[Binding]
public sealed partial class KnownRecordSteps(Consumer consumer, TestParticipants participants, CheckRecorder checks)
{
    [Then("each ([A-Z][A-Za-z]+) holds what is known of the (patient|practitioner|organisation|location) \"(.+)\"")]
    public void ThenItHoldsWhatIsKnown(string resourceType, string kind, string role)
    {
        var known = participants.Named(kind, role).Expected;
        if (known.Count == 0)
        {
            throw new ScenarioSkippedException($"Nothing is known of the {kind} \"{role}\": set testData.{TestParticipants.Section(kind)}.{role}.expected in the configuration file.");
        }

        var returned = consumer.Latest.Resources(resourceType);
        checks.That(
            new Check($"the response holds a {resourceType}") { Expected = resourceType, Actual = consumer.Latest.Summary },
            () => returned.Should().NotBeEmpty("there must be a {0} to look at", resourceType));
        foreach (var resource in returned)
        {
            foreach (var (name, value) in known.Where(one => one.Key != TestPatient.BirthDateOnPds))
            {
                CheckKnown(resource, name, value);
            }
        }
    }

    private void CheckKnown(FhirNode resource, string name, string value)
    {
        var path = name is "family" or "given" ? OfTheName(resource, name) : name;
        var actual = FhirPathExpression.Parse(path).Evaluate(resource).ToDisplayString();
        checks.That(
            new Check($"{name} is as the record holds it") { Location = $"{resource.Path}.{path}", Line = resource.Line, Column = resource.Column, Expected = value, Actual = actual },
            () =>
            {
                if (!IsSameReference(value, actual))
                {
                    actual.Should().Be(value, "that is what the practice holds");
                }
            });
    }

    /// <summary>A reference may be relative in one place and absolute in the other; that it leads to the same server is for other steps to check.</summary>
    private static bool IsSameReference(string known, string actual) => RelativeReference().IsMatch(known) && actual.EndsWith($"/{known}", StringComparison.Ordinal);

    private static string OfTheName(FhirNode resource, string name) =>
        resource.ResourceType == "Patient" ? $"name.where(use = 'official').{name}" : $"name.{name}";

    [GeneratedRegex("^[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}$")]
    private static partial Regex RelativeReference();
}
