using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Appointments;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of "Book an appointment".</summary>
internal static class BookAnAppointmentDefects
{
    private static readonly string[] Texts = ["description", "comment"];

    public static readonly IReadOnlyList<Defect> All = [.. Bodies(), .. Slots(), .. SeveralSlots(), .. Kept(), .. Answers()];

    private static IEnumerable<Defect> Bodies() =>
    [
        new("GPD-APT-201", "A booking without a patient is taken", "GPC-APT-136") { Neglects = [Rule.PatientIsRequired] },
        new("GPD-APT-202", "A booking without a location is taken", "GPC-APT-137") { Neglects = [Rule.LocationIsRequired] },
        new("GPD-APT-203", "A participant without an actor is taken", "GPC-APT-139") { Neglects = [Rule.ActorsAreRequired] },
        new("GPD-APT-204", "A booking without start or end is taken", "GPC-APT-140") { Neglects = [Rule.StartAndEndAreRequired] },
        new("GPD-APT-205", "A booking with any status, or none, is taken", "GPC-APT-141") { Neglects = [Rule.NewAppointmentsAreBooked] },
        new("GPD-APT-206", "A booking without a slot is an internal error", "GPC-APT-142") { Neglects = [Rule.SlotsAreRequired] },
        new("GPD-APT-207", "A booking without a booking organisation is taken", "GPC-APT-143") { Neglects = [Rule.BookingOrganisationIsRequired] },
        new("GPD-APT-208", "A booking organisation may lack ODS code, name and telecom", "GPC-APT-144") { Neglects = [Rule.BookingOrganisationIsChecked] },
        new("GPD-APT-209", "A booking without created is taken", "GPC-APT-148") { Neglects = [Rule.CreatedIsRequired] },
        new("GPD-APT-210", "A booking without a description is taken", "GPC-APT-149") { Neglects = [Rule.DescriptionIsRequired] },
        new("GPD-APT-211", "A booking that does not name the profile is taken", "GPC-APT-150") { Neglects = [Rule.AppointmentProfileIsNamed] },
        new("GPD-APT-212", "A booking with a reason is taken", "GPC-APT-157") { Neglects = [Rule.ReasonIsRefused] },
        new("GPD-APT-213", "A booking with a specialty is taken", "GPC-APT-158") { Neglects = [Rule.SpecialtyIsRefused] },
        new("GPD-APT-214", "Elements that the profile forbids are disregarded", "GPC-APT-160") { Neglects = [Rule.ElementsOutsideTheAppointmentProfileAreRefused] },
        new("GPD-APT-215", "Any participation status is taken", "GPC-APT-160") { Neglects = [Rule.ParticipantStatusIsChecked] },
        new("GPD-APT-216", "A booking organisation must say its type", "GPC-APT-147") { Neglects = [Rule.OrganisationTypesMayBeLeftOut] },
        new("GPD-APT-217", "XML bodies are not read", "GPC-APT-014") { Neglects = [Rule.XmlBodiesAreRead] },
        new("GPD-APT-218", "An unknown patient is booked", "GPC-APT-163") { Neglects = [Rule.PatientsAreKnown] },
        new("GPD-APT-219", "An unknown location is taken", "GPC-APT-164") { Neglects = [Rule.LocationsAreKnown] },
        new("GPD-APT-220", "An unknown practitioner is taken", "GPC-APT-164") { Neglects = [Rule.PractitionersAreKnown] },
        new("GPD-APT-221", "An unknown slot gives an internal error", "GPC-APT-162") { Neglects = [Rule.SlotsAreKnown] },
        new("GPD-APT-222", "An unknown slot is answered with 404", "GPC-APT-162")
        {
            AlsoBreaks = ["GPC-API-208"],
            OnResponse = Errors("REFERENCE_NOT_FOUND", response => response.Status = 404),
        },
        new("GPD-APT-229", "A reference to another server is taken for one to this", "GPC-APT-180")
        {
            AlsoBreaks = ["GPC-APT-163"],
            Neglects = [Rule.ReferencesAreRelative, Rule.PatientsAreKnown],
        },
        new("GPD-APT-230", "Any resource is taken for an appointment", "GPC-APT-012") { Neglects = [Rule.AppointmentIsExpected] },
        new("GPD-APT-223", "Sensitive patients have appointments like others", "GPC-APT-036") { Neglects = [Rule.SensitivePatientsHaveNoAppointments] },
        new("GPD-APT-224", "A patient who dissents from sharing is refused", "GPC-APT-037") { Neglects = [Rule.DissentIsNotAppliedToAppointments] },
        new("GPD-APT-225", "A patient who was just registered cannot be booked", "GPC-APT-187") { Neglects = [Rule.NewPatientsMayBeBooked] },
        new("GPD-APT-226", "An invalid booking is answered with 400", "GPC-APT-136")
        {
            AlsoBreaks = ["GPC-APT-137", "GPC-APT-139", "GPC-APT-140", "GPC-APT-141", "GPC-APT-142", "GPC-APT-143", "GPC-APT-144", "GPC-APT-149", "GPC-APT-160"],
            OnResponse = Errors("INVALID_RESOURCE", response => response.Status = 400),
        },
        new("GPD-APT-227", "An invalid booking has no diagnostics", "GPC-APT-002")
        {
            AlsoBreaks =
            [
                "GPC-APT-136", "GPC-APT-137", "GPC-APT-139", "GPC-APT-140", "GPC-APT-141", "GPC-APT-142", "GPC-APT-143", "GPC-APT-144", "GPC-APT-149", "GPC-APT-160",
            ],
            OnResponse = Errors("INVALID_RESOURCE", Spoil.Issues(Spoil.Remove("diagnostics"))),
        },
        new("GPD-APT-228", "An invalid booking is an internal error", "GPC-APT-165")
        {
            AlsoBreaks = ["GPC-APT-136", "GPC-APT-137", "GPC-APT-139", "GPC-APT-140", "GPC-APT-141", "GPC-APT-148", "GPC-APT-149", "GPC-APT-157", "GPC-APT-158", "GPC-APT-166"],
            OnResponse = Errors("INVALID_RESOURCE", response => response.Status = 500),
        },
    ];

