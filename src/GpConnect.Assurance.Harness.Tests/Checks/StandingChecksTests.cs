using System.Text;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Tests.Steps;

namespace GpConnect.Assurance.Harness.Tests.Checks;

/// <summary>What is checked of every response that a scenario is about, without being asked for.</summary>
public sealed class StandingChecksTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Ask = "Given a consumer\nWhen it asks for the capability statement";

    [Fact]
    public async Task A_sound_response_passes_them_all()
    {
        var result = await bench.RunAsync(Ask + "\nThen the response is 200");
        result.Record.Verdict.Should().Be(Verdict.Pass, result.Why);
        result.Record.Checks.SelectMany(check => check.Requirements).Select(requirement => requirement.Id)
            .Should().Contain(["GPC-API-038", "GPC-API-024", "GPC-API-033", "GPC-API-035", "GPC-API-188"]);
    }

    [Theory]
    [InlineData("Cache-Control", "private", "GPC-API-038", Verdict.Fail)]
    [InlineData("Content-Type", "text/html;charset=utf-8", "GPC-API-024", Verdict.Fail)]
    [InlineData("Content-Type", "application/fhir+xml;charset=utf-8", "GPC-API-024", Verdict.Fail)]
    [InlineData("Content-Type", "application/fhir+json", "GPC-API-033", Verdict.Fail)]
    [InlineData("Content-Type", "application/fhir+json;charset=iso-8859-1", "GPC-API-033", Verdict.Fail)]
    [InlineData("Content-Type", "application/fhir+json; charset=utf-8", "GPC-API-035", Verdict.Warn)]
    public async Task A_header_that_is_wrong_is_seen(string name, string value, string requirement, Verdict verdict)
    {
        var result = await bench.RunAsync(Ask, (_, response) => response.Headers[name] = value);
        result.Checks.Should().ContainSingle(check => check.Verdict == verdict && check.Requirements.Any(one => one.Id == requirement), result.Why);
    }

    [Theory]
    [InlineData("<html><body>Hello</body></html>")]
    [InlineData("{}")]
    [InlineData("Hello")]
    [InlineData("{\"resourceType\":\"CapabilityStatement\",\"bogus\":1}")]
    public async Task A_body_that_is_not_FHIR_is_seen(string body)
    {
        var result = await bench.RunAsync(Ask, (_, response) => response.Body = Encoding.UTF8.GetBytes(body));
        result.Checks.Should().Contain(check => check.Verdict == Verdict.Fail && check.Requirements.Any(one => one.Id == "GPC-API-188"), result.Why);
    }

    [Theory]
    [InlineData("Access denied")]
    [InlineData("Access has been denied to process this request")]
    public async Task An_error_may_have_the_display_of_the_error_page_or_of_the_code_system(string display)
    {
        var result = await bench.RunAsync(Ask, (_, response) =>
        {
            (response.Status, response.Resource) = (403, FakeResources.OperationOutcome("ACCESS DENIED", "no"));
            response.Resource!["issue"]![0]!["details"]!["coding"]![0]!["display"] = display;
        });
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
    }

    [Fact]
    public async Task A_query_that_succeeds_without_a_body_is_seen()
    {
        var result = await bench.RunAsync(Ask, (_, response) => (response.Status, response.Resource) = (204, null));
        result.Verdict.Should().Be(Verdict.Fail, result.Why);
    }

    [Theory]
    [InlineData(405, Verdict.Warn)]
    [InlineData(415, Verdict.Warn)]
    [InlineData(400, Verdict.Fail)]
    [InlineData(404, Verdict.Fail)]
    [InlineData(500, Verdict.Fail)]
    public async Task An_error_without_a_body_warns_only_where_the_error_page_has_no_row_for_it(int status, Verdict verdict)
    {
        var result = await bench.RunAsync(Ask, (_, response) => (response.Status, response.Resource) = (status, null));
        result.Verdict.Should().Be(verdict, result.Why);
        result.Checks.Should().ContainSingle(check => check.Verdict == verdict && check.Requirements.Any(one => one.Id == "GPC-API-145"));
    }

    [Theory]
    [InlineData(405, Verdict.Warn)]
    [InlineData(400, Verdict.Fail)]
    public async Task An_error_of_a_server_framework_warns_only_where_the_error_page_has_no_row_for_it(int status, Verdict verdict)
    {
        var result = await bench.RunAsync(Ask, (_, response) =>
        {
            response.Status = status;
            response.Body = "<html/>"u8.ToArray();
            response.Headers["Content-Type"] = "text/html";
        });
        result.Verdict.Should().Be(verdict, result.Why);
    }

    [Theory]
    [InlineData("a consumer asking in XML", "application/fhir+xml")]
    [InlineData("a consumer asking in XML by the _format parameter", "application/fhir+xml")]
    [InlineData("a consumer that names no format", "application/fhir+json")]
    public async Task The_format_expected_is_the_one_asked_for(string consumer, string mediaType)
    {
        var result = await bench.RunAsync($"Given {consumer}\nWhen it asks for the capability statement");
        result.Checks.Should().ContainSingle(check => check.Title == "the response is in the format asked for" && check.Verdict == Verdict.Pass && check.Expected == mediaType, result.Why);
    }

    [Fact]
    public async Task No_format_is_expected_where_the_one_asked_for_is_none_of_FHIRs()
    {
        var result = await bench.RunAsync("Given a consumer\nAnd the request's Accept header is \"application/pdf\"\nWhen it asks for the capability statement");
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
        result.Checks.Should().NotContain(check => check.Title == "the response is in the format asked for");
    }
}
