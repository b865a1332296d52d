using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Service root URLs of the provider, each as the directory gives it but for a trailing slash; never one in place of another.</summary>
public sealed record ServiceRoots
{
    /// <summary>Root of Foundations and Appointments.</summary>
    public string? Foundations { get; init; }

    /// <summary>True where the root of Foundations was given with a slash at its end, which <see cref="Foundations"/> is used without.</summary>
    public bool FoundationsEndsWithSlash { get; init; }

    public string? Structured { get; init; }

    public string? Documents { get; init; }

    /// <summary>The practice's ODS code as the root of Foundations tells it: what stands before the FHIR version's name; null when it does not.</summary>
    public string? OdsCode
    {
        get
        {
            var segments = Foundations?.Split('/') ?? [];
            var version = Array.IndexOf(segments, "STU3");
            return version > 3 ? segments[version - 1] : null;
        }
    }

    /// <summary>A service root URL as it is used: a slash at its end dropped, else letter for letter.</summary>
    /// <param name="text">What was given.</param>
    /// <param name="source">What gave it, as the start of a sentence: <c>--target</c>.</param>
    /// <exception cref="SettingsException">It is not an absolute http or https URL, or has credentials, a query or a fragment.</exception>
    public static string ParseUrl(string text, string source)
    {
        if (text.Contains('@'))
        {
            throw new SettingsException($"{source} holds a user name or password; leave it out of the URL.");
        }

        return SettingValues.IsWebUrl(text) && text.AsSpan().IndexOfAny('?', '#', ' ') < 0
            ? text.TrimEnd('/')
            : throw new SettingsException(
                $"{source} is \"{text}\"; write an absolute http or https URL without query, such as https://provider.example/GP0001/STU3/1/gpconnect.");
    }

    /// <summary>The root of a capability, or null when none is configured.</summary>
    public string? Of(Capability capability) => capability switch
    {
        Capability.Structured => Structured,
        Capability.Documents => Documents,
        _ => Foundations,
    };
}
