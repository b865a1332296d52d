using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>An Organization of CareConnect-GPC-Organization-1 (GPC-FND-152 to GPC-FND-160, GPC-FND-165 to GPC-FND-173).</summary>
internal static class OrganizationResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/CareConnect-GPC-Organization-1";
    public const string OdsCode = "https://fhir.nhs.uk/Id/ods-organization-code";

    public static JsonObject Of(OrganizationRecord organization) =>
        FhirJson.Resource("Organization", organization.Id, organization.Version, Profile)
            .With("extension", organization.MainLocation is null
                ? null
                : new JsonArray(FhirJson.Extension(
                    FhirJson.Profile("Extension-CareConnect-GPC-MainLocation-1"),
                    "valueReference",
                    FhirJson.Reference(organization.MainLocation))))
            .With("identifier", new JsonArray(FhirJson.Identifier(OdsCode, organization.OdsCode)))
            .With("active", true)
            .With("type", new JsonArray(FhirJson.CodeableConcept(FhirJson.CodeSystem("GPConnect-OrganisationType-1"), "gp-practice", "GP Practice")))
            .With("name", organization.Name)
            .With("telecom", FhirJson.ArrayOf(organization.Telecoms, FhirJson.ContactPoint))
            .With("address", FhirJson.ArrayOf(organization.Addresses, FhirJson.Address));
}
