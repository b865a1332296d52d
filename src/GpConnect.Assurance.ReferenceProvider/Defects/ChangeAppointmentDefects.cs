using System.Globalization;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Appointments;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of "Amend an appointment" and "Cancel an appointment".</summary>
internal static class ChangeAppointmentDefects
{
    private const int FirstChangeInAmendments = 531;
    private const int FirstChangeInCancellations = 631;

    /// <summary>What a consumer may change neither in an amendment nor in a cancellation; the order gives the numbers.</summary>
    private static readonly string[] Unchangeable =
    [
        "start", "end", "slot", "participant Patient", "participant Location", "participant Practitioner", "created", "bookingOrganisation",
        "deliveryChannel", "practitionerRole", "serviceType", "serviceCategory", "priority", "minutesDuration", "identifier", "reason", "specialty",
    ];

    public static readonly IReadOnlyList<Defect> All = [.. Amendments(), .. ChangesInAmendments(), .. Cancellations(), .. ChangesInCancellations()];

    private static IEnumerable<Defect> Amendments() =>
    [
        new("GPD-APT-501", "An amendment without If-Match is taken", "GPC-APT-250") { Neglects = [Rule.AmendmentsNeedIfMatch] },
        new("GPD-APT-502", "An amendment of an old version is taken", "GPC-APT-251") { Neglects = [Rule.AmendmentsAreOfTheCurrentVersion] },
        new("GPD-APT-503", "An amendment of an old version is answered with 412", "GPC-APT-251") { OnResponse = Conflict(AmendAnAppointment.Interaction) },
        new("GPD-APT-504", "An amended description is not stored", "GPC-APT-252")
        {
            AlsoBreaks = ["GPC-APT-242", "GPC-APT-243", "GPC-APT-254"],
            Neglects = [Rule.AmendedDescriptionIsKept],
        },
        new("GPD-APT-505", "An amended comment is not stored", "GPC-APT-252")
        {
            AlsoBreaks = ["GPC-APT-243", "GPC-APT-254", "GPC-APT-242"],
            Neglects = [Rule.AmendedCommentIsKept],
        },
        new("GPD-APT-506", "An amendment keeps the version", "GPC-APT-252")
        {
            AlsoBreaks = ["GPC-APT-021", "GPC-APT-253", "GPC-APT-251", "GPC-APT-271"],
            Neglects = [Rule.AmendmentsMakeAVersion],
        },
        new("GPD-APT-507", "The ETag of an amendment is that of the version before", "GPC-APT-253")
        {
            AlsoBreaks = ["GPC-APT-020"],
            OnResponse = Spoil.Answers(AmendAnAppointment.Interaction, response => response.Headers.ETag = response.Request.Http.Headers.IfMatch),
        },
        new("GPD-APT-508", "Changes are confirmed and not kept", "GPC-APT-254")
        {
            AlsoBreaks = ["GPC-APT-021", "GPC-APT-033", "GPC-APT-242", "GPC-APT-252", "GPC-APT-251", "GPC-APT-282", "GPC-APT-281", "GPC-APT-284", "GPC-APT-265"],
            Neglects = [Rule.ChangesAreStored],
        },
        new("GPD-APT-509", "Amended texts lose their last character at full length", "GPC-APT-254") { Neglects = [Rule.AmendedTextIsKeptWhole] },
        new("GPD-APT-510", "A long text in an amendment is cut", "GPC-APT-255") { Neglects = [Rule.LongAmendedTextIsRefused] },
        new("GPD-APT-511", "Other changes in an amendment are disregarded", "GPC-APT-256")
        {
            AlsoBreaks = ["GPC-APT-257", "GPC-APT-258"],
            Neglects = [Rule.AmendmentsChangeTextOnly],
        },
        new("GPD-APT-512", "An amendment that is refused changes the text all the same", "GPC-APT-257")
        {
            AlsoBreaks = ["GPC-APT-256"],
            Neglects = [Rule.AmendmentsAreAllOrNothing],
        },
        new("GPD-APT-513", "An appointment in the past can be amended", "GPC-APT-259") { Neglects = [Rule.PastAppointmentsAreNotAmended] },
        new("GPD-APT-514", "A cancelled appointment can be amended", "GPC-APT-260") { Neglects = [Rule.CancelledAppointmentsAreNotAmended] },
        new("GPD-APT-515", "A visit can be amended", "GPC-APT-261")
        {
            SpecificationVersion = Defect.LastWithVisits,
            Neglects = [Rule.VisitsAreNotAmended],
        },
        new("GPD-APT-516", "Amending an unknown appointment gives an internal error", "GPC-APT-262") { Neglects = [Rule.UnknownAppointmentsAreNotAmended] },
        new("GPD-APT-517", "An amendment may be of another id than the URL", "GPC-APT-263")
        {
            AlsoBreaks = ["GPC-APT-256"],
            Neglects = [Rule.AmendedBodiesAreChecked],
        },
        new("GPD-APT-518", "Only who booked an appointment can amend it", "GPC-APT-264") { Neglects = [Rule.AnyOrganisationMayAmend] },
        new("GPD-APT-519", "A comment cannot be added", "GPC-APT-243") { Neglects = [Rule.CommentsMayBeAdded] },
        new("GPD-APT-520", "An amendment sets created anew", "GPC-APT-205")
        {
            AlsoBreaks = ["GPC-APT-203", "GPC-APT-252"],
            Neglects = [Rule.CreatedStaysInAmendments],
        },
        new("GPD-APT-521", "An amendment is answered with 202", "GPC-APT-252")
        {
            AlsoBreaks = ["GPC-APT-242"],
            OnResponse = Spoil.Answers(AmendAnAppointment.Interaction, response => response.Status = 202),
        },
        new("GPD-APT-522", "Other changes in an amendment are an internal error", "GPC-APT-256")
        {
            AlsoBreaks = ["GPC-APT-257", "GPC-APT-258", "GPC-APT-260", "GPC-APT-263", "GPC-APT-259"],
            OnResponse = Invalid(AmendAnAppointment.Interaction),
        },
    ];

