using System.Text;
using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Status line, headers, format and time of the latest response.</summary>
[Binding]
public sealed class ResponseSteps(Consumer consumer, CheckRecorder checks)
{
    private const int SmallBody = 2_700;
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    [Then(@"the response is (\d{3})")]
    public void ThenTheResponseIs(int status) => CheckStatus(consumer.Latest, status);

    [Then(@"the response is (\d{3}) with an? ([A-Z][A-Za-z]+)")]
    public void ThenTheResponseIsAResource(int status, string resourceType) => CheckResource(consumer.Latest, status, resourceType);

    /// <summary>Of all responses to requests that the scenario is about.</summary>
    [Then(@"each response is (\d{3}) with an? ([A-Z][A-Za-z]+)")]
    public void ThenEachResponseIsAResource(int status, string resourceType)
    {
        _ = consumer.Latest;
        foreach (var answer in consumer.Answers)
        {
            CheckResource(answer, status, resourceType);
        }
    }

    [Then("the response's (.+) header is \"(.*)\"")]
    public void ThenTheHeaderIs(string name, string expected) =>
        checks.That(HeaderCheck(name, expected), () => Values(name).Should().Equal([expected], "the {0} header must be {1}", name, expected));

    [Then("the response's (.+) header matches \"(.*)\"")]
    public void ThenTheHeaderMatches(string name, string pattern) => checks.That(
        HeaderCheck(name, pattern),
        () => (Values(name) is [var only] && Regex.IsMatch(only, pattern, RegexOptions.None, MatchTimeout))
            .Should().BeTrue("the {0} header must stand there once and match {1}", name, pattern));

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
        var mediaType = expected == FhirFormat.Xml ? FhirMediaType.Xml : FhirMediaType.Json;
        checks.That(
            HeaderCheck("Content-Type", mediaType),
            () => Values("Content-Type").Select(value => value.Split(';')[0].Trim()).Should().Equal([mediaType], "the Content-Type must say what the body is"));
    }

    [Then("the body is UTF-8")]
    public void ThenTheBodyIsUtf8() => checks.That(
        new Check("the body is UTF-8") { Expected = "UTF-8", Actual = consumer.Latest.Summary },
        () =>
        {
            var decode = () => new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(consumer.Latest.Response.Body.Span);
            decode.Should().NotThrow("every body must be UTF-8");
            consumer.Latest.Response.Body.Length.Should().BePositive("there must be a body to look at");
        });

    [Then("the response is not to be stored")]
    public void ThenTheResponseIsNotToBeStored()
    {
        var directives = Values("Cache-Control").SelectMany(value => value.Split(',')).Select(directive => directive.Trim());
        checks.That(
            HeaderCheck("Cache-Control", "no-store"),
            () => directives.Should().Contain(directive => directive.Equals("no-store", StringComparison.OrdinalIgnoreCase), "no cache may keep the response"));
    }

    /// <summary>Web servers leave small bodies as they are, some up to 2,700 bytes: that is noted only.</summary>
    [Then("the response is compressed with gzip, unless it is small")]
    public void ThenTheResponseIsCompressed()
    {
        var check = HeaderCheck("Content-Encoding", "gzip");
        if (Values("Content-Encoding").Count == 0 && consumer.Latest.Response.Body.Length <= SmallBody)
        {
            checks.Inform(check, $"The body of {consumer.Latest.Response.Body.Length} bytes is sent as it is.");
        }
        else
        {
            checks.That(check, () => Values("Content-Encoding").Should().Equal(["gzip"], "gzip was asked for"));
        }
    }

    [Then("the response says how long its body is")]
    public void ThenTheBodyHasAnEnd()
    {
        var (length, received) = (consumer.Latest.Response.Header("Content-Length"), consumer.Latest.Response.ReceivedBody.Length);
        var chunked = Values("Transfer-Encoding").Any(value => value.Contains("chunked", StringComparison.OrdinalIgnoreCase));
        checks.That(
            new Check("the body's end is told by Content-Length or by chunks")
            {
                Location = "Content-Length",
                Expected = $"Content-Length: {received} or Transfer-Encoding: chunked",
                Actual = chunked ? "Transfer-Encoding: chunked" : length is null ? "neither" : $"Content-Length: {length}",
            },
            () =>
            {
                if (!chunked)
                {
                    length.Should().Be($"{received}", "the length must be that of the body");
                }
            });
    }

    [Then(@"the response's Date is within (\d+) seconds of this machine's clock")]
    public void ThenTheDateIsNow(int seconds)
    {
        var (date, now) = (consumer.Latest.Response.Header("Date"), consumer.Run.Clock.GetUtcNow());
        checks.That(
            HeaderCheck("Date", $"{now:R}, give or take {seconds} s"),
            () =>
            {
                DateTimeOffset.TryParseExact(date, "R", null, System.Globalization.DateTimeStyles.None, out var told).Should().BeTrue("a server dates its responses in the form of HTTP");
                told.Should().BeCloseTo(now, TimeSpan.FromSeconds(seconds), "the clocks must agree");
            });
    }

    /// <summary>A proxy may take the header away, so that its absence behind one is noted only.</summary>
    [Then("Strict-Transport-Security is sent over HTTPS and not in clear text")]
    public void ThenHttpsIsMadeToStay()
    {
        const string Header = "Strict-Transport-Security";
        var isHttps = consumer.Latest.Exchange.Request.Url.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        var check = HeaderCheck(Header, isHttps ? "max-age greater than 0" : "no such header over plain HTTP");
        if (!isHttps)
        {
            checks.That(check, () => Values(Header).Should().BeEmpty("the header means nothing over plain HTTP and must not be sent there"));
        }
        else if (consumer.Run.Settings.Proxy.Spine is not null)
        {
            checks.Inform(check, "The call went through the proxy, which may have taken the header away.");
        }
        else
        {
            checks.That(check, () => string.Join(" | ", Values(Header)).Should().MatchRegex(@"(?i)^[^|]*max-age=""?0*[1-9]", "HTTPS must be made to stay for longer than 0 seconds"));
        }
    }

    private void CheckResource(Answer answer, int status, string resourceType)
    {
        CheckStatus(answer, status);
        checks.That(
            new Check($"the body is of type {resourceType}") { Location = answer.ResourceType, Line = 1, Expected = resourceType, Actual = answer.Summary, Exchange = answer.ExchangeId },
            () => answer.ResourceType.Should().Be(resourceType, "the response must hold a {0}", resourceType));
    }

    private void CheckStatus(Answer answer, int status) => checks.That(
        new Check($"the status is {status}") { Expected = $"{status}", Actual = answer.Summary, Exchange = answer.ExchangeId },
        () => answer.Response.Status.Should().Be(status, "the response came as {0}", answer.Summary));

    private Check HeaderCheck(string name, string expected) => new($"the {name} header is as expected")
    {
        Location = name,
        Expected = expected,
        Actual = Values(name) is { Count: > 0 } values ? string.Join(" | ", values) : "no such header",
    };

    private List<string> Values(string name) => [.. consumer.Latest.Response.HeaderValues(name)];
}
