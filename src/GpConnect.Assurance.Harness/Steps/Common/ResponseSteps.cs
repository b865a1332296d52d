using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Status line, headers and format of the latest response.</summary>
[Binding]
public sealed class ResponseSteps(Consumer consumer, CheckRecorder checks)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    [Then("the response is (\\d{3})")]
    public void ThenTheResponseIs(int status) => CheckStatus(status);

    [Then("the response is (\\d{3}) with an? ([A-Z][A-Za-z]+)")]
    public void ThenTheResponseIsAResource(int status, string resourceType)
    {
        CheckStatus(status);
        var answer = consumer.Latest;
        checks.That(
            new Check($"the body is of type {resourceType}") { Location = answer.ResourceType, Line = 1, Expected = resourceType, Actual = answer.Summary },
            () => answer.ResourceType.Should().Be(resourceType, "the response must hold a {0}", resourceType));
    }

    [Then("the response's (.+) header is \"(.*)\"")]
    public void ThenTheHeaderIs(string name, string expected) =>
        checks.That(HeaderCheck(name, expected), () => Values(name).Should().Equal([expected], "the {0} header must be {1}", name, expected));

    [Then("the response's (.+) header matches \"(.*)\"")]
    public void ThenTheHeaderMatches(string name, string pattern) => checks.That(
        HeaderCheck(name, pattern),
        () => Values(name).Should().ContainSingle("the {0} header must stand there once", name)
            .Which.Should().Match<string>(value => Regex.IsMatch(value, pattern, RegexOptions.None, MatchTimeout), "the {0} header must match {1}", name, pattern));

    [Then("the response has no (.+) header")]
    public void ThenThereIsNoHeader(string name) =>
        checks.That(HeaderCheck(name, "no such header"), () => Values(name).Should().BeEmpty("the response must not have the {0} header", name));

    [Then("the response is in (JSON|XML)")]
    public void ThenTheFormatIs(string format)
    {
        var answer = consumer.Latest;
        var expected = format == "XML" ? FhirFormat.Xml : FhirFormat.Json;
        checks.That(
            new Check($"the body is {format}") { Expected = format, Actual = answer.Format?.ToString().ToUpperInvariant() ?? "neither JSON nor XML" },
            () => answer.Format.Should().Be(expected, "the body must be written in {0}", format));
        var mediaType = expected == FhirFormat.Xml ? "application/fhir+xml" : "application/fhir+json";
        checks.That(
            HeaderCheck("Content-Type", mediaType),
            () => Values("Content-Type").Select(value => value.Split(';')[0].Trim()).Should().Equal([mediaType], "the Content-Type must say what the body is"));
    }

    [Then("the responses carry the same data")]
    public void ThenTheResponsesCarryTheSameData()
    {
        var (first, second) = (consumer.Answers[0], consumer.Latest);
        var check = new Check("JSON and XML responses carry the same data");
        if (first.Document is null || second.Document is null)
        {
            checks.Fail(check, $"There are not two FHIR bodies to compare: {first.Summary}; {second.Summary}.");
            return;
        }

        var differences = FhirCompare.Differences(first.Document.Root, second.Document.Root);
        checks.That(
            check with { Actual = differences.Count == 0 ? "the same" : $"{differences.Count} differences" },
            () => differences.Should().BeEmpty("the two responses are two forms of the same resource"));
    }

    private void CheckStatus(int status)
    {
        var answer = consumer.Latest;
        checks.That(
            new Check($"the status is {status}") { Expected = $"{status}", Actual = answer.Summary },
            () => answer.Response.Status.Should().Be(status, "the response came as {0}", answer.Summary));
    }

    private Check HeaderCheck(string name, string expected) => new($"the {name} header is as expected")
    {
        Location = name,
        Expected = expected,
        Actual = Values(name) is { Count: > 0 } values ? string.Join(" | ", values) : "no such header",
    };

    private List<string> Values(string name) => [.. consumer.Latest.Response.HeaderValues(name)];
}
