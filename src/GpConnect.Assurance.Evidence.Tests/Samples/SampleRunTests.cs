namespace GpConnect.Assurance.Evidence.Tests.Samples;

public sealed class SampleRunTests
{
    /// <summary>Names an empty folder in which the sample run is to stay, for a person to look at.</summary>
    private const string Variable = "GPC_SAMPLE_RUN";

    [Fact]
    public void The_sample_run_is_a_whole_pack()
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } kept ? kept : temporary.Run;

        SampleRun.Write(folder);

        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Should().BeEquivalentTo(
            "run.json", "scenarios.ndjson", "exchanges", "junit.xml", "summary.md", "report.html", "manifest.json");
        Directory.GetFiles(Path.Combine(folder, "exchanges", "e07")).Select(Path.GetFileName).Should().BeEquivalentTo(
            "exchange.json", "request.http", "request-body.json", "response.http", "response-body.json");
        Manifest.Verify(folder).Should().BeEmpty();
    }
}