    private static IEnumerable<Defect> Slots() =>
    [
        new("GPD-APT-241", "A slot that is taken is booked again", "GPC-APT-161")
        {
            AlsoBreaks = ["GPC-APT-176"],
            Neglects = [Rule.TakenSlotsAreRefused],
        },
        new("GPD-APT-242", "Of several bookings at once more than one gets the slot", "GPC-APT-161") { Neglects = [Rule.BookingsWaitForEachOther] },
        new("GPD-APT-243", "A slot that is taken is an invalid resource", "GPC-APT-161")
        {
            AlsoBreaks = ["GPC-APT-176"],
            OnResponse = Errors("DUPLICATE_REJECTED", response => response.Status = 422),
        },
        new("GPD-APT-244", "A slot that is taken has another Spine code", "GPC-APT-161")
        {
            AlsoBreaks = ["GPC-APT-176", "GPC-APT-004"],
            OnResponse = Errors("DUPLICATE_REJECTED", Spoil.SpineCode("DUPLICATE_REJECTED", "INVALID_RESOURCE", "Invalid validation of resource")),
        },
        new("GPD-APT-245", "start and end need not be those of the slots", "GPC-APT-165") { Neglects = [Rule.AppointmentTimesFitTheSlots] },
        new("GPD-APT-246", "A slot in the past is booked", "GPC-APT-166") { Neglects = [Rule.PastSlotsAreNotBooked] },
        new("GPD-APT-247", "A visit slot is booked", "GPC-APT-167")
        {
            SpecificationVersion = Defect.LastWithVisits,
            Neglects = [Rule.VisitSlotsAreNotBooked],
        },
        new("GPD-APT-248", "A slot that is not marked for GP Connect is booked", "GPC-APT-168") { Neglects = [Rule.UnmarkedSlotsAreNotBooked] },
        new("GPD-APT-249", "A slot for other organisations is booked", "GPC-APT-168") { Neglects = [Rule.OdsCodesAreCheckedInBookings] },
        new("GPD-APT-250", "A slot for another type of organisation is booked", "GPC-APT-168") { Neglects = [Rule.OrganisationTypesAreCheckedInBookings] },
        new("GPD-APT-251", "Embargo and booking window do not count in a booking", "GPC-APT-168")
        {
            Neglects = [Rule.SlotsUnderEmbargoAreNotBooked, Rule.SlotsBeyondTheWindowAreNotBooked],
        },
        new("GPD-APT-252", "A booked slot stays free", "GPC-APT-185")
        {
            AlsoBreaks = ["GPC-APT-161", "GPC-APT-170", "GPC-APT-087", "GPC-APT-176"],
            Neglects = [Rule.BookedSlotsAreTaken],
        },
    ];

