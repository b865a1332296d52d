using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.ReferenceProvider.Certificates;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>Runs over mutual TLS, as a user would make them.</summary>
public sealed class MutualTlsRunTests : IDisposable
{
    private const string PasswordVariable = "GPC_TLS_CLIENT_CERTIFICATE_PASSWORD";
    private const string Password = "correct horse";

    private static readonly string[] Some = ["--tags", "@tls", "--no-color"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_reference_provider_passes_over_TLS_and_the_evidence_has_the_facts_of_each_connection()
    {
        var tool = await Tool.Run(["run", "--tls", "--output", _folder["evidence"], .. Some]);
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        var evidence = RunEvidence.Open(_folder["evidence"]);
        evidence.Scenarios().Should().NotBeEmpty().And.OnlyContain(scenario => scenario.Verdict == Verdict.Pass || scenario.Verdict == Verdict.Info);
        var exchanges = evidence.Scenarios().SelectMany(scenario => scenario.Exchanges).Select(evidence.Exchange).ToList();
        exchanges.Where(exchange => exchange.Status != null).Should().NotBeEmpty().And.OnlyContain(exchange => exchange.Tls!.ServerSubject!.Contains("CN=localhost"));
        exchanges.Where(exchange => exchange.Method == "ClientHello").Should().Contain(exchange => exchange.Tls!.CipherSuite == "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
            .And.OnlyContain(exchange => exchange.Curl!.Contains("| nc ") && (exchange.Tls != null || exchange.Error != null));
    }

    [Fact]
    public async Task A_provider_served_separately_is_tested_with_the_configuration_that_it_writes_and_the_password_of_the_environment()
    {
        var certs = _folder["certs"];
        CertificateFolder.Write(certs, Password, DateTimeOffset.UtcNow);
        await using var provider = await ServedProvider.StartAsync(["--tls", "--certs", certs, "--write-config", _folder["assurance.yaml"]], Environment());

        var tool = await Tool.Run(["run", "--config", _folder["assurance.yaml"], "--output", _folder["evidence"], .. Some], CancellationToken.None, environment: Environment());
        tool.ExitCode.Should().Be(0, tool.Out + tool.Error);
        (await File.ReadAllTextAsync(_folder["assurance.yaml"])).Should().NotContain(Password);
        foreach (var file in Directory.GetFiles(_folder["evidence"], "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file)).Should().NotContain(Password);
        }
    }

    [Theory]
    [InlineData("client-expired", 2, "client-expired.pfx (tls.clientCertificate.path) expired on ")]
    [InlineData("client-wrong-name", 3, "it may not accept the client certificate")]
    [InlineData(null, 3, "it may want a client certificate (tls.clientCertificate)")]
    public async Task A_provider_that_does_not_let_the_consumer_in_is_told_in_one_sentence(string? client, int exitCode, string words)
    {
        var certs = _folder["certs"];
        CertificateFolder.Write(certs, null, DateTimeOffset.UtcNow);
        await using var provider = await ServedProvider.StartAsync(["--tls", "--certs", certs]);
        var certificate = client is null ? "" : $"\n  clientCertificate:\n    path: certs/{client}.pfx";
        var config = _folder.Write("assurance.yaml", $"target:\n  url: {provider.Url}\ntls:\n  authorityFile: certs/ca.pem{certificate}\n");

        var tool = await Tool.Run("run", "--config", config, "--output", _folder["evidence"]);
        tool.ExitCode.Should().Be(exitCode, tool.Out + tool.Error);
        tool.Error.Trim().Should().Contain(words).And.NotContain("\n");
    }

    [Fact]
    public async Task A_wrong_password_is_told_by_the_provider_and_by_the_run()
    {
        var certs = _folder["certs"];
        CertificateFolder.Write(certs, Password, DateTimeOffset.UtcNow);
        var provider = await Tool.Run("provider", "--port", "0", "--certs", certs);
        provider.Should().Match<Tool>(tool => tool.ExitCode == 2 && tool.Error.Contains("server.pfx cannot be used: wrong password, or not a PKCS #12 file."));

        var config = _folder.Write("assurance.yaml", "target:\n  url: https://127.0.0.1:9/A1/STU3/1\ntls:\n  clientCertificate:\n    path: certs/client.pfx\n");
        var run = await Tool.Run("run", "--config", config, "--output", _folder["evidence"]);
        run.Should().Match<Tool>(tool => tool.ExitCode == 2 && tool.Error.Contains("wrong password (none was given)"));
    }

    [Theory]
    [InlineData("run --tls --target https://127.0.0.1:9/A1/STU3/1", "--tls is for the reference provider")]
    [InlineData("provider --port 0 --defect GPD-API-302", "shows over TLS alone; serve with --tls.")]
    public async Task What_does_not_go_together_is_told_as_that(string arguments, string words)
    {
        var tool = await Tool.Run(arguments.Split(' '));
        tool.ExitCode.Should().Be(2);
        tool.Error.Should().Contain(words);
    }

    private static Dictionary<string, string> Environment() => new() { [PasswordVariable] = Password };
}
