using System.CommandLine;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure init</c>: a configuration file to fill in.</summary>
internal static class InitCommand
{
    private const string DefaultFile = "assurance.yaml";

    public static Command Create(CommandContext context)
    {
        var output = new Option<string>("--output", "-o") { Description = "File to write.", HelpName = "FILE", DefaultValueFactory = _ => DefaultFile };
        var command = new Command("init", "Write a configuration file to fill in, with every setting and every role explained; an existing file is left alone.") { output };
        command.SetAction(parsed => Write(context, parsed.GetValue(output)!));
        return command;
    }

    private static int Write(CommandContext context, string path)
    {
        try
        {
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            file.Write(SettingsTemplate.Write());
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UserErrorException($"{path} exists and is left as it is; name another file with --output.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The configuration cannot be written to {path}: {e.Message}");
        }

        context.Out.WriteLine($"Written: {path}. Fill it in, then look whether all is well with 'gpc-assure doctor --config {path}'.");
        return ExitCode.Passed;
    }
}
