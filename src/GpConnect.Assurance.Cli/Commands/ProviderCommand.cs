using System.CommandLine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure provider</c>: serves the reference provider until stopped.</summary>
internal static class ProviderCommand
{
    private const int DefaultPort = 19192;

    public static Command Create(CommandContext context)
    {
        var port = new Option<int>("--port") { Description = $"Loopback port; {DefaultPort} unless given, 0 for any that is free.", HelpName = "N", DefaultValueFactory = _ => DefaultPort };
        NumberRange.Require(port, 0, 65535, "--port needs a number from 0 to 65535.");
        var config = new Option<string?>("--write-config") { Description = "Write a configuration file with which 'gpc-assure run --config' tests this provider.", HelpName = "FILE" };
        var command = new Command("provider", "Serve the reference provider, with its synthetic patients, until stopped.") { port, config };
        command.SetAction((parsed, cancellation) => ServeAsync(context, parsed.GetValue(port), parsed.GetValue(config), cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(CommandContext context, int port, string? config, CancellationToken cancellation)
    {
        await using var provider = await StartAsync(port, cancellation);
        if (config is not null)
        {
            await WriteConfigAsync(config, provider.TestData);
        }

        await context.Out.WriteLineAsync($"The reference provider serves {provider.BaseUrl}");
        await context.Out.WriteLineAsync($"ASID {provider.TestData.Asid}, practice {provider.TestData.OdsCode}. Patients by role:");
        foreach (var (role, patient) in provider.TestData.Patients)
        {
            await context.Out.WriteLineAsync($"  {role,-28} {patient.NhsNumber}");
        }

        await context.Out.WriteLineAsync("Stop it with Ctrl+C.");
        await context.Out.FlushAsync(CancellationToken.None);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await context.Out.WriteLineAsync("Stopped.");
        }

        return ExitCode.Passed;
    }

    private static async Task WriteConfigAsync(string path, ProviderTestData provider)
    {
        try
        {
            await File.WriteAllTextAsync(path, ReferenceConfiguration.Yaml(provider));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The configuration cannot be written to {path}: {e.Message}");
        }
    }

    private static async Task<ReferenceProviderHost> StartAsync(int port, CancellationToken cancellation)
    {
        try
        {
            return await ReferenceProviderHost.StartAsync(new ReferenceProviderOptions { Port = port }, cancellation);
        }
        catch (IOException)
        {
            throw new UserErrorException($"Port {port} is taken; name another one with --port, or 0 for any that is free.");
        }
    }
}
