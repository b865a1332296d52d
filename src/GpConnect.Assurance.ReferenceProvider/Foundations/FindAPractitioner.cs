using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Find a practitioner: <c>GET /Practitioner?identifier=https://fhir.nhs.uk/Id/sds-user-id|{sdsUserId}</c>
/// (GPC-FND-101 to GPC-FND-123).</summary>
internal static class FindAPractitioner
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:search:practitioner-1", "GET", "Practitioner", RequestedScope.OrganizationRead, Answer);

    private static FhirResponse Answer(FhirRequest request)
    {
        var sdsUserId = IdentifierSearch.Value(request, PractitionerResource.SdsUserId);
        IdentifierValue.Check(request, sdsUserId);
        var found = request.Practice.Practitioners.Values.Where(practitioner => sdsUserId is null || practitioner.SdsUserId == sdsUserId);
        return IdentifierSearch.Found(request, [.. found.Select(PractitionerResource.Of)]);
    }
}