    private static IEnumerable<Defect> ChangesInAmendments() =>
    [
        .. Unchangeable.Select((element, index) => Change(FirstChangeInAmendments + index, "amend", "An amendment", element, "GPC-APT-256", "GPC-APT-257")),
        Change(551, "amend", "An amendment", AppointmentElements.Status, "GPC-APT-256"),
        Change(552, "amend", "An amendment", AppointmentElements.CancellationReason, "GPC-APT-258"),
    ];

    private static IEnumerable<Defect> Cancellations() =>
    [
        new("GPD-APT-601", "A cancellation without If-Match is taken", "GPC-APT-270") { Neglects = [Rule.CancellationsNeedIfMatch] },
        new("GPD-APT-602", "A cancellation of an old version is taken", "GPC-APT-271") { Neglects = [Rule.CancellationsAreOfTheCurrentVersion] },
        new("GPD-APT-603", "A cancellation of an old version is answered with 412", "GPC-APT-271") { OnResponse = Conflict(CancelAnAppointment.Interaction) },
        new("GPD-APT-604", "A cancelled appointment stays booked", "GPC-APT-272")
        {
            AlsoBreaks = ["GPC-APT-191", "GPC-APT-235", "GPC-APT-265", "GPC-APT-281", "GPC-APT-282", "GPC-APT-212", "GPC-APT-260"],
            Neglects = [Rule.CancelledStatusIsSet],
        },
        new("GPD-APT-605", "The cancellation reason is lost", "GPC-APT-272")
        {
            AlsoBreaks = ["GPC-APT-198", "GPC-APT-212", "GPC-APT-235", "GPC-APT-282", "GPC-APT-273"],
            Neglects = [Rule.CancellationReasonIsKept],
        },
        new("GPD-APT-606", "A cancellation keeps the version", "GPC-APT-272")
        {
            AlsoBreaks = ["GPC-APT-021"],
            Neglects = [Rule.CancellationsMakeAVersion],
        },
        new("GPD-APT-607", "A cancellation may leave the appointment booked", "GPC-APT-274") { Neglects = [Rule.CancellationsHaveTheStatus] },
        new("GPD-APT-608", "A cancellation needs no reason", "GPC-APT-275") { Neglects = [Rule.CancellationsHaveAReason] },
        new("GPD-APT-609", "Other changes in a cancellation are disregarded", "GPC-APT-276") { Neglects = [Rule.CancellationsChangeNothingElse] },
        new("GPD-APT-610", "A cancellation that is refused cancels all the same", "GPC-APT-276") { Neglects = [Rule.CancellationsAreAllOrNothing] },
        new("GPD-APT-611", "An appointment in the past can be cancelled", "GPC-APT-277") { Neglects = [Rule.PastAppointmentsAreNotCancelled] },
        new("GPD-APT-612", "A visit can be cancelled", "GPC-APT-278")
        {
            SpecificationVersion = Defect.LastWithVisits,
            Neglects = [Rule.VisitsAreNotCancelled],
        },
        new("GPD-APT-613", "Cancelling an unknown appointment gives an internal error", "GPC-APT-279") { Neglects = [Rule.UnknownAppointmentsAreNotCancelled] },
        new("GPD-APT-614", "The slots of a cancelled appointment are not offered again", "GPC-APT-281") { Neglects = [Rule.CancelledSlotsAreFree] },
        new("GPD-APT-615", "Of the slots of a cancelled appointment only the first is offered again", "GPC-APT-281")
        {
            Neglects = [Rule.EverySlotOfACancellationIsFree],
        },
        new("GPD-APT-616", "A cancelled appointment is removed", "GPC-APT-282")
        {
            AlsoBreaks = ["GPC-APT-212", "GPC-APT-235", "GPC-APT-260", "GPC-APT-205"],
            Neglects = [Rule.CancelledAppointmentsStay],
        },
        new("GPD-APT-617", "Only who booked an appointment can cancel it", "GPC-APT-283") { Neglects = [Rule.AnyOrganisationMayCancel] },
        new("GPD-APT-618", "A cancellation replaces the description", "GPC-APT-284")
        {
            AlsoBreaks = ["GPC-APT-205", "GPC-APT-272"],
            Neglects = [Rule.CancellationsKeepTheText],
        },
        new("GPD-APT-619", "A cancellation is answered with 204", "GPC-APT-272")
        {
            AlsoBreaks = ["GPC-APT-265", "GPC-APT-031"],
            OnResponse = Spoil.Answers(CancelAnAppointment.Interaction, response =>
            {
                response.Status = 204;
                response.Resource = null;
            }),
        },
        new("GPD-APT-620", "Other changes in a cancellation are an internal error", "GPC-APT-276")
        {
            AlsoBreaks = ["GPC-APT-274", "GPC-APT-275", "GPC-APT-277"],
            OnResponse = Invalid(CancelAnAppointment.Interaction),
        },
    ];

    private static IEnumerable<Defect> ChangesInCancellations() =>
    [
        .. Unchangeable.Select((element, index) => Change(FirstChangeInCancellations + index, "cancel", "A cancellation", element, "GPC-APT-276")),
        Change(651, "cancel", "A cancellation", AppointmentElements.Description, "GPC-APT-276"),
        Change(652, "cancel", "A cancellation", AppointmentElements.Comment, "GPC-APT-276"),
    ];

    private static Defect Change(int number, string verb, string who, string element, string requirement, params string[] alsoBreaks) =>
        new("GPD-APT-" + number.ToString("D3", CultureInfo.InvariantCulture), $"{who} may have another {element}", requirement)
        {
            AlsoBreaks = alsoBreaks,
            TakesChanges = [$"{verb} {element}"],
        };

    private static Action<FhirResponse> Conflict(Interaction interaction) => response =>
    {
        if (response.Request.Interaction == interaction && response.Status == SpineError.VersionConflict.Status)
        {
            response.Status = 412;
        }
    };

    private static Action<FhirResponse> Invalid(Interaction interaction) => Spoil.Errors("INVALID_RESOURCE", response =>
    {
        if (response.Request.Interaction == interaction)
        {
            response.Status = 500;
        }
    });
}
