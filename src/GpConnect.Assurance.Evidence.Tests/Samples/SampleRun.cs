namespace GpConnect.Assurance.Evidence.Tests.Samples;

/// <summary>A small run that is always the same.</summary>
internal static class SampleRun
{
    public static readonly DateTimeOffset Started = new(2026, 4, 1, 10, 15, 0, TimeSpan.Zero);

    public static RunRecord Begun => new()
    {
        Id = "20260401T101500Z-3f9a",
        Tool = "gpc-assure 0.1.0",
        Started = Started,
        Target = "https://provider.example/B82617/STU3/1",
        TargetSoftware = "Example GP 8.2",
        Options = ["run", "--target", "https://provider.example/B82617/STU3/1", "--config", "assurance.yaml"],
        Planned = 10,
        Environment = "Linux x64, .NET 10.0.0",
        FeaturesHash = "9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de",
        ProfilesHash = "5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592",
    };

    public static RunRecord Ended => Begun with
    {
        Finished = Started.AddMilliseconds(2_960),
        DurationMs = 2_960,
        Verdict = Verdict.Error,
        ExitCode = 1,
    };

    /// <summary>Writes the whole pack into a folder that does not exist yet.</summary>
    public static void Write(string directory)
    {
        using var pack = EvidencePack.Create(directory, Begun);
        foreach (var (record, content) in SampleExchanges.All())
        {
            pack.Write(record, content);
        }

        foreach (var scenario in SampleScenarios.All())
        {
            pack.Append(scenario);
        }

        pack.Finish(Ended);
    }
}
