using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation;

/// <summary>Issues as a JSON array of objects, one property for each part of an issue; absent parts are left out.</summary>
public static class IssueJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(IEnumerable<ValidationIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        return ToArray(issues).ToJsonString(Indented);
    }

    public static JsonArray ToArray(IEnumerable<ValidationIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        return new JsonArray([.. issues.Select(ToObject)]);
    }

    private static JsonObject ToObject(ValidationIssue issue)
    {
        var json = new JsonObject
        {
            ["severity"] = IssueText.Word(issue.Severity),
            ["code"] = issue.Code,
            ["fhirCode"] = issue.FhirCode,
            ["message"] = issue.Message,
            ["path"] = issue.Path,
            ["line"] = issue.Line,
            ["column"] = issue.Column,
        };
        AddPresent(json, "profile", issue.Profile);
        AddPresent(json, "element", issue.Element);
        AddPresent(json, "expected", issue.Expected);
        AddPresent(json, "actual", issue.Actual);
        return json;
    }

    private static void AddPresent(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
