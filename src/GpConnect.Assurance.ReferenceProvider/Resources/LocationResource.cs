using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>A Location of CareConnect-GPC-Location-1 (GPC-FND-176 to GPC-FND-183). Sites have no ODS code of their own here (GPC-FND-186).</summary>
internal static class LocationResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/CareConnect-GPC-Location-1";

    public static JsonObject Of(LocationRecord location) =>
        FhirJson.Resource("Location", location.Id, location.Version, Profile)
            .With("status", "active")
            .With("name", location.Name)
            .With("telecom", FhirJson.ArrayOf(location.Telecoms, FhirJson.ContactPoint))
            .With("address", FhirJson.Address(location.Address))
            .With("managingOrganization", FhirJson.Reference("Organization/" + location.ManagingOrganization));
}
