using System.Reflection;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>Runs <c>gpc-assure</c> in this process and keeps what it says.</summary>
internal sealed record Tool(int ExitCode, string Out, string Error)
{
    public static string SampleSteps { get; } = typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "SampleSteps").Value!;

    public static Task<Tool> Run(params string[] arguments) => Run(new Dictionary<string, string>(), CancellationToken.None, arguments);

    public static async Task<Tool> Run(IReadOnlyDictionary<string, string> environment, CancellationToken cancellation, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader("");
        var exitCode = await CommandLine.RunAsync(arguments, new CommandContext
        {
            Out = TextWriter.Synchronized(output),
            Error = error,
            In = input,
            Environment = environment,
            Cancellation = cancellation,
        });
        return new Tool(exitCode, output.ToString(), error.ToString());
    }
}
