using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>An OperationOutcome for each document, each on a line of its own: NDJSON.</summary>
internal sealed class OutcomeVerdictWriter(TextWriter output) : VerdictWriter
{
    /// <summary>The extension with which HL7's own validator names the file.</summary>
    private const string FileExtension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-file";

    public override void Write(DocumentVerdict verdict)
    {
        var outcome = verdict.Problem is { } problem ? Unreadable(problem) : IssueOutcome.ToResource(verdict.Issues);
        // Before the issues, where FHIR's XML has it, so that both forms read alike.
        outcome.Insert(1, "extension", new JsonArray(new JsonObject { ["url"] = FileExtension, ["valueString"] = verdict.Name }));
        output.WriteLine(outcome.ToJsonString(JsonVerdictWriter.OneLine));
    }

    private static JsonObject Unreadable(string problem) => new()
    {
        ["resourceType"] = "OperationOutcome",
        ["issue"] = new JsonArray(new JsonObject
        {
            ["severity"] = "fatal",
            ["code"] = "incomplete",
            ["diagnostics"] = problem,
        }),
    };
}
