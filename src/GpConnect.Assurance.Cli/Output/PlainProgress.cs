using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>One line for each scenario: for files and CI logs.</summary>
internal sealed class PlainProgress(TextWriter output) : RunProgress, IScenarioProgress
{
    public override void Show(string title, int planned, Action<IScenarioProgress> work)
    {
        output.WriteLine(title);
        work(this);
    }

    public void Finished(ScenarioRecord record)
    {
        output.WriteLine($"{VerdictWord.Of(record.Verdict),-5} {record.Id}  {record.Name}");
        foreach (var line in FailureLines.Of(record))
        {
            output.WriteLine("      " + line);
        }
    }
}
