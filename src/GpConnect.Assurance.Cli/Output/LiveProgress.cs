using GpConnect.Assurance.Evidence;
using Spectre.Console;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>A progress bar while the run goes on, and what failed once it has ended.</summary>
/// <remarks>Failures are not written above the bar as they happen: long lines wrap there and leave parts of the bar behind.</remarks>
internal sealed class LiveProgress(IAnsiConsole console) : RunProgress
{
    private const int MostFailures = 20;

    public override void Show(string title, int planned, Action<IScenarioProgress> work)
    {
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        var failures = new List<ScenarioRecord>();
        console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(progress => work(new Bar(progress.AddTask("starting", maxValue: planned), failures)));
        foreach (var record in failures.OrderBy(record => record.File, StringComparer.Ordinal).ThenBy(record => record.Line).Take(MostFailures))
        {
            Write(record);
        }

        if (failures.Count > MostFailures)
        {
            console.WriteLine($"and {failures.Count - MostFailures} more; the report has them all");
        }
    }

    private void Write(ScenarioRecord record)
    {
        console.MarkupLine($"[{VerdictWord.ColorOf(record.Verdict)}]{VerdictWord.Of(record.Verdict)}[/] {Markup.Escape(record.Id)}  {Markup.Escape(record.Name)}");
        foreach (var line in FailureLines.Of(record))
        {
            console.MarkupLineInterpolated($"      {line}");
        }
    }

    private sealed class Bar(ProgressTask task, List<ScenarioRecord> failures) : IScenarioProgress
    {
        private VerdictCounts _counts;

        public void Finished(ScenarioRecord record)
        {
            _counts = _counts.With(record.Verdict);
            if (record.Verdict is Verdict.Fail or Verdict.Error)
            {
                failures.Add(record);
            }

            task.Description = $"{_counts.Total} of {task.MaxValue:0}, {_counts.Fail} failed, {_counts.Error} errors";
            task.Increment(1);
        }
    }
}