    private static IEnumerable<Defect> SeveralSlots() =>
    [
        new("GPD-APT-261", "Several slots cannot be booked together", "GPC-APT-170") { Neglects = [Rule.SeveralSlotsAreTaken] },
        new("GPD-APT-262", "Several slots must be named in the order of their times", "GPC-APT-170") { Neglects = [Rule.SlotsAreTakenInAnyOrder] },
        new("GPD-APT-263", "Of several slots only the first is taken", "GPC-APT-170")
        {
            AlsoBreaks = ["GPC-APT-185"],
            Neglects = [Rule.EverySlotOfABookingIsTaken],
        },
        new("GPD-APT-264", "Slots with a gap are booked together", "GPC-APT-172") { Neglects = [Rule.SlotsTouch] },
        new("GPD-APT-265", "Slots of two schedules are booked together", "GPC-APT-173") { Neglects = [Rule.SlotsAreOfOneSchedule] },
        new("GPD-APT-266", "Slots of two delivery channels are booked together", "GPC-APT-174") { Neglects = [Rule.SlotsAreOfOneDeliveryChannel] },
        new("GPD-APT-267", "Slots of two service types are booked together", "GPC-APT-175") { Neglects = [Rule.SlotsAreOfOneServiceType] },
        new("GPD-APT-268", "A booking that fails for one slot takes the others", "GPC-APT-176") { Neglects = [Rule.AllSlotsAreBookedOrNone] },
        new("GPD-APT-269", "Only one of several slots is in the answer", "GPC-APT-170")
        {
            AlsoBreaks = ["GPC-APT-184"],
            OnResponse = Booked(appointment => appointment["slot"] = new JsonArray(appointment["slot"]![0]!.DeepClone())),
        },
    ];

    private static IEnumerable<Defect> Kept() =>
    [
        new("GPD-APT-281", "Description and comment lose their last character at full length", "GPC-APT-177") { Neglects = [Rule.TextIsKeptWhole] },
        new("GPD-APT-282", "A long description or comment is cut", "GPC-APT-179") { Neglects = [Rule.LongTextIsRefused] },
        new("GPD-APT-283", "The comment is lost", "GPC-APT-184")
        {
            AlsoBreaks = ["GPC-APT-177", "GPC-APT-046"],
            Neglects = [Rule.CommentIsKept],
        },
        new("GPD-APT-284", "created is when the provider made the record", "GPC-APT-184")
        {
            AlsoBreaks = ["GPC-APT-148", "GPC-APT-203"],
            Neglects = [Rule.CreatedIsKept],
        },
        new("GPD-APT-285", "The booking organisation is lost", "GPC-APT-047")
        {
            AlsoBreaks = ["GPC-APT-184", "GPC-APT-188", "GPC-APT-197"],
            Neglects = [Rule.BookingOrganisationIsKept],
        },
        new("GPD-APT-286", "The booking organisation loses its address and its second telecom", "GPC-APT-047")
        {
            AlsoBreaks = ["GPC-APT-184", "GPC-APT-188"],
            Neglects = [Rule.BookingOrganisationIsKeptWhole],
        },
        new("GPD-APT-287", "A booking is confirmed and not kept", "GPC-APT-186")
        {
            AlsoBreaks = ["GPC-APT-235", "GPC-APT-208", "GPC-APT-242", "GPC-APT-265", "GPC-APT-021"],
            Neglects = [Rule.BookingsAreStored],
        },
        new("GPD-APT-288", "Letters beyond ASCII are lost", "GPC-APT-177")
        {
            OnResponse = Spoil.Read("Appointment", appointment =>
            {
                foreach (var element in Texts)
                {
                    if (appointment[element] is { } text)
                    {
                        appointment[element] = new string([.. text.GetValue<string>().Select(letter => letter > 126 ? '?' : letter)]);
                    }
                }
            }),
        },
    ];

