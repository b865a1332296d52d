using System.CommandLine;
using GpConnect.Assurance.Cli.Validate;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure validate</c>: FHIR documents against the profiles they claim.</summary>
internal static class ValidateCommand
{
    private const int MostJobs = 256;
    private const string Ignore = "ignore";

    private static readonly Dictionary<string, VerdictFormat> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = VerdictFormat.Text,
        ["json"] = VerdictFormat.Json,
        ["outcome"] = VerdictFormat.Outcome,
        ["junit"] = VerdictFormat.JUnit,
    };

    private static readonly Dictionary<string, IssueSeverity> Severities = new(StringComparer.Ordinal)
    {
        ["error"] = IssueSeverity.Error,
        ["warning"] = IssueSeverity.Warning,
        ["information"] = IssueSeverity.Information,
    };

    private static readonly Dictionary<string, FhirVersion?> Versions = new(StringComparer.Ordinal)
    {
        ["auto"] = null,
        ["stu3"] = FhirVersion.Stu3,
        ["dstu2"] = FhirVersion.Dstu2,
    };

    public static Command Create(CommandContext context)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "FHIR resources in JSON, XML or NDJSON: files, folders, patterns such as 'out/**/*.json', or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var profile = new Option<string[]>("--profile") { Description = "Canonical URL of a profile that each resource must meet besides those it claims; may be repeated.", HelpName = "URL" };
        var profiles = new Option<string[]>("--profiles") { Description = "Use these FHIR definitions over those that come with the tool; may be repeated.", HelpName = "PATH" };
        var fhir = OneOf("--fhir", "The FHIR release of the resources: stu3, dstu2, or auto, where each tells by the profiles it claims.", [.. Versions.Keys], "auto");
        var operation = new Option<string?>("--operation") { Description = "Each document is a Parameters resource with what this operation takes: its definition's URL, or its name as in a call, '$gpc.registerpatient'.", HelpName = "URL|$NAME" };
        var terminology = TerminologyOption.Create();
        var references = OneOf("--references", "How bad a reference is that leads out of its Bundle to nothing known: error, warning, information or ignore.", [.. Severities.Keys, Ignore], Ignore);
        var format = OneOf("--format", "Write verdicts as text, as json or outcome (an object or OperationOutcome on each line), or as junit.", [.. Formats.Keys], "text");
        var jobs = new Option<int>("--jobs") { Description = "How many documents are judged at a time; by default as many as there are processors.", HelpName = "N", DefaultValueFactory = _ => Math.Min(MostJobs, Environment.ProcessorCount) };
        var noColor = new Option<bool>("--no-color") { Description = "No progress bar." };
        NumberRange.Require(jobs, 1, MostJobs, $"--jobs needs a whole number from 1 to {MostJobs}.");

        var command = new Command("validate", "Validate FHIR documents; exits with 0 when all are valid, 1 when one is not, 2 when an input cannot be read.")
        {
            inputs, profile, profiles, fhir, operation, terminology, references, format, jobs, noColor,
        };
        command.SetAction((parsed, cancellation) => new ValidateSession(context, new ValidateOptions
        {
            Inputs = parsed.GetValue(inputs) ?? [],
            Version = Versions[parsed.GetValue(fhir)!],
            Operation = parsed.GetValue(operation),
            ProfileUrls = parsed.GetValue(profile) ?? [],
            Definitions = parsed.GetValue(profiles) ?? [],
            Terminology = parsed.GetValue(terminology),
            DanglingReferences = Severities.TryGetValue(parsed.GetValue(references)!, out var severity) ? severity : null,
            Format = Formats[parsed.GetValue(format)!],
            Jobs = parsed.GetValue(jobs),
            NoColor = parsed.GetValue(noColor),
        }).RunAsync(cancellation));
        return command;
    }

    private static Option<string> OneOf(string name, string description, string[] values, string usual)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', values), DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !values.Contains(token.Value, StringComparer.Ordinal))
            {
                result.AddError($"{name} is '{token.Value}'; it takes one of {string.Join(", ", values)}.");
            }
        });
        return option;
    }
}
