using GpConnect.Assurance.Evidence;
using Spectre.Console;

namespace GpConnect.Assurance.Cli.Output;

/// <summary>A progress bar, with failures above it as they happen.</summary>
internal sealed class LiveProgress(IAnsiConsole console) : RunProgress
{
    public override void Show(string title, int planned, Action<IScenarioProgress> work)
    {
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(progress =>
            {
                var task = progress.AddTask("starting", maxValue: planned);
                work(new Bar(console, task));
            });
    }

    private sealed class Bar(IAnsiConsole console, ProgressTask task) : IScenarioProgress
    {
        private VerdictCounts _counts;

        public void Finished(ScenarioRecord record)
        {
            _counts = _counts.With(record.Verdict);
            if (record.Verdict is Verdict.Fail or Verdict.Error)
            {
                var color = VerdictWord.ColorOf(record.Verdict);
                console.MarkupLine($"[{color}]{VerdictWord.Of(record.Verdict)}[/] {Markup.Escape(record.Id)}  {Markup.Escape(record.Name)}");
                foreach (var line in FailureLines.Of(record))
                {
                    console.MarkupLineInterpolated($"      {line}");
                }
            }

            task.Description = Markup.Escape($"{_counts.Total}/{task.MaxValue:0}  {_counts.Fail} failed  {_counts.Error} errors");
            task.Increment(1);
        }
    }
}
