namespace GpConnect.Assurance.Cli.Tests;

public sealed class CertsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Certificates_are_made_once_and_replaced_when_told_to()
    {
        var output = _folder["certs"];
        (await Tool.Run("certs", "--output", output)).Should().Match<Tool>(tool => tool.ExitCode == 0 && tool.Out.Contains("README.md"));
        var first = await File.ReadAllTextAsync(_folder["certs/ca.pem"]);

        var again = await Tool.Run("certs", "--output", output);
        again.ExitCode.Should().Be(2);
        again.Error.Trim().Should().Be($"{Path.Combine(output, "README.md")} is there already: name another folder with --output, or replace what is there with --overwrite.");
        (await File.ReadAllTextAsync(_folder["certs/ca.pem"])).Should().Be(first);

        (await Tool.Run("certs", "--output", output, "--overwrite")).ExitCode.Should().Be(0);
        (await File.ReadAllTextAsync(_folder["certs/ca.pem"])).Should().NotBe(first);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_as_that()
    {
        var file = _folder.Write("file", "");
        var tool = await Tool.Run("certs", "--output", file);
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().StartWith($"The certificates cannot be written to {file}: ");
    }
}
