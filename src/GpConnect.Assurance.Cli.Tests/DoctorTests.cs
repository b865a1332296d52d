using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_reference_provider_can_be_tested()
    {
        var tool = await Tool.Run("doctor");
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        tool.Out.Should().Contain("name resolution").And.Contain("capability statement").And.Contain("patient \"deceased\": Not found, as it has to be")
            .And.Contain("left to be used up").And.EndWith("The target can be tested." + Environment.NewLine).And.NotContain("problem");
    }

    [Theory]
    [InlineData("GPD-FND-030", "patient \"deceased\"", "Nothing should be found")]
    [InlineData("GPD-FND-031", "patient \"temporary\"", "should give one record")]
    [InlineData("GPD-FND-037", "patient \"sensitive\"", "Nothing should be found")]
    [InlineData("GPD-FND-323", "patient \"registered\"", "a preferred branch surgery")]
    [InlineData("GPD-FND-509", "practitioner \"gp\"", "a gender")]
    [InlineData("GPD-FND-145", "organisation \"practice\"", "should give one record")]
    [InlineData("GPD-API-167", "patient \"incomplete\"", "should not be told")]
    [InlineData("GPD-API-040", "clocks", "seconds apart")]
    [InlineData("GPD-FND-002", "capability statement", "503")]
    public async Task What_is_wrong_is_told_with_what_to_do(string defect, string subject, string says)
    {
        await using var provider = await Start(DefectCatalogue.Find(defect));
        var tool = await Tool.Run("doctor", "--config", _folder.Write("assurance.yaml", ReferenceConfiguration.Yaml(provider.TestData)));
        tool.ExitCode.Should().Be(1, tool.Out + tool.Error);
        var lines = tool.Out.Split(Environment.NewLine);
        var at = Array.FindIndex(lines, line => line.StartsWith("problem", StringComparison.Ordinal) && line.Contains(subject, StringComparison.Ordinal));
        at.Should().BePositive(tool.Out);
        lines[at].Should().Contain(says);
        lines[at + 1].Should().StartWith("         ", "what to do follows");
        tool.Out.Should().Contain("to be mended before the target is tested.");
    }

    [Fact]
    public async Task Roles_that_nobody_plays_are_noted_and_are_no_problem()
    {
        await using var provider = await Start();
        var tool = await Tool.Run("doctor", "--config", _folder.Write("assurance.yaml", $"target: {{ url: '{provider.BaseUrl}', asid: '{provider.TestData.Asid}' }}"));
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        tool.Out.Should().Contain("Nobody is mapped to registered, ").And.Contain("testData.patients").And.Contain("testData.locations");
    }

    [Fact]
    public async Task A_role_whose_scenarios_need_more_than_is_told_is_a_problem()
    {
        await using var provider = await Start();
        var tool = await Tool.Run("doctor", "--config", _folder.Write(
            "assurance.yaml",
            $$"""
            target: { url: '{{provider.BaseUrl}}', asid: '{{provider.TestData.Asid}}' }
            testData: { patients: { unregistered-1: { nhsNumber: '{{provider.TestData.Unregistered[0].NhsNumber}}' } } }
            """));
        tool.ExitCode.Should().Be(1);
        tool.Out.Should().Contain("Set testData.patients.unregistered-1.expected.family.");
    }

    [Fact]
    public async Task A_provider_that_does_not_know_the_ASID_is_told_apart_from_one_that_is_not_there()
    {
        await using var provider = await Start();
        var tool = await Tool.Run("doctor", "--config", _folder.Write("assurance.yaml", $"target: {{ url: '{provider.BaseUrl}', asid: '1' }}"));
        tool.ExitCode.Should().Be(1);
        tool.Out.Should().Contain("answered with 400").And.Contain("target.asid");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/GP0001/STU3/1", "connection", "whether the provider runs")]
    [InlineData("http://no-such-host.invalid/GP0001/STU3/1", "name resolution", "Correct the host")]
    public async Task What_cannot_be_reached_exits_with_3(string url, string subject, string advice)
    {
        var tool = await Tool.Run("doctor", "--target", url);
        tool.ExitCode.Should().Be(3, tool.Out + tool.Error);
        tool.Out.Should().Contain(subject).And.Contain(advice);
    }

    private static Task<ReferenceProviderHost> Start(params Defect[] defects) =>
        ReferenceProviderHost.StartAsync(new ReferenceProviderOptions { Practices = [new PracticeOptions { Defects = defects }] });
}
