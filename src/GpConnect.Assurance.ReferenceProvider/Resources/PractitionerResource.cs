using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>A Practitioner of CareConnect-GPC-Practitioner-1 (GPC-FND-110 to GPC-FND-123, GPC-FND-128 to GPC-FND-141).</summary>
internal static class PractitionerResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/CareConnect-GPC-Practitioner-1";
    public const string SdsUserId = "https://fhir.nhs.uk/Id/sds-user-id";
    public const string SdsRoleProfileId = "https://fhir.nhs.uk/Id/sds-role-profile-id";

    public static JsonObject Of(PractitionerRecord practitioner)
    {
        var communication = FhirJson.Communication(practitioner.Language);
        return FhirJson.Resource("Practitioner", practitioner.Id, practitioner.Version, Profile)
            .With("extension", communication is null ? null : new JsonArray(communication))
            .With("identifier", new JsonArray(
            [
                FhirJson.Identifier(SdsUserId, practitioner.SdsUserId),
                .. practitioner.SdsRoleProfileIds.Select(id => FhirJson.Identifier(SdsRoleProfileId, id)),
            ]))
            .With("name", new JsonArray(FhirJson.HumanName(practitioner.Name, "usual")))
            .With("gender", practitioner.Gender);
    }
}
