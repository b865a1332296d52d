using System.CommandLine;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure token</c>: a bearer token as a run would send it, for the <c>curl</c> lines of a report.</summary>
internal static class TokenCommand
{
    public static Command Create(CommandContext context)
    {
        var config = new Option<string?>("--config") { Description = "Settings of the target in YAML.", HelpName = "FILE" };
        var target = new Option<string?>("--target") { Description = "Service root URL of the provider, the token's audience.", HelpName = "URL" };
        var interaction = new Option<string>("--interaction")
        {
            Description = "Spine interaction ID, or its operation such as \"find a patient\"; it decides the token's scope.",
            HelpName = "ID",
            DefaultValueFactory = _ => Interactions.ReadMetadata.Id,
        };
        var command = new Command("token", "Print a bearer token, good for five minutes: GPC_TOKEN=$(gpc-assure token …) for the curl lines of a report.") { config, target, interaction };
        command.SetAction(parsed => Print(context, parsed.GetValue(config), parsed.GetValue(target), parsed.GetValue(interaction)!));
        return command;
    }

    private static int Print(CommandContext context, string? config, string? target, string interactionName)
    {
        var interaction = Interactions.Find(interactionName)
            ?? throw new UserErrorException($"There is no interaction '{interactionName}': --interaction takes one of {string.Join(", ", Interactions.All.Select(known => known.Id))}.");
        var settings = SettingsReader.Read(config, context.Environment);
        var audience = target is null ? settings.Roots.Of(interaction.Capability) : ServiceRoots.ParseUrl(target, "--target");
        if (audience is null)
        {
            throw new UserErrorException("A token names the provider it is for: give its service root URL with --target or in --config.");
        }

        context.Out.WriteLine(new JwtBuilder(settings.Consumer, TimeProvider.System).Build(interaction, audience).Encode());
        return ExitCode.Passed;
    }
}
