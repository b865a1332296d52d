using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Find an organisation: <c>GET /Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|{odsCode}</c>
/// (GPC-FND-142 to GPC-FND-160).</summary>
internal static class FindAnOrganisation
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:search:organization-1", "GET", "Organization", RequestedScope.OrganizationRead, Answer);

    private static FhirResponse Answer(FhirRequest request)
    {
        var odsCode = IdentifierSearch.Value(request, OrganizationResource.OdsCode);
        IdentifierValue.Check(request, odsCode);
        var found = request.Practice.Organizations.Values.Where(organization =>
            (odsCode is null || organization.OdsCode == odsCode)
            && (organization.Id != request.Practice.Organization.Id || request.Keeps(Rule.OdsCodeFindsThePractice)));
        return IdentifierSearch.Found(request, [.. found.Select(OrganizationResource.Of)]);
    }
}
