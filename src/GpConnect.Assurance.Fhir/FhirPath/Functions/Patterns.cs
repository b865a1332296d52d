using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>
/// Regular expressions by their text, compiled once. They run in linear time; one that needs back-references or look-around, which cannot,
/// runs against the clock instead.
/// </summary>
internal static class Patterns
{
    private const int Most = 2000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, Regex?> Known = new(StringComparer.Ordinal);

    /// <returns>Null when the text is no regular expression.</returns>
    public static Regex? Find(string pattern)
    {
        if (Known.TryGetValue(pattern, out var regex))
        {
            return regex;
        }

        if (Known.Count >= Most)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(pattern, Make);
    }

    private static Regex? Make(string pattern)
    {
        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline;
        try
        {
            return new Regex(pattern, Options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, Options, Patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
