using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Cli.Tests;

public sealed class TokenTests
{
    [Fact]
    public async Task A_token_is_for_the_provider_and_the_interaction_named()
    {
        var tool = await Tool.Run("token", "--target", "https://provider.example/A12345/STU3/1/gpconnect/", "--interaction", "find a patient");
        tool.ExitCode.Should().Be(0);
        var parts = tool.Out.Trim().Split('.');
        parts.Should().HaveCount(3);
        parts[2].Should().BeEmpty("the token is not signed");
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["aud"]!.GetValue<string>().Should().Be("https://provider.example/A12345/STU3/1/gpconnect");
        claims["requested_scope"]!.GetValue<string>().Should().Be("patient/*.read");
    }

    [Theory]
    [InlineData("token", "--target or in --config")]
    [InlineData("token --target https://provider.example/x --interaction nothing", "There is no interaction 'nothing'")]
    public async Task What_is_missing_is_said(string arguments, string says)
    {
        var tool = await Tool.Run(arguments.Split(' '));
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain(says);
    }
}
