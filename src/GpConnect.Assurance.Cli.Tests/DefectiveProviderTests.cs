using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>A provider that is wrong in one thing fails on a check that names the requirement it breaks.</summary>
public sealed class DefectiveProviderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GPD-API-001", "GPC-API-191")]
    [InlineData("GPD-API-002", "GPC-API-024")]
    [InlineData("GPD-API-003", "GPC-API-157")]
    [InlineData("GPD-FND-301", "GPC-FND-043")]
    public async Task A_defect_fails_the_run_on_the_requirement_it_breaks(string defect, string requirement)
    {
        await using var provider = await Start(DefectCatalogue.Find(defect));
        var tool = await Run(provider);

        tool.ExitCode.Should().Be(1, tool.Out + tool.Error);
        var failed = RunEvidence.Open(_folder["evidence"]).Scenarios().SelectMany(scenario => scenario.Checks).Where(check => check.Verdict == Verdict.Fail).ToList();
        failed.SelectMany(check => check.Requirements).Select(reference => reference.Id).Should().Contain(requirement);
        failed.Where(check => check.Requirements.Any(reference => reference.Id == requirement)).Should()
            .Contain(check => check.Message != null && check.Exchange != null && check.Requirements.All(reference => reference.Title != null && reference.Page != null));
    }

    [Fact]
    public async Task A_sound_provider_started_separately_passes_with_a_configuration_of_its_own()
    {
        await using var provider = await Start();
        var tool = await Run(provider);
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        RunEvidence.Open(_folder["evidence"]).Run.ReferenceProvider.Should().BeFalse();
    }

    [Fact]
    public async Task A_sound_provider_that_takes_the_other_reading_wherever_there_is_one_passes()
    {
        var practice = new PracticeOptions { Readings = Enum.GetValues<Reading>().ToHashSet() };
        await using var provider = await ReferenceProviderHost.StartAsync(new ReferenceProviderOptions { Practices = [practice] });
        var tool = await Run(provider);
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        RunEvidence.Open(_folder["evidence"]).Scenarios().Should().Contain(scenario => scenario.Verdict == Verdict.Warn, "some readings are accepted with a warning");
    }

    private static Task<ReferenceProviderHost> Start(params Defect[] defects) =>
        ReferenceProviderHost.StartAsync(new ReferenceProviderOptions { Practices = [new PracticeOptions { Defects = defects }] });

    private Task<Tool> Run(ReferenceProviderHost provider)
    {
        var config = _folder.Write("assurance.yaml", ReferenceConfiguration.Yaml(provider.TestData));
        return Tool.Run("run", "--config", config, "--output", _folder["evidence"]);
    }
}
