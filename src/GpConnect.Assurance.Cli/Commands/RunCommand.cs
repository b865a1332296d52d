using System.CommandLine;
using GpConnect.Assurance.Cli.Validate;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure run</c>: the features against a provider, and the evidence pack.</summary>
internal static class RunCommand
{
    private const int MostWorkers = 256;

    public static Command Create(CommandContext context)
    {
        var target = new Option<string?>("--target") { Description = "Service root URL of the provider under test; without it, the reference provider is started and tested.", HelpName = "URL" };
        var config = new Option<string?>("--config") { Description = "Settings of the target in YAML; every value can also come from an environment variable GPC_….", HelpName = "FILE" };
        var tls = new Option<bool>("--tls") { Description = "Without --target: serve the reference provider over TLS with mutual authentication, with certificates made for the run." };
        var proxy = new Option<bool>("--proxy") { Description = "Without --target: put a Spine Secure Proxy in front of the reference provider, and call it through that." };
        var pack = Many("--pack", "Run only this pack (a folder of features); may be repeated.", "NAME");
        var tags = new Option<string?>("--tags") { Description = "Run only scenarios for which this Cucumber tag expression holds, as in \"@GPC-FND-027 and not @slow\".", HelpName = "EXPRESSION" };
        var name = new Option<string?>("--name") { Description = "Run only scenarios whose name, or whose feature's name, contains this text.", HelpName = "TEXT" };
        var features = Many("--features", "Run the features of this folder as well; may be repeated.", "DIR");
        var steps = Many("--steps", "Use the step definitions of this assembly as well; may be repeated.", "DLL");
        var profiles = Many("--profiles", "Use these FHIR definitions over those that come with the tool; may be repeated.", "PATH");
        var terminology = TerminologyOption.Create();
        var parallel = new Option<int>("--parallel") { Description = "How many scenarios run at a time; by default as many as there are processors, 8 at most.", HelpName = "N", DefaultValueFactory = _ => Math.Min(8, Environment.ProcessorCount) };
        var output = new Option<string?>("--output", "-o") { Description = "Folder for the evidence pack; by default reports/<run id>.", HelpName = "DIR" };
        var list = new Option<bool>("--list") { Description = "Show the scenarios that would run, and run none." };
        var strict = new Option<bool>("--strict") { Description = "Exit with 1 on warnings too." };
        var noColor = new Option<bool>("--no-color") { Description = "Plain lines, without colour and without progress drawn in place." };
        NumberRange.Require(parallel, 1, MostWorkers, $"--parallel needs a whole number from 1 to {MostWorkers}.");

        var command = new Command("run", "Run the features against a provider and leave an evidence pack.")
        {
            target, config, tls, proxy, pack, tags, name, features, steps, profiles, terminology, parallel, output, list, strict, noColor,
        };
        command.SetAction((parsed, cancellation) => new RunSession(context, new RunOptions
        {
            Target = parsed.GetValue(target),
            Config = parsed.GetValue(config),
            Tls = parsed.GetValue(tls),
            Proxy = parsed.GetValue(proxy),
            Packs = parsed.GetValue(pack) ?? [],
            Tags = parsed.GetValue(tags),
            Name = parsed.GetValue(name),
            Features = parsed.GetValue(features) ?? [],
            Steps = parsed.GetValue(steps) ?? [],
            Profiles = parsed.GetValue(profiles) ?? [],
            Terminology = parsed.GetValue(terminology),
            Parallel = parsed.GetValue(parallel),
            Output = parsed.GetValue(output),
            List = parsed.GetValue(list),
            Strict = parsed.GetValue(strict),
            NoColor = parsed.GetValue(noColor),
            AsGiven = [.. parsed.Tokens.Select(token => token.Value)],
        }).RunAsync(cancellation));
        return command;
    }

    private static Option<string[]> Many(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName, AllowMultipleArgumentsPerToken = false };
}
