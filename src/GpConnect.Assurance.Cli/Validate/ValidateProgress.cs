using Spectre.Console;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>A progress bar on standard error for work that takes long, when someone watches and the verdicts themselves go elsewhere.</summary>
internal static class ValidateProgress
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <param name="total">Bytes to be judged; null when nobody knows.</param>
    public static async Task ShowAsync(IAnsiConsole console, Task work, VerdictCount count, long? total)
    {
        if (await Task.WhenAny(work, Task.Delay(Long)) != work)
        {
            await console.Progress()
                .AutoClear(true)
                .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
                .StartAsync(progress => FollowAsync(progress.AddTask("starting", maxValue: total ?? 1), work, count, total is null));
        }

        await work;
    }

    private static async Task FollowAsync(ProgressTask bar, Task work, VerdictCount count, bool isEndless)
    {
        bar.IsIndeterminate = isEndless;
        while (!work.IsCompleted)
        {
            bar.Description = $"{count.Total} documents, {count.NotValid} not valid, {count.Unreadable} unreadable";
            bar.Value = isEndless ? 0 : count.Bytes;
            await Task.WhenAny(work, Task.Delay(Refresh));
        }
    }
}
