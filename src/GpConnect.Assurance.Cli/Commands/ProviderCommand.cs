using System.CommandLine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure provider</c>: serves the reference provider until stopped.</summary>
internal static class ProviderCommand
{
    private const int DefaultPort = 19192;

    public static Command Create(CommandContext context)
    {
        var port = new Option<int>("--port") { Description = $"Loopback port; {DefaultPort} unless given, 0 for any that is free.", HelpName = "N", DefaultValueFactory = _ => DefaultPort };
        NumberRange.Require(port, 0, 65535, "--port needs a number from 0 to 65535.");
        var defect = new Option<string[]>("--defect") { Description = "Give the practice this defect; may be repeated, to give it several at once.", HelpName = "ID" };
        var allDefects = new Option<bool>("--all-defects") { Description = "Serve beside the practice one for each defect of the catalogue." };
        var config = new Option<string?>("--write-config") { Description = "Write a configuration file with which 'gpc-assure run --config' tests this provider.", HelpName = "FILE" };
        var command = new Command("provider", "Serve the reference provider, with its synthetic patients, until stopped.") { port, defect, allDefects, config };
        command.SetAction((parsed, cancellation) => ServeAsync(
            context,
            new ReferenceProviderOptions { Port = parsed.GetValue(port), Practices = Practices(parsed.GetValue(defect) ?? [], parsed.GetValue(allDefects)) },
            parsed.GetValue(config),
            cancellation));
        return command;
    }

    private static IReadOnlyList<PracticeOptions> Practices(string[] defects, bool allDefects) =>
    [
        new PracticeOptions { Defects = defects.Length == 0 ? [] : DefectChoice.Of(defects) },
        .. allDefects
            ? DefectCatalogue.All.Select(defect => new PracticeOptions { OdsCode = defect.Id.Replace("-", "", StringComparison.Ordinal), Defects = [defect] })
            : [],
    ];

    private static async Task<int> ServeAsync(CommandContext context, ReferenceProviderOptions options, string? config, CancellationToken cancellation)
    {
        await using var provider = await StartAsync(options, cancellation);
        if (config is not null)
        {
            await WriteConfigAsync(config, provider.TestData);
        }

        await context.Out.WriteLineAsync($"The reference provider serves {provider.BaseUrl}");
        foreach (var defect in options.Practices[0].Defects)
        {
            await context.Out.WriteLineAsync($"with the defect {defect.Id}: {defect.Title} (breaks {defect.Requirement})");
        }

        foreach (var practice in options.Practices.Skip(1))
        {
            var defect = practice.Defects[0];
            await context.Out.WriteLineAsync($"{provider.BaseUrlOf(practice.OdsCode)}  {defect.Id}: {defect.Title} (breaks {defect.Requirement})");
        }

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

    private static async Task<ReferenceProviderHost> StartAsync(ReferenceProviderOptions options, CancellationToken cancellation)
    {
        try
        {
            return await ReferenceProviderHost.StartAsync(options, cancellation);
        }
        catch (IOException)
        {
            throw new UserErrorException($"Port {options.Port} is taken; name another one with --port, or 0 for any that is free.");
        }
    }
}
