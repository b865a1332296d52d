using System.Globalization;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>What a test client has to know of an appointment book as it was set up.</summary>
internal sealed class BookTestData(IReadOnlyList<SlotRecord> slots, IReadOnlyDictionary<string, AppointmentRecord> appointments, DateOnly today)
{
    private const int DayOfTheExample = 4;

    /// <summary>By role.</summary>
    public IReadOnlyDictionary<string, TestSlot> Slots => new Dictionary<string, TestSlot>
    {
        ["type-restricted"] = Restricted(SyntheticSessions.UrgentCareOnly),
        ["code-restricted"] = Restricted(SyntheticSessions.PartnersOnly),
        ["type-and-code-restricted"] = Restricted(SyntheticSessions.UrgentCarePartnersOnly),
        ["unmarked"] = Example(SyntheticSessions.NotBookable, DayOfTheExample),
        ["visit"] = Example(SyntheticSessions.HomeVisit, DayOfTheExample),
        ["embargoed"] = Example(SyntheticSessions.ShortNotice, SyntheticSessions.DayBeyondTheWindow),
        ["limited"] = new(SyntheticSessions.Limited) { Expected = new Dictionary<string, string> { ["limit"] = "1" } },
        ["incomplete"] = Described(slots.First(slot => slot.ServiceType is null)),
    };

    /// <summary>By role.</summary>
    public IReadOnlyDictionary<string, TestAppointment> Appointments => appointments.ToDictionary(appointment => appointment.Key, appointment =>
        new TestAppointment(appointment.Value.Id)
        {
            Expected = Expected(appointment.Value),
        });

    /// <summary>All slots, but for the one whose record was never completed.</summary>
    public IReadOnlyList<BookSlot> Book => [.. slots.Where(slot => slot.ServiceType is not null).Select(slot => new BookSlot(
        slot.Start,
        slot.End,
        slot.ServiceType!,
        slot.Schedule.Name,
        slot.Channel,
        slot.Schedule.Availability.OrganizationTypes.SingleOrDefault(),
        slot.Schedule.Availability.OdsCodes,
        slot.Schedule.Availability.IsBookable,
        slot.IsFree ? "free" : "busy"))];

    /// <summary>The resource too: an appointment in the past cannot be read, and yet a change to it must be tried with all of it.</summary>
    private static Dictionary<string, string> Expected(AppointmentRecord appointment)
    {
        var expected = new Dictionary<string, string> { ["versionId"] = appointment.Version.ToString(CultureInfo.InvariantCulture) };
        if (appointment.Description is not null)
        {
            expected["resource"] = AppointmentResource.Of(appointment).ToJsonString();
        }

        return expected;
    }

    private TestSlot Restricted(string serviceType)
    {
        var availability = slots.First(slot => slot.ServiceType == serviceType).Schedule.Availability;
        var expected = new Dictionary<string, string>();
        if (availability.OrganizationTypes is [var type, ..])
        {
            expected["organizationType"] = type;
        }

        if (availability.OdsCodes is [var odsCode, ..])
        {
            expected["odsCode"] = odsCode;
            expected["odsCodes"] = string.Join(' ', availability.OdsCodes);
        }

        return new(serviceType) { Expected = expected };
    }

    private TestSlot Example(string serviceType, int day) =>
        Described(slots.First(slot => slot.ServiceType == serviceType && slot.IsFree && UkTime.DayOf(slot.Start) == today.AddDays(day)));

    /// <summary>The role is told by its times: the slot type is what its record lacks.</summary>
    private const string NoServiceType = "none recorded";

    private static TestSlot Described(SlotRecord slot) => new(slot.ServiceType ?? NoServiceType)
    {
        Expected = new Dictionary<string, string>
        {
            ["id"] = slot.Id,
            ["start"] = UkTime.Format(slot.Start),
            ["end"] = UkTime.Format(slot.End),
            ["location"] = slot.Schedule.Location,
            ["schedule"] = slot.Schedule.Id,
        },
    };
}
