using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Find a patient: <c>GET /Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|{nhsNumber}</c>
/// (GPC-FND-024 to GPC-FND-067, GPC-API-223).</summary>
internal static class FindAPatient
{
    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1", "GET", "Patient", RequestedScope.PatientRead, Answer);

    private static FhirResponse Answer(FhirRequest request)
    {
        var practice = request.Practice;
        var nhsNumber = IdentifierSearch.Value(request, NhsNumber.System);
        if (nhsNumber is null)
        {
            return IdentifierSearch.Found(request, [.. practice.Patients.Where(IsComplete).Select(patient => PatientResource.Of(patient, practice))]);
        }

        if (request.Keeps(Rule.NhsNumberIsChecked) && !NhsNumber.IsValid(nhsNumber))
        {
            throw new RefusedException(SpineError.InvalidNhsNumber, "The value is not an NHS number: ten digits, the last a check digit.");
        }

        var found = Find(request, nhsNumber);
        return IdentifierSearch.Found(request, [.. found.Select(patient => PatientResource.Of(patient, practice))]);
    }

    private static bool IsComplete(PatientRecord patient) => patient.BirthDate is not null;

    private static IEnumerable<PatientRecord> Find(FhirRequest request, string nhsNumber)
    {
        var practice = request.Practice;
        if (practice.PatientByNhsNumber(nhsNumber) is not { } patient || IsLeftOut(request, patient))
        {
            yield break;
        }

        RefuseSensitive(request, patient);
        if (!patient.IsVerified && request.Keeps(Rule.UntracedPatientsAreVerified))
        {
            if (!IsVerifiable(request, patient))
            {
                yield break;
            }

            patient = practice.MarkVerified(patient);
        }

        yield return patient;
        if (!request.Keeps(Rule.OnlyThePatientAskedForIsFound))
        {
            yield return practice.Patients.First(other => other.Id != patient.Id && other is { IsActive: true, IsSensitive: false } && IsComplete(other));
        }
    }

    /// <summary>Only patients who are registered and alive are found, whatever their registration's type.</summary>
    private static bool IsLeftOut(FhirRequest request, PatientRecord patient) =>
        (patient.HasLeft && request.Keeps(Rule.InactivePatientsAreNotFound))
        || (patient.DeceasedOn is not null && request.Keeps(Rule.DeceasedPatientsAreNotFound))
        || (patient.Registration.Type == RegistrationType.Temporary && !request.Keeps(Rule.TemporaryPatientsAreFound))
        || (patient.DissentsFromSharing && !request.Keeps(Rule.DissentIsNotApplied))
        || (patient.IsSensitive
            && request.Reads(Reading.SensitivePatientIsNotInSearch)
            && request.Keeps(Rule.SensitivePatientsAreNotFound));

    private static void RefuseSensitive(FhirRequest request, PatientRecord patient)
    {
        if (patient.IsSensitive && request.Keeps(Rule.SensitivePatientsAreNotFound))
        {
            throw new RefusedException(SpineError.PatientNotFound, "No patient can be shared for this NHS number.");
        }
    }

    private static bool IsVerifiable(FhirRequest request, PatientRecord patient) =>
        request.Practice.Pds.TryGetValue(patient.NhsNumber, out var pds)
        && patient.BirthDate is { } birthDate
        && pds.Matches(patient.Name, birthDate)
        && !(pds.IsDeceased && request.Keeps(Rule.UntracedPatientsDeceasedOnPdsAreNotFound))
        && !((pds.IsInvalid || pds.IsSensitive || pds.IsSuperseded) && request.Keeps(Rule.UntracedPatientsFlaggedOnPdsAreNotFound));
}
