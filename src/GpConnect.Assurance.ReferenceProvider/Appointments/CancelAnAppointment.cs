using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Cancel an appointment: <c>PUT /Appointment/{id}</c> with status cancelled and the reason (GPC-APT-265 to GPC-APT-284).</summary>
internal static class CancelAnAppointment
{
    private static readonly AppointmentChange Change = new(
        "cancel",
        [AppointmentElements.Status, AppointmentElements.CancellationReason],
        new ChangeRules
        {
            IfMatchIsRequired = Rule.CancellationsNeedIfMatch,
            VersionIsChecked = Rule.CancellationsAreOfTheCurrentVersion,
            VersionGoesUp = Rule.CancellationsMakeAVersion,
            UnknownIdIsNotFound = Rule.UnknownAppointmentsAreNotCancelled,
            PastIsRefused = Rule.PastAppointmentsAreNotCancelled,
            VisitsAreRefused = Rule.VisitsAreNotCancelled,
            CancelledIsTaken = Reading.CancelledAppointmentsAreCancelledAgain,
            OtherChangesAreRefused = Rule.CancellationsChangeNothingElse,
            RefusedChangesChangeNothing = Rule.CancellationsAreAllOrNothing,
            AnyOrganisationMay = Rule.AnyOrganisationMayCancel,
        },
        Cancelled);

    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:cancel:appointment-1", "PUT", "Appointment/{id}", RequestedScope.PatientWrite, Change.Answer)
    {
        IsAppointmentManagement = true,
    };

    private static AppointmentRecord Cancelled(FhirRequest request, AppointmentRecord held, FhirNode sent)
    {
        var status = sent.Child("status").Value;
        if (status != AppointmentRecord.Cancelled && request.Keeps(Rule.CancellationsHaveTheStatus))
        {
            throw SubmittedAppointment.Invalid("status", $"'cancelled' is expected and not '{status}'");
        }

        var reason = ReasonOf(request, sent);
        return held with
        {
            Status = request.Keeps(Rule.CancelledStatusIsSet) ? AppointmentRecord.Cancelled : held.Status,
            CancellationReason = request.Keeps(Rule.CancellationReasonIsKept) ? reason : null,
            Description = request.Keeps(Rule.CancellationsKeepTheText) ? held.Description : "Cancelled",
        };
    }

    private static string? ReasonOf(FhirRequest request, FhirNode sent)
    {
        var reasons = SubmittedDocument.All(sent, "extension").FindAll(extension => extension.Child("url").Value == AppointmentExtensions.CancellationReasonUrl);
        var reason = reasons.FirstOrDefault().Child("valueString").Value;
        return (reasons.Count == 1 && !string.IsNullOrWhiteSpace(reason)) || !request.Keeps(Rule.CancellationsHaveAReason)
            ? reason
            : throw SubmittedAppointment.Invalid("extension", $"one cancellation reason with a text is expected; there are {reasons.Count}");
    }
}
