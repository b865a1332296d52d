using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>One <c>gpc-assure validate</c>, from options to exit code.</summary>
internal sealed class ValidateSession(CommandContext context, ValidateOptions options)
{
    private readonly VerdictCount _count = new();

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var terminology = TerminologyOption.Open(options.Terminology);
        var definitions = DefinitionStore.Open([Assets.Profiles, .. options.Definitions]);
        RequireKnown(definitions);
        var judge = new DocumentJudge(
            new ProfileValidator(definitions, terminology),
            new ValidationOptions
            {
                Version = options.Version,
                Profiles = options.ProfileUrls,
                Operation = options.Operation is { } operation ? new RequiredOperation(operation) : null,
                DanglingReferences = options.DanglingReferences,
            });
        IReadOnlyList<InputSource> inputs = [.. InputFinder.Find(options.Inputs)];
        using var writer = VerdictWriter.Of(options.Format, context.Out, context.Error);
        try
        {
            await ShowAsync(JudgeAsync(judge, inputs, writer, cancellation), inputs);
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync($"Stopped after {_count.Total} documents; the others were not judged.");
            return ExitCode.NoVerdict;
        }
        finally
        {
            writer.Finish(_count);
            await context.Out.FlushAsync(CancellationToken.None);
        }

        await TellFindingsAsync(definitions);
        return _count switch
        {
            { Unreadable: > 0 } => ExitCode.Usage,
            { NotValid: > 0 } => ExitCode.ConformanceFailure,
            _ => ExitCode.Passed,
        };
    }

    private Task JudgeAsync(DocumentJudge judge, IReadOnlyList<InputSource> inputs, VerdictWriter writer, CancellationToken cancellation)
    {
        var reader = new SubmissionReader(context.StandardInput);
        return new VerdictPipeline(judge, options.Jobs).RunAsync(
            inputs.SelectMany(reader.Read),
            verdict =>
            {
                writer.Write(verdict);
                _count.Add(verdict);
            },
            cancellation);
    }

    private Task ShowAsync(Task work, IReadOnlyList<InputSource> inputs) =>
        context.IsErrorInteractive && !context.IsInteractive && !options.NoColor
            ? ValidateProgress.ShowAsync(context.ErrorTerminal(), work, _count, inputs.Sum(input => input.Length ?? 0) is > 0 and var total && inputs.All(input => input.Length is not null) ? total : null)
            : work;

    private void RequireKnown(DefinitionStore definitions)
    {
        var versions = options.Version is { } only ? [only] : Enum.GetValues<FhirVersion>();
        var stores = versions.Select(definitions.OfVersion).OfType<DefinitionStore>().ToList();
        if (options.ProfileUrls.FirstOrDefault(url => !stores.Exists(store => store.HasProfile(url))) is { } unknown)
        {
            throw new UserErrorException($"The profile {unknown} is not among the definitions; check its spelling, or add its definition with --profiles.");
        }

        if (options.Operation is { } operation && !stores.Exists(store => store.HasOperation(operation)))
        {
            throw new UserErrorException($"The operation {operation} is not among the definitions; name its OperationDefinition by URL, or the operation as in a call, such as '$gpc.getstructuredrecord'.");
        }

        if (!stores.Exists(store => options.ProfileUrls.All(store.HasProfile) && (options.Operation is null || store.HasOperation(options.Operation))))
        {
            throw new UserErrorException("What --profile and --operation name is of different FHIR releases; no resource can meet it all.");
        }
    }

    /// <summary>What is wrong with the user's own definitions and mattered to the verdicts.</summary>
    private async Task TellFindingsAsync(DefinitionStore definitions)
    {
        if (options.Definitions.Count > 0)
        {
            foreach (var finding in definitions.Findings)
            {
                await context.Error.WriteLineAsync($"Definition {finding}");
            }
        }
    }
}
