using System.CommandLine;
using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Cli;

/// <summary>The commands of <c>gpc-assure</c>, and what becomes of their failures.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, CommandContext context)
    {
        try
        {
            var parsed = Root(context).Parse(arguments);
            if (parsed.Errors.Count > 0)
            {
                var help = $"Run 'gpc-assure {string.Join(' ', parsed.CommandResult.Command == parsed.RootCommandResult.Command ? [] : [parsed.CommandResult.Command.Name + " "])}--help' for the options.";
                await context.Error.WriteLineAsync($"{string.Join(' ', parsed.Errors.Select(error => error.Message))} {help}");
                return ExitCode.Usage;
            }

            var configuration = new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
            };
            return await parsed.InvokeAsync(configuration, context.Cancellation);
        }
        catch (UserErrorException e)
        {
            return await Say(context, e.Message, e.ExitCode);
        }
        catch (Exception e) when (e is SettingsException or RequirementCatalogueException or StepAssemblyException or EvidenceException or DirectoryNotFoundException)
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
        ValidateCommand.Create(context),
        ProviderCommand.Create(context),
    };

    private static async Task<int> Say(CommandContext context, string sentence, int exitCode)
    {
        await context.Error.WriteLineAsync(sentence);
        return exitCode;
    }
}
