using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests;

public sealed class CurlCommandTests
{
    [Fact]
    public void The_line_repeats_the_request_with_a_variable_for_the_token()
    {
        var line = CurlCommand.For(Get([new("Accept", "application/fhir+json"), new("Authorization", $"Bearer {SampleToken.Value}"), new("User-Agent", "gpc-assure")]));

        line.Should().Be("curl --include --globoff --path-as-is --request 'GET' --header 'Accept: application/fhir+json' "
            + "--header 'Authorization: Bearer '\"$GPC_TOKEN\" --header 'User-Agent: gpc-assure' --url 'https://provider.example/Patient/2'");
    }

    [Fact]
    public void A_body_is_sent_from_its_file_byte_for_byte() =>
        CurlCommand.For(Get([new("Content-Type", "application/fhir+json"), new("Content-Length", "12")]) with { Method = "POST" }, "exchanges/e1/request-body.json")
            .Should().Contain("--request 'POST'").And.Contain("--data-binary '@exchanges/e1/request-body.json'").And.NotContain("Content-Length");

    [Fact]
    public void Headers_that_curl_would_add_are_switched_off() =>
        CurlCommand.For(Get([]), "body.bin").Should().Contain("--header 'Accept:'").And.Contain("--header 'User-Agent:'").And.Contain("--header 'Content-Type:'");

    [Theory]
    [InlineData("provider.example", false)]
    [InlineData("other.example", true)]
    public void A_host_is_named_only_when_it_is_not_that_of_the_URL(string host, bool named) =>
        CurlCommand.For(Get([new("Host", host)])).Contains("Host", StringComparison.Ordinal).Should().Be(named);

    [Fact]
    public void An_empty_header_stays_an_empty_header() => CurlCommand.For(Get([new("Ssp-From", "")])).Should().Contain("--header 'Ssp-From;'");

    [Fact]
    public void HEAD_is_asked_for_as_curl_wants_it() => CurlCommand.For(Get([]) with { Method = "HEAD" }).Should().Contain(" --head ").And.NotContain("--request");

    [Theory]
    [InlineData("Authorization", "abc123", "'Authorization: '\"$GPC_TOKEN\"")]
    [InlineData("Authorization", "Basic dXNlcjpwYXNz", "'Authorization: Basic '\"$GPC_TOKEN\"")]
    [InlineData("Cookie", "session=abc", "'Cookie: '\"$GPC_COOKIE\"")]
    [InlineData("X-Api-Key", "abc", "'X-Api-Key: '\"$GPC_KEY\"")]
    public void Secrets_are_variables(string name, string value, string expected) =>
        CurlCommand.For(Get([new(name, value)])).Should().Contain(expected).And.NotContain(value);

    [SkippableFact]
    public void Nothing_in_a_request_can_end_the_quotes_of_the_shell()
    {
        Skip.IfNot(File.Exists("/bin/sh"), "There is no POSIX shell.");
        var texts = Texts.AnyOr("'; touch owned; '", "$(id)", "`id`", "\"$HOME\"", "\\", "a\nb", "-o/etc/passwd", "\u001B[2J", "''''");

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var words = Words(CurlCommand.For(Get([new("X-Value", text)]) with { Method = text, Url = $"https://x/{text}" }, text));
            var printable = string.Concat(text.Where(c => !char.IsControl(c)));
            words.Should().HaveCountGreaterThan(10).And.StartWith(["--include", "--globoff", "--path-as-is"]);
            words[^2].Should().Be("--url");
            words[^1].Should().StartWith("https://x/").And.MatchRegex("^[!-~]*$");
            words[^3].Should().Be("@" + Valid(printable));
        }).QuickCheckThrowOnFailure();
    }

    private static ExchangeRecord Get(IReadOnlyList<HeaderRecord> headers) => new()
    {
        Id = "e1",
        Scenario = "s",
        Method = "GET",
        Url = "https://provider.example/Patient/2",
        RequestHeaders = headers,
        Started = SampleRun.Started,
    };

    /// <summary>The words that a shell makes of the line.</summary>
    private static string[] Words(string line)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new System.Text.UTF8Encoding(false) };
        using var shell = Process.Start(start)!;
        shell.StandardInput.Write($"curl() {{ printf '%s\\0' \"$@\"; }}\n{line}\n");
        shell.StandardInput.Close();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output.Split('\0')[..^1];
    }

    /// <summary>As text is after it went through UTF-8.</summary>
    private static string Valid(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
