namespace GpConnect.Assurance.Cli.Tests;

public sealed class InitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_writes_a_configuration_and_says_what_to_do_next()
    {
        var tool = await Tool.Run("init", "--output", _folder["mine.yaml"]);
        tool.ExitCode.Should().Be(0, tool.Error);
        tool.Out.Should().Contain("gpc-assure doctor --config").And.Contain("mine.yaml");
        File.ReadAllText(_folder["mine.yaml"]).Should().Contain("target:").And.Contain("#unregistered-1:");
    }

    [Fact]
    public async Task A_file_that_exists_is_left_as_it_is()
    {
        var path = _folder.Write("assurance.yaml", "target: {}\n");
        var tool = await Tool.Run("init", "-o", path);
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("exists and is left as it is");
        File.ReadAllText(path).Should().Be("target: {}\n");
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_told()
    {
        var tool = await Tool.Run("init", "-o", _folder["no/such/assurance.yaml"]);
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain("cannot be written").And.NotContain("   at ");
    }
}
