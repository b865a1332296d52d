using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Cli.Tests.SelfTest;

/// <summary><c>selftest</c>, <c>coverage</c>, <c>lint</c> and a provider with defects, as a user calls them.</summary>
public sealed class TrustCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_self_test_of_one_defect_tells_what_caught_it_and_leaves_evidence()
    {
        var tool = await Tool.Run("selftest", "--defect", "GPD-API-001", "--output", _folder["evidence"]);

        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        tool.Out.Should().Contain("caught    GPD-API-001").And.Contain("1 of 1 defects caught (100.0 %), 0 false alarms");
        var record = JsonNode.Parse(await File.ReadAllTextAsync(_folder["evidence/selftest.json"]))!;
        record["trials"]![0]!["caughtBy"]!["requirement"]!.GetValue<string>().Should().Be("GPC-API-191");
        record["isComplete"]!.GetValue<bool>().Should().BeFalse();
        (await File.ReadAllTextAsync(_folder["evidence/selftest.md"])).Should().Contain("| GPD-API-001 |");
    }

    [Fact]
    public async Task Coverage_does_not_take_a_self_test_of_some_defects_or_of_other_features()
    {
        await Tool.Run("selftest", "--defect", "GPD-API-001", "--output", _folder["evidence"]);
        var some = await Tool.Run("coverage", "--selftest", _folder["evidence/selftest.json"]);
        some.ExitCode.Should().Be(2);
        some.Error.Should().Contain("holds some defects only");

        var record = JsonNode.Parse(await File.ReadAllTextAsync(_folder["evidence/selftest.json"]))!;
        record["isComplete"] = true;
        await File.WriteAllTextAsync(_folder["whole.json"], record.ToJsonString());
        record["featuresHash"] = "0";
        await File.WriteAllTextAsync(_folder["other.json"], record.ToJsonString());
        (await Tool.Run("coverage", "--selftest", _folder["other.json"])).Error.Should().Contain("run 'gpc-assure selftest' again");

        await File.WriteAllTextAsync(_folder["coverage.txt"], "");
        foreach (var (format, begins) in new[] { ("json", "["), ("csv", "requirement,pack,"), ("markdown", "# Coverage"), ("table", "") })
        {
            var tool = await Tool.Run("coverage", "--selftest", _folder["whole.json"], "--pack", "foundations", "--format", format);
            tool.ExitCode.Should().Be(1, "a finished pack whose proofs one defect tested has gaps");
            tool.Out.Should().StartWith(begins).And.Contain("GPC-FND-027").And.NotContain("GPC-STR");
            (await Tool.Run("coverage", "--selftest", _folder["whole.json"], "--pack", "foundations", "--format", format, "--output", _folder["coverage.txt"])).Out.Should().BeEmpty();
            (await File.ReadAllTextAsync(_folder["coverage.txt"])).ReplaceLineEndings().Should().Be(tool.Out.ReplaceLineEndings());
        }
    }

    [Theory]
    [InlineData("selftest --defect GPD-API-999", "There is no defect 'GPD-API-999'.")]
    [InlineData("selftest --parallel 0", "--parallel needs a whole number from 1 to 64.")]
    [InlineData("coverage --selftest /no/such/file.json", "/no/such/file.json cannot be read")]
    [InlineData("coverage --format pdf", "'pdf'")]
    [InlineData("coverage --pack cardiology --selftest /no/such/file.json", "There is no pack 'cardiology'")]
    [InlineData("provider --defect nonsense", "There is no defect 'nonsense'.")]
    [InlineData("lint --features /no/such/folder", "The features folder '/no/such/folder' does not exist")]
    public async Task A_wrong_command_line_gets_one_sentence_and_exit_code_2(string arguments, string says)
    {
        var tool = await Tool.Run(arguments.Split(' '));
        tool.ExitCode.Should().Be(2, tool.Error);
        tool.Error.Trim().Should().Contain(says).And.NotContain("\n");
    }

    [Fact]
    public async Task The_features_rules_and_steps_of_the_tool_pass_their_own_lint()
    {
        var tool = await Tool.Run("lint", "--errors-only");
        tool.ExitCode.Should().Be(0, tool.Out);
        tool.Out.Should().StartWith("0 errors, ");
    }

    [Fact]
    public async Task Lint_exits_with_1_on_an_error_in_a_suppliers_own_features()
    {
        _folder.Write("own/sold/sold.feature", "Feature: Sold\n  Scenario: S\n    Given a consumer\n    When it asks for the capability statement\n    Then the software names itself\n");
        var tool = await Tool.Run("lint", "--features", _folder["own"], "--steps", Tool.SampleSteps, "--errors-only");
        tool.ExitCode.Should().Be(1);
        tool.Out.Should().StartWith("sold/sold.feature:2: error no-requirement: ");
    }

    [Fact]
    public async Task A_provider_can_be_served_with_defects_of_its_own_and_beside_one_practice_for_each()
    {
        using var stop = new CancellationTokenSource();
        var tool = await Tool.Run(["provider", "--port", "0", "--defect", "GPD-API-001", "--defect", "GPD-API-004", "--all-defects"], stop.Token, line =>
        {
            if (line.StartsWith("Stop it", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        });
        tool.ExitCode.Should().Be(0, tool.Error);
        tool.Out.Should().Contain("with the defect GPD-API-001").And.Contain("with the defect GPD-API-004").And.Contain("/GPDFND760/STU3/1/gpconnect  GPD-FND-760: ");
    }
}
