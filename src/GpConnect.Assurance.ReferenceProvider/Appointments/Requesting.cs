using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The organisation that the token names.</summary>
internal static class Requesting
{
    public static string? OdsCode(FhirRequest request) =>
        (request.Claims?["requesting_organization"]?["identifier"] as JsonArray)?
            .FirstOrDefault(identifier => identifier?["system"]?.ToString() == OrganizationResource.OdsCode)?["value"]?.ToString();
}
