using System.Text.Json.Nodes;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>Steps through a proxy, which the fake provider plays itself.</summary>
public sealed class SpineSecureProxyStepTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Refused = "ASID_CHECK_FAILED_MESSAGESENDER_1";
    private const string Ask = "When it asks for the capability statement";
    private const string ByTheProxy = $"Given a consumer of the Spine Secure Proxy\n{Ask}\nThen the Spine Secure Proxy refuses it with 403 ASID_CHECK_FAILED_";
    private const string OtherRoot = $"Given a consumer of the Spine Secure Proxy\nAnd the service root URL is not the one in the directory\n{Ask}";

    /// <summary>Lines of steps that have their tests here.</summary>
    internal static IReadOnlyList<string> Texts { get; } =
        [.. $"{ByTheProxy}\n{OtherRoot}".Split('\n').Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])];

    [Fact]
    public async Task The_provider_s_root_goes_unchanged_behind_the_proxy_s()
    {
        var result = await Run($"Given a consumer of the Spine Secure Proxy\n{Ask}\nThen the request succeeds");
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
        result.Requests[0].Path.Should().MatchRegex("^/http://127.0.0.1:[0-9]+/GP0001/STU3/1/gpconnect/metadata$");
    }

    [Fact]
    public async Task A_root_that_is_not_the_directory_s_is_called_and_named_in_the_token()
    {
        var result = await Run(OtherRoot);
        result.Requests[0].Path.Should().EndWith("/GP0001/STU3/1/gpconnect-another/metadata");
    }

    [Fact]
    public async Task A_refusal_in_the_proxy_s_own_name_passes()
    {
        var result = await Run(ByTheProxy, Refuse());
        result.Verdict.Should().Be(Verdict.Pass, result.Why);
    }

    [Theory]
    [InlineData(403, "FOT_CHECK_FAILED_", false)]
    [InlineData(400, Refused, false)]
    [InlineData(403, Refused, true)]
    [InlineData(403, "Something else", false)]
    public async Task Another_refusal_or_the_provider_s_does_not(int status, string display, bool hasProfile)
    {
        var result = await Run(ByTheProxy, Refuse(status, display, hasProfile));
        result.Verdict.Should().Be(Verdict.Fail, result.Why);
    }

    [Fact]
    public async Task A_success_where_the_proxy_should_refuse_does_not()
    {
        var result = await Run(ByTheProxy);
        result.Verdict.Should().Be(Verdict.Fail, result.Why);
    }

    [Fact]
    public async Task What_the_proxy_refuses_is_not_held_against_the_provider()
    {
        var result = await Run($"Given the request's Ssp-From header is missing\n{Ask}\nThen the response is the error 400 BAD_REQUEST", Refuse());
        result.Record.Verdict.Should().Be(Verdict.Skip);
        result.Record.Reason.Should().Be($"The Spine Secure Proxy refuses the request itself, so that the provider does not see it: {Refused}.");
    }

    [Theory]
    [InlineData(Ask)]
    [InlineData("When it reads the patient \"registered\"")]
    public async Task A_sound_request_that_the_proxy_refuses_is_an_error(string steps)
    {
        var result = await Run($"{steps}\nThen the response is 200", Refuse());
        result.Record.Verdict.Should().Be(Verdict.Error);
        result.Why.Should().Contain($"The Spine Secure Proxy refuses a sound request: {Refused}.");
    }

    [Fact]
    public async Task Without_a_proxy_its_scenarios_are_skipped_and_nothing_is_taken_for_its_refusal()
    {
        var skipped = await bench.RunAsync(ByTheProxy);
        skipped.Record.Verdict.Should().Be(Verdict.Skip);
        skipped.Record.Reason.Should().Contain("proxy.spine");
        var direct = await bench.RunAsync($"{Ask}\nThen the response is 200", Refuse());
        direct.Verdict.Should().Be(Verdict.Fail, direct.Why);
    }

    private Task<StepBenchResult> Run(string steps, Action<FakeRequest, FakeResponse>? spoil = null) =>
        bench.RunAsync(steps, spoil, isTrusted: true, target: settings => settings with { Proxy = new ProxySettings { Spine = new Uri(settings.Roots.Foundations!).GetLeftPart(UriPartial.Authority) } });

    private static Action<FakeRequest, FakeResponse> Refuse(int status = 403, string display = Refused, bool hasProfile = false) => (_, response) =>
    {
        response.Status = status;
        response.IsXml = false;
        response.Resource = new JsonObject { ["resourceType"] = "OperationOutcome" };
        if (hasProfile)
        {
            response.Resource["meta"] = new JsonObject { ["profile"] = new JsonArray("https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1") };
        }

        response.Resource["issue"] = new JsonArray(new JsonObject
        {
            ["severity"] = "error",
            ["code"] = "forbidden",
            ["details"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["code"] = $"{status}", ["display"] = display }) },
        });
    };
}
