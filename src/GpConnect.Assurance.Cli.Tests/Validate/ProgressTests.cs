using GpConnect.Assurance.Cli.Validate;
using Spectre.Console;

namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>The progress bar of long work: on standard error, where someone watches it and the verdicts go elsewhere.</summary>
public sealed class ProgressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Long_work_shows_how_far_it_is()
    {
        using var written = new StringWriter();
        var work = new TaskCompletionSource();
        var count = new VerdictCount();
        count.Add(new DocumentVerdict("a.json", null, 60, null, [], []));
        count.Add(new DocumentVerdict("b.json", null, 0, "it is not there", [], []));

        var shown = ValidateProgress.ShowAsync(Terminal(written), work.Task, count, total: 100);
        await AppearsAsync(written, "2 documents, 0 not valid, 1 unreadable");
        work.SetResult();
        await shown;

        written.ToString().Should().Contain("2 documents, 0 not valid, 1 unreadable");
    }

    [Fact]
    public async Task Work_that_fails_fails_with_its_own_reason()
    {
        using var written = new StringWriter();

        var act = () => ValidateProgress.ShowAsync(Terminal(written), Task.FromException(new OperationCanceledException()), new VerdictCount(), total: null);

        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Short_work_shows_nothing()
    {
        using var written = new StringWriter();

        await ValidateProgress.ShowAsync(Terminal(written), Task.CompletedTask, new VerdictCount(), total: 100);

        written.ToString().Should().BeEmpty();
    }

    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(true, true, false, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, false, false, true)]
    public async Task It_is_drawn_only_on_a_terminal_that_shows_no_verdicts(bool isErrorTerminal, bool isOutTerminal, bool noColor, bool isDrawn)
    {
        using var input = new SlowStream(Documents.Valid, TimeSpan.FromSeconds(1.5));
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var typed = new StringReader(string.Empty);
        var context = new CommandContext
        {
            Out = output,
            Error = error,
            In = typed,
            StandardInput = () => input,
            Environment = new Dictionary<string, string>(),
            IsErrorInteractive = isErrorTerminal,
            IsInteractive = isOutTerminal,
        };

        var exitCode = await CommandLine.RunAsync(["validate", "-", .. noColor ? new[] { "--no-color" } : []], context);

        exitCode.Should().Be(0, output.ToString());
        output.ToString().Should().Contain("-: valid");
        (error.ToString().Length > 0).Should().Be(isDrawn, error.ToString());
    }

    private static IAnsiConsole Terminal(TextWriter written) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        ColorSystem = ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(written),
    });

    private static async Task AppearsAsync(StringWriter written, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!written.ToString().Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
