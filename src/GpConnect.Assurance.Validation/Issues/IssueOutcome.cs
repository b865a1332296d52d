using System.Globalization;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// Issues as a FHIR OperationOutcome in JSON. Line and column go into the extensions that HL7's own validator uses
/// (<c>operationoutcome-issue-line</c>, <c>-col</c>); our stable code is <c>details.text</c>'s companion in <c>details.coding</c>.
/// </summary>
public static class IssueOutcome
{
    /// <summary>System of the codes in <c>issue.details.coding</c>.</summary>
    public const string CodeSystem = "urn:gpc-assure:validation-issue";

    private const string LineExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-line";
    private const string ColumnExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-issue-col";

    /// <summary>Without issues, one of severity information that says so: an OperationOutcome must have at least one.</summary>
    public static JsonObject ToResource(IReadOnlyCollection<ValidationIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        var listed = new JsonArray([.. issues.Select(Issue)]);
        if (issues.Count == 0)
        {
            listed.Add(new JsonObject { ["severity"] = "information", ["code"] = "informational", ["diagnostics"] = "No issues were found." });
        }

        return new JsonObject { ["resourceType"] = "OperationOutcome", ["issue"] = listed };
    }

    private static JsonObject Issue(ValidationIssue issue)
    {
        var json = new JsonObject();
        if (issue.Line > 0)
        {
            json["extension"] = new JsonArray(Position(LineExtension, issue.Line), Position(ColumnExtension, issue.Column));
        }

        json["severity"] = IssueText.Word(issue.Severity);
        json["code"] = issue.FhirCode;
        json["details"] = new JsonObject
        {
            ["coding"] = new JsonArray(new JsonObject { ["system"] = CodeSystem, ["code"] = issue.Code }),
            ["text"] = issue.Message,
        };
        if (issue.Profile is not null)
        {
            json["diagnostics"] = string.Create(CultureInfo.InvariantCulture, $"{issue.Profile}#{issue.Element}");
        }

        if (issue.Path.Length > 0)
        {
            json["expression"] = new JsonArray(issue.Path);
        }

        return json;
    }

    private static JsonObject Position(string url, int value) => new() { ["url"] = url, ["valueInteger"] = value };
}
