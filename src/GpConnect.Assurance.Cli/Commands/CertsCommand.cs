using System.CommandLine;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider.Certificates;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure certs</c>: certificates for trying mutual TLS out.</summary>
internal static class CertsCommand
{
    public static Command Create(CommandContext context)
    {
        var output = new Option<string>("--output", "-o") { Description = "Folder for the certificates.", HelpName = "DIR", DefaultValueFactory = _ => "certs" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace certificates that are there." };
        var command = new Command("certs", $"Make a local certificate authority and the client and server certificates that TLS is tried out with; the password of their keys comes from {CertificatesPassword.Variable}.") { output, overwrite };
        command.SetAction(async (parsed, _) =>
        {
            var folder = parsed.GetValue(output)!;
            Make(folder, CertificatesPassword.Of(context), parsed.GetValue(overwrite));
            await context.Out.WriteLineAsync($"{CertificateFolder.FileNames.Count} files in {folder}; {Path.Combine(folder, "README.md")} says what each is.");
            return ExitCode.Passed;
        });
        return command;
    }

    private static void Make(string folder, string? password, bool overwrite)
    {
        try
        {
            var there = CertificateFolder.FileNames.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
            if (there is not null && !overwrite)
            {
                throw new UserErrorException($"{Path.Combine(folder, there)} is there already: name another folder with --output, or replace what is there with --overwrite.");
            }

            CertificateFolder.Write(folder, password, DateTimeOffset.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The certificates cannot be written to {folder}: {e.Message}");
        }
    }
}
