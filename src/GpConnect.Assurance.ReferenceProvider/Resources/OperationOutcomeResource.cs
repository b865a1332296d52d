using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>An OperationOutcome of GPConnect-OperationOutcome-1 (GPC-API-145 to GPC-API-150).</summary>
internal static class OperationOutcomeResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/GPConnect-OperationOutcome-1";

    public static JsonObject Of(SpineError error, string diagnostics) =>
        FhirJson.Resource("OperationOutcome", id: null, version: null, Profile)
            .With("issue", new JsonArray(new JsonObject
            {
                ["severity"] = "error",
                ["code"] = error.IssueType,
                ["details"] = FhirJson.CodeableConcept(SpineError.CodeSystem, error.Code, error.Display),
                ["diagnostics"] = diagnostics,
            }));
}
