using System.Text;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>One setting: where it stands in the file, and what it is.</summary>
/// <param name="Path">Keys from the outside in, joined by dots; <c>&lt;role&gt;</c> stands for a name of the user's choice.</param>
/// <param name="Kind">What its value must be.</param>
/// <param name="Meaning">A few words for the table of settings.</param>
/// <param name="Default">The value it has when not set, as it would be written; null for none.</param>
public sealed record SettingKey(string Path, SettingKind Kind, string Meaning, string? Default = null)
{
    /// <summary>Stands in a path for a name of the user's choice.</summary>
    public const string Role = "<role>";

    /// <summary>The environment variable that sets it: <c>GPC_</c> and the path in capitals, dots and inner capitals turned to underscores.</summary>
    public string EnvironmentVariable => VariableOf(Path);

    /// <summary>True for a name that a role can have: lower-case letters and digits, in words joined by hyphens.</summary>
    internal static bool IsRole(string name) =>
        name.Split('-').All(word => word.Length > 0 && word.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)));

    internal static string VariableOf(string path)
    {
        var segments = path.Split('.').Select(segment => segment == Role ? "<ROLE>" : WithUnderscores(segment));
        return "GPC_" + string.Join('_', segments);
    }

    private static string WithUnderscores(string key)
    {
        var name = new StringBuilder();
        foreach (var letter in key)
        {
            if (char.IsAsciiLetterUpper(letter))
            {
                name.Append('_');
            }

            name.Append(letter == '-' ? '_' : char.ToUpperInvariant(letter));
        }

        return name.ToString();
    }
}
