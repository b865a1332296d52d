using System.CommandLine;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure validate</c>: FHIR files against the profiles they declare.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("FILE") { Description = "FHIR resources in JSON or XML.", Arity = ArgumentArity.OneOrMore };
        var profile = new Option<string[]>("--profile") { Description = "Canonical URL of a profile that each resource must meet besides those it declares; may be repeated.", HelpName = "URL" };
        var profiles = new Option<string[]>("--profiles") { Description = "Use these FHIR definitions over those that come with the tool; may be repeated.", HelpName = "PATH" };
        var command = new Command("validate", "Validate FHIR files; exits with 0 when valid, 1 when not, 2 when a file cannot be read.") { files, profile, profiles };
        command.SetAction((parsed, _) => ValidateAsync(context, parsed.GetValue(files)!, parsed.GetValue(profile) ?? [], parsed.GetValue(profiles) ?? []));
        return command;
    }

    private static async Task<int> ValidateAsync(CommandContext context, string[] files, string[] profile, string[] definitions)
    {
        var validator = new ProfileValidator(DefinitionStore.Open([Assets.Profiles, .. definitions]));
        var options = new ValidationOptions { Profiles = profile };
        var exitCode = ExitCode.Passed;
        foreach (var file in files)
        {
            exitCode = Math.Max(exitCode, await ValidateFileAsync(context, validator, options, file));
        }

        return exitCode;
    }

    private static async Task<int> ValidateFileAsync(CommandContext context, ProfileValidator validator, ValidationOptions options, string file)
    {
        var bytes = await ReadAsync(context, file);
        if (bytes is null)
        {
            return ExitCode.Usage;
        }

        if (FhirReader.Sniff(bytes) is not { } format)
        {
            await context.Error.WriteLineAsync($"{file} is neither JSON nor XML; name FHIR resources in one of these formats.");
            return ExitCode.Usage;
        }

        using var document = FhirReader.Read(bytes, format);
        var result = validator.Validate(document, options);
        foreach (var issue in result.Issues)
        {
            await context.Out.WriteLineAsync(IssueText.Line(issue, file));
        }

        await context.Out.WriteLineAsync($"{file}: {(result.IsValid ? "valid" : "not valid")}");
        return result.IsValid ? ExitCode.Passed : ExitCode.ConformanceFailure;
    }

    private static async Task<byte[]?> ReadAsync(CommandContext context, string file)
    {
        try
        {
            return await File.ReadAllBytesAsync(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync($"{file} cannot be read: {e.Message}");
            return null;
        }
    }
}
