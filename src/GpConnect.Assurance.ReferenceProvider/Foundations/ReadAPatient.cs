using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Read a patient: <c>GET /Patient/{id}</c> (GPC-FND-068 to GPC-FND-100).</summary>
internal static class ReadAPatient
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1", "GET", "Patient/{id}", RequestedScope.PatientRead, Answer);

    private static FhirResponse Answer(FhirRequest request)
    {
        var patient = request.Practice.Patient(request.Keeps(Rule.IdsAreCaseSensitive) ? request.Id! : request.Id!.ToLowerInvariant());
        var isWithheld = patient is { IsSensitive: true } && request.Keeps(Rule.SensitivePatientsAreNotRead);
        var resource = patient is null || isWithheld ? null : PatientResource.Of(patient, request.Practice);
        return Reads.Answer(request, resource, SpineError.PatientNotFound);
    }
}