    private static IEnumerable<Defect> Answers() =>
    [
        new("GPD-APT-301", "A booking is answered with 200", "GPC-APT-181")
        {
            AlsoBreaks = ["GPC-APT-132", "GPC-APT-182"],
            OnResponse = OnBooking(response => response.Status = 200),
        },
        new("GPD-APT-302", "A booking is answered without a Location header", "GPC-APT-182")
        {
            OnResponse = OnBooking(response => response.Headers.Remove("Location")),
        },
        new("GPD-APT-303", "The Location header has no version", "GPC-APT-182")
        {
            OnResponse = OnBooking(response => response.Headers.Location = response.Headers.Location.ToString().Split("/_history")[0]),
        },
        new("GPD-APT-304", "The Location header names another id", "GPC-APT-182")
        {
            AlsoBreaks = ["GPC-APT-023"],
            OnResponse = OnBooking(response => response.Headers.Location = response.Request.Practice.BaseUrl + "/Appointment/another/_history/1"),
        },
        new("GPD-APT-305", "The Location header is of another server", "GPC-APT-182")
        {
            OnResponse = OnBooking(response => response.Headers.Location =
                response.Headers.Location.ToString().Replace(response.Request.Practice.BaseUrl.ToString(), "https://elsewhere.example.org", StringComparison.Ordinal)),
        },
        new("GPD-APT-306", "A booking is answered without an ETag", "GPC-APT-183")
        {
            AlsoBreaks = ["GPC-APT-020"],
            OnResponse = OnBooking(response => response.Headers.Remove("ETag")),
        },
        new("GPD-APT-307", "The ETag of a booking is another version's", "GPC-APT-183")
        {
            AlsoBreaks = ["GPC-APT-020"],
            OnResponse = OnBooking(response => response.Headers.ETag = "W/\"4711\""),
        },
        new("GPD-APT-308", "A booking is answered without Last-Modified", "GPC-APT-183")
        {
            OnResponse = OnBooking(response => response.Headers.Remove("Last-Modified")),
        },
        new("GPD-APT-309", "Bookings and changes are answered without a body", "GPC-APT-031")
        {
            AlsoBreaks = ["GPC-APT-181", "GPC-APT-184", "GPC-APT-252", "GPC-APT-272"],
            Neglects = [Rule.RepresentationIsTheDefault],
        },
        new("GPD-APT-310", "A new appointment is pending", "GPC-APT-181")
        {
            AlsoBreaks = ["GPC-APT-191", "GPC-APT-184"],
            OnResponse = Booked(Spoil.Set("status", () => "pending")),
        },
        new("GPD-APT-311", "A booking is answered with an AppointmentResponse", "GPC-APT-181")
        {
            AlsoBreaks = ["GPC-APT-184", "GPC-APT-189"],
            OnResponse = OnBooking(response => response.Resource = FhirJson.Resource("AppointmentResponse", "1", 1, profile: null)
                .With("appointment", FhirJson.Reference("Appointment/" + response.Resource!["id"]))
                .With("participantStatus", "accepted")),
        },
        new("GPD-APT-312", "A booking is said to start an hour later than asked for", "GPC-APT-184")
        {
            AlsoBreaks = ["GPC-APT-193"],
            OnResponse = Booked(appointment => appointment["start"] = Spoil.Moved(appointment["start"]!, TimeSpan.FromHours(-1))),
        },
        new("GPD-APT-313", "A booking is said to be for another patient", "GPC-APT-184")
        {
            AlsoBreaks = ["GPC-APT-194", "GPC-APT-050"],
            OnResponse = Booked(appointment => appointment["participant"]![0]!["actor"]!["reference"] = "Patient/another"),
        },
    ];

    private static Action<FhirResponse> OnBooking(Action<FhirResponse> spoil) => Spoil.Answers(BookAnAppointment.Interaction, spoil);

    private static Action<FhirResponse> Booked(Action<JsonObject> spoil) => OnBooking(Spoil.Resources("Appointment", spoil));

    private static Action<FhirResponse> Errors(string spineCode, Action<FhirResponse> spoil) => Spoil.Errors(spineCode, response =>
    {
        if (response.Request.Interaction == BookAnAppointment.Interaction)
        {
            spoil(response);
        }
    });
}
