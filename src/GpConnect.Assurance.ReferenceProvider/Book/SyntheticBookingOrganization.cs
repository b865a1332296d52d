using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>An organisation as a consumer contains it in its bookings.</summary>
internal static class SyntheticBookingOrganization
{
    public static JsonObject Of(OrganizationRecord organization) =>
        FhirJson.Resource("Organization", "booking-organisation", version: null, OrganizationResource.Profile)
            .With("identifier", new JsonArray(FhirJson.Identifier(OrganizationResource.OdsCode, organization.OdsCode)))
            .With("name", organization.Name)
            .With("telecom", FhirJson.ArrayOf(organization.Telecoms, FhirJson.ContactPoint))
            .With("address", FhirJson.ArrayOf(organization.Addresses, FhirJson.Address));
}
