using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Read a location: <c>GET /Location/{id}</c> (GPC-FND-174 to GPC-FND-186).</summary>
internal static class ReadALocation
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:read:location-1", "GET", "Location/{id}", RequestedScope.OrganizationRead, Answer);

    private static FhirResponse Answer(FhirRequest request) => Reads.Answer(
        request,
        request.Practice.Locations.TryGetValue(request.Id!, out var record) ? LocationResource.Of(record) : null,
        SpineError.NoRecordFound);
}
