using System.Globalization;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The Appointment that a consumer asks to book, once it has been found to hold what it must and nothing it must not
/// (GPC-APT-133 to GPC-APT-160).</summary>
/// <param name="Start">Null only where a defect lets it be left out; so are <paramref name="End"/>, <paramref name="Created"/> and
/// <paramref name="Description"/>.</param>
internal sealed record SubmittedAppointment(
    IReadOnlyList<SubmittedReference> Slots,
    SubmittedParticipants Participants,
    SubmittedBookingOrganisation? BookingOrganisation,
    DateTimeOffset? Start,
    DateTimeOffset? End,
    DateTimeOffset? Created,
    string? Description,
    string? Comment,
    int? Priority)
{
    /// <summary>What the specification has every provider store (GPC-APT-177).</summary>
    private const int LongestDescription = 100;
    private const int LongestComment = 500;

    /// <summary>Elements that the profile does not allow at all.</summary>
    private static readonly string[] OutsideTheProfile = ["appointmentType", "indication", "supportingInformation", "incomingReferral", "requestedPeriod"];

    public static SubmittedAppointment Read(FhirRequest request, FhirNode appointment)
    {
        RefuseElements(request, appointment);
        CheckProfile(request, appointment);
        CheckStatus(request, appointment);
        var isTimed = request.Keeps(Rule.StartAndEndAreRequired);
        return new(
            SlotsOf(request, appointment),
            SubmittedParticipants.Read(request, appointment),
            SubmittedBookingOrganisation.Read(request, appointment),
            Time(appointment, "start", isTimed),
            Time(appointment, "end", isTimed),
            Time(appointment, "created", request.Keeps(Rule.CreatedIsRequired)),
            DescriptionOf(request, appointment),
            CommentOf(request, appointment),
            PriorityOf(appointment));
    }

    /// <summary>The refusal of an element, which its diagnostics name.</summary>
    public static RefusedException Invalid(string element, string why) => new(SpineError.InvalidResource, $"Appointment.{element}: {why}.");

    /// <summary>The text, or null when a defect lets it be left out.</summary>
    /// <param name="isAmended">Whether it stands in an amendment and not in a booking.</param>
    public static string? DescriptionOf(FhirRequest request, FhirNode appointment, bool isAmended = false)
    {
        var description = SubmittedDocument.One(appointment, "description")?.Value;
        return string.IsNullOrWhiteSpace(description) && request.Keeps(Rule.DescriptionIsRequired)
            ? throw Invalid("description", "it is expected")
            : Fitting(request, "description", description, LongestDescription, isAmended);
    }

    /// <param name="isAmended">Whether it stands in an amendment and not in a booking.</param>
    public static string? CommentOf(FhirRequest request, FhirNode appointment, bool isAmended = false) =>
        Fitting(request, "comment", SubmittedDocument.One(appointment, "comment")?.Value, LongestComment, isAmended);

    /// <summary>Refuses what the profile does not allow.</summary>
    public static void RefuseElements(FhirRequest request, FhirNode appointment)
    {
        RefuseIf(request.Keeps(Rule.ElementsOutsideTheAppointmentProfileAreRefused), appointment, OutsideTheProfile, "the profile does not allow it");
        RefuseIf(request.Keeps(Rule.ReasonIsRefused), appointment, ["reason"], "a reason is not sent");
        RefuseIf(request.Keeps(Rule.SpecialtyIsRefused), appointment, ["specialty"], "a specialty is not sent");
        var isIdentified = SubmittedDocument.All(appointment, "identifier")
            .TrueForAll(identifier => identifier.Child("system").HasValue && identifier.Child("value").HasValue);
        if (!isIdentified && request.Keeps(Rule.ElementsOutsideTheAppointmentProfileAreRefused))
        {
            throw Invalid("identifier", "system and value are expected");
        }
    }

    public static void CheckProfile(FhirRequest request, FhirNode appointment)
    {
        foreach (var profile in appointment.Child("meta").ChildrenNamed("profile"))
        {
            if (profile.Value == AppointmentResource.Profile)
            {
                return;
            }
        }

        if (request.Keeps(Rule.AppointmentProfileIsNamed))
        {
            throw Invalid("meta.profile", $"'{AppointmentResource.Profile}' is expected");
        }
    }

    private static void RefuseIf(bool isRefused, FhirNode appointment, string[] elements, string why)
    {
        var sent = Array.Find(elements, element => !appointment.Child(element).IsNone);
        if (isRefused && sent is not null)
        {
            throw Invalid(sent, why);
        }
    }

    private static void CheckStatus(FhirRequest request, FhirNode appointment)
    {
        var status = appointment.Child("status").Value;
        if (status != AppointmentRecord.Booked && request.Keeps(Rule.NewAppointmentsAreBooked))
        {
            throw Invalid("status", $"'booked' is expected and not '{status}'");
        }

        var hasReason = SubmittedDocument.All(appointment, "extension").Exists(extension => extension.Child("url").Value == AppointmentExtensions.CancellationReasonUrl);
        if (hasReason && !request.Reads(Reading.CancellationReasonInABookingIsDisregarded))
        {
            throw Invalid("extension", "a booking has no cancellation reason");
        }
    }

    private static List<SubmittedReference> SlotsOf(FhirRequest request, FhirNode appointment)
    {
        var slots = SubmittedDocument.All(appointment, "slot").ConvertAll(slot => slot.Child("reference").Value);
        if (slots.Count == 0 || slots.Contains(null))
        {
            throw request.Keeps(Rule.SlotsAreRequired)
                ? Invalid("slot", "a reference to a slot is expected")
                : new RefusedException(SpineError.InternalServerError, "The request could not be handled.");
        }

        return slots.ConvertAll(slot => SubmittedReference.Read(request, "slot", slot!));
    }

    private static DateTimeOffset? Time(FhirNode appointment, string element, bool isRequired)
    {
        var text = SubmittedDocument.One(appointment, element)?.Value;
        if (text is null)
        {
            return isRequired ? throw Invalid(element, "it is expected") : null;
        }

        return FhirInstant.TryRead(text, out var instant)
            ? instant
            : throw Invalid(element, $"'{text}' is not a date and time with seconds and an offset");
    }

    private static string? Fitting(FhirRequest request, string element, string? text, int longest, bool isAmended)
    {
        if (text is null || text.Length <= longest)
        {
            var isWhole = request.Keeps(isAmended ? Rule.AmendedTextIsKeptWhole : Rule.TextIsKeptWhole);
            return isWhole || text is null ? text : text[..Math.Min(text.Length, longest - 1)];
        }

        return request.Keeps(isAmended ? Rule.LongAmendedTextIsRefused : Rule.LongTextIsRefused)
            ? throw Invalid(element, $"it has {text.Length} characters; {longest} can be stored")
            : text[..longest];
    }

    private static int? PriorityOf(FhirNode appointment)
    {
        var priority = SubmittedDocument.One(appointment, "priority")?.Value;
        return priority is null ? null
            : int.TryParse(priority, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Invalid("priority", $"'{priority}' is not an unsigned integer");
    }
}
