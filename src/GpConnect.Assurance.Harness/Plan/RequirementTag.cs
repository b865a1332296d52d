using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Harness.Plan;

/// <summary>Names of requirements in features: as tags (<c>@GPC-FND-027</c>), in brackets behind a step, and in a step's table.</summary>
public static partial class RequirementTag
{
    private const string Prefix = "GPC-";
    private const string Column = "requirement";

    /// <summary>True for a requirement's tag, false for any other.</summary>
    public static bool Names(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Takes <c>[GPC-FND-027, GPC-API-202]</c> from the end of a step.</summary>
    public static (string Text, IReadOnlyList<string> Requirements) Split(string step)
    {
        var match = AtTheEnd().Match(step);
        return match.Success ? (step[..match.Index], match.Groups["id"].Captures.Select(capture => capture.Value).ToList()) : (step, []);
    }

    /// <summary>The requirements in the column <c>requirement</c> of a step's table, where it has one.</summary>
    public static IEnumerable<string> InTable(IReadOnlyList<IReadOnlyList<string>>? table)
    {
        var column = table is { Count: > 0 } ? table[0].ToList().IndexOf(Column) : -1;
        return column < 0 ? [] : table!.Skip(1).Select(row => row[column]).Where(Names);
    }

    [GeneratedRegex(@"\s*\[\s*(?<id>GPC-[A-Z]+-\d+)(?:\s*,\s*(?<id>GPC-[A-Z]+-\d+))*\s*\]$")]
    private static partial Regex AtTheEnd();
}
