namespace GpConnect.Assurance.ReferenceProvider.Book;

/// <summary>What a synthetic practice holds: each day is like the others, so that a test finds on any day of the year what it needs.
/// Slots that are not for everybody are of a type of their own.</summary>
internal static class SyntheticSessions
{
    public const string UrgentCareOnly = "Urgent care appointment";
    public const string PartnersOnly = "Partner appointment";
    public const string UrgentCarePartnersOnly = "Partner urgent care appointment";
    public const string Limited = "Limited appointment";
    public const string ShortNotice = "Short notice call";
    public const string NotBookable = "Practice only appointment";
    public const string HomeVisit = "Home visit";

    public const string UrgentCare = "urgent-care";

    /// <summary>A day that is within the time that slots are offered for, and beyond the booking window of short notice calls.</summary>
    public const int DayBeyondTheWindow = 10;

    private const string GpPractice = "gp-practice";
    private const string Routine = "Routine GP appointment";
    private const string Review = "Long-term condition review";
    private const int DayOfTheLimit = 5;
    private const int LastRestrictedDay = 14;

    private static readonly Availability AtShortNotice = new() { Embargo = TimeSpan.FromHours(2), Window = TimeSpan.FromDays(7) };

    /// <summary>Held through the night that the clocks change.</summary>
    public static readonly Session ClockChange =
        new("Night clinic", 0, 2, PractitionerRole.SalariedGeneralPractitioner, new(0, 0), Minutes(30), Of(8, DeliveryChannel.Telephone, "Night call"));

    /// <param name="odsCode">Of the organisation that restricted slots are for.</param>
    /// <param name="otherOdsCode">Of a second such organisation.</param>
    public static IReadOnlyList<Session> Daily(string odsCode, string otherOdsCode) => [.. Open(), .. Restricted(odsCode, otherOdsCode), .. NotOffered()];

    private static IEnumerable<Session> Open() =>
    [
        new("Morning surgery", 0, 0, PractitionerRole.GeneralPractitioner, new(9, 0), Minutes(10), Of(12, DeliveryChannel.InPerson, Routine)),
        new("Second surgery", 0, 2, PractitionerRole.SalariedGeneralPractitioner, new(9, 0), Minutes(10), Of(6, DeliveryChannel.InPerson, Routine))
        {
            IsHeldOn = IsToCome,
        },
        new("Branch nurse clinic", 1, 1, PractitionerRole.NursePractitioner, new(14, 0), Minutes(15),
            Of(6, DeliveryChannel.Telephone, "Nurse telephone review"))
        {
            IsHeldOn = IsToCome,
        },
        new("Video clinic", 0, null, PractitionerRole.GeneralPractitioner, new(17, 0), Minutes(10), Of(4, DeliveryChannel.Video, "Video consultation"))
        {
            IsHeldOn = IsToCome,
        },
        new("Review clinic", 1, 1, PractitionerRole.NursePractitioner, new(11, 0), Minutes(15),
        [
            new(DeliveryChannel.InPerson, Review),
            new(DeliveryChannel.InPerson, Review),
            new(DeliveryChannel.Telephone, Review),
            new(DeliveryChannel.Telephone, "Results"),
        ])
        {
            IsHeldOn = IsToCome,
        },
    ];

    private static IEnumerable<Session> Restricted(string odsCode, string otherOdsCode) =>
    [
        Restricted("Urgent care clinic", new(12, 0), UrgentCareOnly, new() { OrganizationTypes = [UrgentCare] }),
        Restricted("Practice hub clinic", new(12, 30), "Hub appointment", new() { OrganizationTypes = [GpPractice] }),
        Restricted("Partner clinic", new(13, 0), PartnersOnly, new() { OdsCodes = [odsCode, otherOdsCode] }),
        Restricted("Partner urgent care clinic", new(13, 30), UrgentCarePartnersOnly, new() { OrganizationTypes = [UrgentCare], OdsCodes = [odsCode] }),
        Restricted("Limited clinic", new(15, 30), Limited, new() { Limit = 1 }) with
        {
            Slots = Of(4, DeliveryChannel.InPerson, Limited),
            IsHeldOn = day => day == DayOfTheLimit,
        },
        new("Short notice clinic", 0, 0, PractitionerRole.GeneralPractitioner, new(0, 0), Minutes(10), Of(24, DeliveryChannel.Telephone, ShortNotice))
        {
            Step = TimeSpan.FromHours(1),
            Availability = AtShortNotice,
            IsHeldOn = day => day == 0,
        },
        new("Short notice clinic", 0, 0, PractitionerRole.GeneralPractitioner, new(12, 0), Minutes(10), Of(2, DeliveryChannel.Telephone, ShortNotice))
        {
            Availability = AtShortNotice,
            IsHeldOn = day => day is 1 or DayBeyondTheWindow,
        },
    ];

    private static IEnumerable<Session> NotOffered() =>
    [
        new("Practice surgery", 0, 0, PractitionerRole.GeneralPractitioner, new(8, 30), Minutes(10), Of(2, DeliveryChannel.InPerson, NotBookable))
        {
            Availability = new() { IsBookable = false },
            IsHeldOn = IsNear,
        },
        new("Visiting round", 1, 1, PractitionerRole.NursePractitioner, new(16, 0), Minutes(30), Of(1, DeliveryChannel.Visit, HomeVisit))
        {
            IsHeldOn = IsNear,
        },
    ];

    private static bool IsToCome(int day) => day >= 0;

    private static bool IsNear(int day) => day is >= -1 and <= LastRestrictedDay;

    private static Session Restricted(string name, TimeOnly from, string serviceType, Availability availability) =>
        new(name, 0, 2, PractitionerRole.SalariedGeneralPractitioner, from, Minutes(10), Of(3, DeliveryChannel.InPerson, serviceType))
        {
            Availability = availability,
            IsHeldOn = IsNear,
        };

    private static IReadOnlyList<SlotKind> Of(int slots, string channel, string serviceType) =>
        [.. Enumerable.Repeat(new SlotKind(channel, serviceType), slots)];

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
