using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>Runs through the Spine Secure Proxy that stands in front of the reference provider.</summary>
public sealed class SpineProxyRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http", "--proxy")]
    [InlineData("https", "--proxy", "--tls")]
    public async Task The_reference_provider_passes_through_the_proxy(string scheme, params string[] options)
    {
        var tool = await Tool.Run(["run", "--tags", "@proxy", "--no-color", "--output", _folder["evidence"], .. options]);
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        var evidence = RunEvidence.Open(_folder["evidence"]);
        var scenarios = evidence.Scenarios().ToList();
        scenarios.Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Verdict == Verdict.Pass || scenario.Verdict == Verdict.Info);
        scenarios.SelectMany(scenario => scenario.Exchanges).Select(evidence.Exchange).Should()
            .OnlyContain(exchange => exchange.Url.StartsWith(scheme + "://127.0.0.1:", StringComparison.Ordinal) && exchange.Url.LastIndexOf("://", StringComparison.Ordinal) > 8);
    }

    [Fact]
    public async Task A_provider_served_behind_a_proxy_is_tested_with_the_configuration_that_it_writes()
    {
        await using var provider = await ServedProvider.StartAsync(["--proxy", "--proxy-port", "0", "--write-config", _folder["assurance.yaml"]]);
        var tool = await Tool.Run("run", "--config", _folder["assurance.yaml"], "--tags", "@proxy", "--no-color", "--output", _folder["evidence"]);
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
    }

    [Fact]
    public async Task A_proxy_that_does_not_know_the_consumer_is_told_before_anything_is_run()
    {
        await using var provider = await ServedProvider.StartAsync(["--proxy", "--proxy-port", "0", "--write-config", _folder["assurance.yaml"]]);
        var environment = new Dictionary<string, string> { ["GPC_CONSUMER_ASID"] = "999999999999" };
        var tool = await Tool.Run(["run", "--config", _folder["assurance.yaml"], "--output", _folder["evidence"]], CancellationToken.None, environment: environment);
        tool.ExitCode.Should().Be(3);
        tool.Error.Trim().Should().EndWith("The Spine Secure Proxy refuses to hand the request on: ASID_CHECK_FAILED_MESSAGESENDER_999999999999.");
    }

    [Fact]
    public async Task A_proxy_in_front_of_a_provider_of_one_s_own_is_named_elsewhere()
    {
        var tool = await Tool.Run("run", "--proxy", "--target", "https://127.0.0.1:9/A1/STU3/1");
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("--proxy is for the reference provider");
    }
}
