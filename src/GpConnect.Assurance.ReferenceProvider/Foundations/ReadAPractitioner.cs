using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Read a practitioner: <c>GET /Practitioner/{id}</c> (GPC-FND-124 to GPC-FND-141).</summary>
internal static class ReadAPractitioner
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:read:practitioner-1", "GET", "Practitioner/{id}", RequestedScope.OrganizationRead, Answer);

    private static FhirResponse Answer(FhirRequest request) => Reads.Answer(
        request,
        request.Practice.Practitioners.TryGetValue(request.Id!, out var record) ? PractitionerResource.Of(record) : null,
        SpineError.PractitionerNotFound);
}
