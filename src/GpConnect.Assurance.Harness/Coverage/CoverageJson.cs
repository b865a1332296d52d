using System.Text.Json;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>The coverage as JSON: an array with an object for each requirement.</summary>
public static class CoverageJson
{
    public static string Of(CoverageReport report) => JsonSerializer.Serialize(report.Rows, CoverageJsonContext.Indented.IReadOnlyListCoverageRow) + "\n";
}
