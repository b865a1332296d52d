using System.CommandLine;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>The option <c>--terminology</c> of the commands that validate.</summary>
internal static class TerminologyOption
{
    public static Option<string?> Create() => new("--terminology")
    {
        Description = "Ask this FHIR terminology server (its FHIR base) about codes that the definitions cannot decide.",
        HelpName = "URL",
    };

    /// <returns>Null without a URL.</returns>
    public static TerminologyServer? Open(string? url)
    {
        try
        {
            return url is null ? null : new TerminologyServer(url);
        }
        catch (ArgumentException e)
        {
            throw new UserErrorException($"--terminology: {e.Message}");
        }
    }
}
