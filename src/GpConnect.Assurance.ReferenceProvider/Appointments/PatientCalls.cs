using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>A patient's wish that their medical record is not shared does not count for appointments (GPC-APT-037).</summary>
internal static class PatientCalls
{
    public static void RefuseDissent(FhirRequest request, PatientRecord? patient)
    {
        if (patient is { DissentsFromSharing: true } && !request.Keeps(Rule.DissentIsNotAppliedToAppointments))
        {
            throw new RefusedException(SpineError.AccessDenied, "The patient does not want their record to be shared.");
        }
    }
}
