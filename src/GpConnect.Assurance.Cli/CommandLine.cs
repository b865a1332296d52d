using System.CommandLine;
using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider.Tls;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli;

/// <summary>The commands of <c>gpc-assure</c>, and what becomes of their failures.</summary>
public static class CommandLine
{
    /// <summary>After Ctrl+C a command ends what it is at and writes its reports before the process is ended for it.</summary>
    private static readonly TimeSpan GraceAfterCtrlC = TimeSpan.FromSeconds(30);

    /// <summary>An argument that starts with @ is a tag, not the name of a file with more arguments.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] arguments, CommandContext context)
    {
        try
        {
            var parsed = Root(context).Parse(arguments, Parsing);
            return parsed.Errors.Count > 0
                ? await Say(context, Wrong(parsed), ExitCode.Usage)
                : await parsed.InvokeAsync(Invocation(context), context.Cancellation);
        }
        catch (OperationCanceledException)
        {
            return await Say(context, "Stopped before anything was done.", ExitCode.NoVerdict);
        }
        catch (UserErrorException e)
        {
            return await Say(context, e.Message, e.ExitCode);
        }
        catch (Exception e) when (e is SettingsException or RequirementCatalogueException or StepAssemblyException or EvidenceException or DefinitionException or CertificateFileException or DirectoryNotFoundException)
        {
            return await Say(context, e.Message, ExitCode.Usage);
        }
        catch (Exception e)
        {
            return await Say(context, $"gpc-assure failed by a fault of its own, {e.GetType().Name}: {e.Message}", ExitCode.NoVerdict);
        }
    }

    private static RootCommand Root(CommandContext context) => new("Provider conformance test harness for NHS GP Connect.")
    {
        RunCommand.Create(context),
        InitCommand.Create(context),
        DoctorCommand.Create(context),
        ValidateCommand.Create(context),
        ProviderCommand.Create(context),
        SelfTestCommand.Create(context),
        CoverageCommand.Create(context),
        LintCommand.Create(context),
        TokenCommand.Create(context),
        CertsCommand.Create(context),
    };

    private static InvocationConfiguration Invocation(CommandContext context) => new()
    {
        Output = context.Out,
        Error = context.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = GraceAfterCtrlC,
    };

    private static string Wrong(ParseResult parsed)
    {
        var command = parsed.CommandResult == parsed.RootCommandResult ? "gpc-assure" : $"gpc-assure {parsed.CommandResult.Command.Name}";
        return $"{string.Join(' ', parsed.Errors.Select(error => error.Message))} '{command} --help' shows the options.";
    }

    private static async Task<int> Say(CommandContext context, string sentence, int exitCode)
    {
        await context.Error.WriteLineAsync(sentence);
        return exitCode;
    }
}
