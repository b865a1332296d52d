using System.Collections;
using Spectre.Console;

namespace GpConnect.Assurance.Cli;

/// <summary>What a command has of the world around it.</summary>
public sealed record CommandContext
{
    /// <summary>Where results go; progress too, when it is a terminal.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where sentences about what went wrong go.</summary>
    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    /// <summary>Opens standard input for bytes, when a command is told to read documents from there.</summary>
    public Func<Stream> StandardInput { get; init; } = Console.OpenStandardInput;

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>True when <see cref="Out"/> is a terminal that can be written to again and again.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>True when <see cref="Error"/> is a terminal.</summary>
    public bool IsErrorInteractive { get; init; }

    /// <summary>Asked for by Ctrl+C.</summary>
    public CancellationToken Cancellation { get; init; }

    public static CommandContext OfThisProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        In = Console.In,
        Environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal),
        IsInteractive = !Console.IsOutputRedirected,
        IsErrorInteractive = !Console.IsErrorRedirected,
    };

    /// <summary>A Spectre console on <see cref="Out"/>; plain text unless it is a terminal and colour is welcome.</summary>
    public IAnsiConsole Terminal(bool noColor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Out),
        Ansi = UseAnsi(noColor) ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = UseAnsi(noColor) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = UseAnsi(noColor) ? InteractionSupport.Detect : InteractionSupport.No,
    });

    /// <summary>A Spectre console on <see cref="Error"/>, for progress beside results that go elsewhere.</summary>
    public IAnsiConsole ErrorTerminal() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) });

    /// <summary>True when progress may be drawn in place and in colour.</summary>
    public bool UseAnsi(bool noColor) => IsInteractive && !noColor && !Environment.ContainsKey("NO_COLOR");
}
