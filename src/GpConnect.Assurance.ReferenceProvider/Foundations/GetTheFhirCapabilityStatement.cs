using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Get the FHIR capability statement: <c>GET /metadata</c> (GPC-FND-001 to GPC-FND-022, GPC-API-185).</summary>
internal static class GetTheFhirCapabilityStatement
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-1", "GET", "metadata", RequestedScope.OrganizationRead, Answer);

    private static FhirResponse Answer(FhirRequest request) => FhirResponse.Of(request, CapabilityStatementResource.Of(Served(request), request.Practice.SpecificationVersion));

    /// <summary>What the practice has switched on (GPC-APT-038).</summary>
    private static IReadOnlyList<Interaction> Served(FhirRequest request) =>
        [.. request.Root.Interactions.Where(interaction => request.Practice.Options.HasAppointments || !interaction.IsAppointmentManagement)];
}
