using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Read an organisation: <c>GET /Organization/{id}</c> (GPC-FND-161 to GPC-FND-173).</summary>
internal static class ReadAnOrganisation
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:read:organization-1", "GET", "Organization/{id}", RequestedScope.OrganizationRead, Answer);

    private static FhirResponse Answer(FhirRequest request) => Reads.Answer(
        request,
        request.Practice.Organizations.TryGetValue(request.Id!, out var record) ? OrganizationResource.Of(record) : null,
        SpineError.OrganisationNotFound);
}
