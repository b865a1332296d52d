using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Amend an appointment: <c>PUT /Appointment/{id}</c> with another description or comment (GPC-APT-242 to GPC-APT-264).</summary>
internal static class AmendAnAppointment
{
    private static readonly AppointmentChange Change = new(
        "amend",
        [AppointmentElements.Description, AppointmentElements.Comment],
        new ChangeRules
        {
            IfMatchIsRequired = Rule.AmendmentsNeedIfMatch,
            VersionIsChecked = Rule.AmendmentsAreOfTheCurrentVersion,
            VersionGoesUp = Rule.AmendmentsMakeAVersion,
            UnknownIdIsNotFound = Rule.UnknownAppointmentsAreNotAmended,
            PastIsRefused = Rule.PastAppointmentsAreNotAmended,
            VisitsAreRefused = Rule.VisitsAreNotAmended,
            CancelledIsRefused = Rule.CancelledAppointmentsAreNotAmended,
            BodyIsChecked = Rule.AmendedBodiesAreChecked,
            OtherChangesAreRefused = Rule.AmendmentsChangeTextOnly,
            RefusedChangesChangeNothing = Rule.AmendmentsAreAllOrNothing,
            AnyOrganisationMay = Rule.AnyOrganisationMayAmend,
        },
        Amended);

    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:rest:update:appointment-1", "PUT", "Appointment/{id}", RequestedScope.PatientWrite, Change.Answer)
    {
        IsAppointmentManagement = true,
    };

    private static AppointmentRecord Amended(FhirRequest request, AppointmentRecord held, FhirNode sent)
    {
        var description = SubmittedAppointment.DescriptionOf(request, sent, isAmended: true);
        var comment = SubmittedAppointment.CommentOf(request, sent, isAmended: true);
        if (held.Comment is null && comment is not null && !request.Keeps(Rule.CommentsMayBeAdded))
        {
            throw SubmittedAppointment.Invalid("comment", "there is none to change");
        }

        return held with
        {
            Description = request.Keeps(Rule.AmendedDescriptionIsKept) ? description : held.Description,
            Comment = request.Keeps(Rule.AmendedCommentIsKept) ? comment : held.Comment,
            Created = request.Keeps(Rule.CreatedStaysInAmendments) ? held.Created : request.Received.AddMinutes(-1),
        };
    }
}
