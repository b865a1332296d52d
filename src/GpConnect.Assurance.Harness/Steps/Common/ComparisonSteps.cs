using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Two responses beside each other.</summary>
[Binding]
public sealed partial class ComparisonSteps(Consumer consumer, CheckRecorder checks)
{
    /// <summary>Of the two latest responses, whatever their formats.</summary>
    [Then("the responses carry the same data")]
    public void ThenTheResponsesCarryTheSameData()
    {
        var check = new Check("the two responses carry the same data") { Expected = "no difference" };
        var (first, second) = (consumer.Previous, consumer.Latest);
        if (first.Document is null || second.Document is null || first.Response.Status != 200 || second.Response.Status != 200)
        {
            checks.Fail(check with { Actual = $"{first.Summary}; {second.Summary}" }, $"There are not two resources to compare: {first.Summary}; {second.Summary}.");
            return;
        }

        Compare(checks, check, first.Document.Root, second.Document.Root);
    }

    [Then("the ETag is the same as before")]
    public void ThenTheETagIsTheSame()
    {
        var (before, now) = (consumer.Previous.Response.Header("ETag"), consumer.Latest.Response.Header("ETag"));
        checks.That(
            new Check("the ETag is that of the response before") { Location = "ETag", Expected = before, Actual = now ?? "no such header" },
            () => now.Should().NotBeNull("the response must say which version it is about").And.Be(before, "nobody changed the resource in between"));
    }

    internal static void Compare(CheckRecorder checks, Check check, FhirNode one, FhirNode other)
    {
        var differences = FhirCompare.Differences(one, other).Where(difference => !MadeForEachResponse().IsMatch(difference.Path)).ToList();
        checks.That(
            check with
            {
                Expected = "no difference",
                Actual = differences.Count == 0 ? "the same" : $"{differences.Count} differences",
                Location = differences.Count == 0 ? null : differences[0].Path,
            },
            () => differences.Should().BeEmpty("nobody changed the resource in between"));
    }

    /// <summary>What a server may make anew for each response without saying anything else by it.</summary>
    [GeneratedRegex(@"^(Bundle\.(id|meta|link|timestamp)\b|CapabilityStatement\.(id|date)$)|\.meta(\[0\])?\.lastUpdated$")]
    private static partial Regex MadeForEachResponse();
}
