using System.Reflection;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>Runs <c>gpc-assure</c> in this process and keeps what it says.</summary>
internal sealed record Tool(int ExitCode, string Out, string Error)
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    public static string SampleSteps { get; } = typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "SampleSteps").Value!;

    public static Task<Tool> Run(params string[] arguments) => Run(arguments, CancellationToken.None);

    /// <param name="arguments">The command line.</param>
    /// <param name="cancellation">Stands in for Ctrl+C.</param>
    /// <param name="said">Called for each line as it is written.</param>
    /// <param name="environment">Environment variables; none when null.</param>
    /// <param name="standardInput">Nothing when null.</param>
    public static async Task<Tool> Run(
        string[] arguments, CancellationToken cancellation, Action<string>? said = null, IReadOnlyDictionary<string, string>? environment = null, Stream? standardInput = null)
    {
        using var output = new LineWriter(said);
        using var error = new StringWriter();
        using var input = new StringReader("");
        var exitCode = await CommandLine.RunAsync(arguments, new CommandContext
        {
            Out = output,
            Error = error,
            In = input,
            StandardInput = () => standardInput ?? Stream.Null,
            Environment = environment ?? NoEnvironment,
            Cancellation = cancellation,
        });
        return new Tool(exitCode, output.ToString(), error.ToString());
    }

    private sealed class LineWriter(Action<string>? said) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            said?.Invoke(value ?? "");
        }
    }
}
