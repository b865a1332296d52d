namespace GpConnect.Assurance.Evidence.Tests.Samples;

public sealed class SampleRunTests
{
    private const string Variable = "GPC_SAMPLE_RUN";

    [SkippableFact]
    public void The_sample_run_is_written_to_the_folder_that_GPC_SAMPLE_RUN_names()
    {
        var directory = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(directory), $"Set {Variable} to an empty folder to see the sample run.");

        SampleRun.Write(directory!);

        File.Exists(Path.Combine(directory!, EvidenceFiles.Report)).Should().BeTrue();
    }
}
