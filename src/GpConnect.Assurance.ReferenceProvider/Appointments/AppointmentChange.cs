using System.Globalization;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>What amending and cancelling have in common: the whole resource is put, If-Match names the version that it was made from, and
/// only some of it may differ (GPC-APT-250 to GPC-APT-263, GPC-APT-270 to GPC-APT-279).</summary>
/// <param name="Verb">For diagnostics, and for the names of changes that a defect takes: <c>amend</c>.</param>
/// <param name="MayDiffer">Names of what the change is about; see <see cref="AppointmentElements"/>.</param>
/// <param name="Apply">From the record held and the resource sent to the record to hold; may refuse.</param>
internal sealed record AppointmentChange(
    string Verb, IReadOnlyList<string> MayDiffer, ChangeRules Rules, Func<FhirRequest, AppointmentRecord, FhirNode, AppointmentRecord> Apply)
{
    public FhirResponse Answer(FhirRequest request)
    {
        using var body = AppointmentBody.Read(request);
        var version = Version(request);
        var changed = request.Practice.Book.Change(request.Id!, held => Changed(request, held, version, body.Root));
        return WrittenAppointment.Answer(request, changed, StatusCodes.Status200OK);
    }

    /// <summary>The version in If-Match; null where a defect lets it be left out.</summary>
    private string? Version(FhirRequest request)
    {
        var header = request.Header("If-Match");
        if (header is null)
        {
            return request.Keeps(Rules.IfMatchIsRequired)
                ? throw new RefusedException(SpineError.BadRequest, $"The If-Match header is expected: who wants to {Verb} says which version was read.")
                : null;
        }

        var quoted = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        return quoted is ['"', .. var version, '"']
            ? version
            : throw new RefusedException(SpineError.BadRequest, $"The If-Match header '{header}' has not the form W/\"{{version}}\".");
    }

    private AppointmentRecord Changed(FhirRequest request, AppointmentRecord? held, string? version, FhirNode sent)
    {
        if (held is null)
        {
            throw request.Keeps(Rules.UnknownIdIsNotFound)
                ? new RefusedException(SpineError.NoRecordFound, $"Nothing has the id '{request.Id}'.")
                : new RefusedException(SpineError.InternalServerError, "The request could not be handled.");
        }

        RefuseUnchangeable(request, held);
        CheckBody(request, sent);
        if (version is not null && version != VersionOf(held) && request.Keeps(Rules.VersionIsChecked))
        {
            throw new RefusedException(SpineError.VersionConflict, $"The appointment has the version {held.Version} now and not '{version}'.");
        }

        RefuseOtherChanges(request, held, sent);
        var changed = Apply(request, held, sent);
        return changed with
        {
            Version = held.Version + (request.Keeps(Rules.VersionGoesUp) ? 1 : 0),
            LastUpdated = request.Received,
        };
    }

    private static string VersionOf(AppointmentRecord held) => held.Version.ToString(CultureInfo.InvariantCulture);

    private void RefuseUnchangeable(FhirRequest request, AppointmentRecord held)
    {
        if (HeldAppointment.IsPast(request, held) && request.Keeps(Rules.PastIsRefused))
        {
            throw Refusal("it is in the past");
        }

        if (held.BookingOdsCode is { } booker && booker != Requesting.OdsCode(request) && !request.Keeps(Rules.AnyOrganisationMay))
        {
            throw Refusal("another organisation booked it");
        }

        if (held.IsVisit && request.Keeps(Rules.VisitsAreRefused) && !request.Reads(Reading.VisitsAreLikeOtherAppointments))
        {
            throw Refusal("it is a visit");
        }

        if (held.Status == AppointmentRecord.Cancelled && IsRefusedWhenCancelled(request))
        {
            throw Refusal("it has been cancelled");
        }
    }

    private bool IsRefusedWhenCancelled(FhirRequest request) =>
        (Rules.CancelledIsRefused is not { } rule || request.Keeps(rule)) && (Rules.CancelledIsTaken is not { } reading || !request.Reads(reading));

    private RefusedException Refusal(string why) => new(SpineError.InvalidResource, $"This appointment is not one to {Verb}: {why}.");

    /// <summary>Refuses a body that the profile does not allow, or that is of another appointment.</summary>
    private void CheckBody(FhirRequest request, FhirNode sent)
    {
        if (Rules.BodyIsChecked is { } rule && !request.Keeps(rule))
        {
            return;
        }

        SubmittedAppointment.CheckProfile(request, sent);
        if (sent.Child("id").Value != request.Id)
        {
            throw SubmittedAppointment.Invalid("id", "it is not that of the URL");
        }

        string[] required = ["status", "description", "start", "end", "slot", "participant"];
        var missing = Array.Find(required, element => sent.Child(element).IsNone);
        if (missing is not null)
        {
            throw SubmittedAppointment.Invalid(missing, "it is expected");
        }
    }

    private void RefuseOtherChanges(FhirRequest request, AppointmentRecord held, FhirNode sent)
    {
        using var current = FhirReader.Read(FhirJsonWriter.Write(AppointmentResource.Of(held)), FhirFormat.Json);
        var other = new AppointmentElements(request, current.Root).ChangedIn(new AppointmentElements(request, sent))
            .FirstOrDefault(name => !MayDiffer.Contains(name) && !request.Practice.TakesChange(Verb, name));
        if (other is not null && request.Keeps(Rules.OtherChangesAreRefused))
        {
            if (!request.Keeps(Rules.RefusedChangesChangeNothing))
            {
                request.Practice.Book.Change(held.Id, _ => Apply(request, held, sent) with { Version = held.Version + 1 });
            }

            throw SubmittedAppointment.Invalid(other, $"it is not for a consumer to change when it wants to {Verb} an appointment");
        }
    }
}
