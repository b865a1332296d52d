using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Appointments;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of the Slots and Schedules that a search gives, and of what comes with them.</summary>
internal static class SlotDefects
{
    public static readonly IReadOnlyList<Defect> All = [.. Slots(), .. Schedules(), .. StaffAndSites()];

    private static IEnumerable<Defect> Slots() =>
    [
        Of("101", "Slot times are in UTC", "GPC-APT-045", "Slot", InUtc("start", "end"), "GPC-APT-109"),
        Of("102", "Slot times have fractions of a second", "GPC-APT-045", "Slot", With("start", time => time[..19] + ".000" + time[19..]), "GPC-APT-109"),
        Of("103", "Slot times have the offset of the other half of the year", "GPC-APT-045", "Slot",
            With(["start", "end"], Spoil.InTheOtherOffset), "GPC-APT-109"),
        Of("104", "Slots have no status", "GPC-APT-108", "Slot", Spoil.Remove("status"), "GPC-APT-053", "GPC-APT-087", "GPC-APT-106"),
        Of("105", "Slots end before they start", "GPC-APT-109", "Slot", slot =>
            (slot["start"], slot["end"]) = (slot["end"]!.DeepClone(), slot["start"]!.DeepClone()), "GPC-APT-088", "GPC-APT-054", "GPC-APT-055"),
        Of("106", "Slots have no delivery channel", "GPC-APT-110", "Slot", Spoil.Remove("extension"), "GPC-APT-046", "GPC-APT-131"),
        Of("107", "Slots have the older delivery channel extension", "GPC-APT-110", "Slot", slot => slot["extension"] = new JsonArray(FhirJson.Extension(
            FhirJson.Profile("Extension-GPConnect-DeliveryChannel-1"),
            "valueCodeableConcept",
            FhirJson.CodeableConcept(FhirJson.CodeSystem("GPConnect-DeliveryChannel-1"), "In-person", "In-person")))),
        Of("108", "Delivery channels are in lower case", "GPC-APT-110", "Slot", slot =>
            slot["extension"]![0]!["valueCode"] = slot["extension"]![0]!["valueCode"]!.GetValue<string>().ToLowerInvariant(), "GPC-APT-106"),
        Of("109", "Slots have no type", "GPC-APT-111", "Slot", Spoil.Remove("serviceType"), "GPC-APT-046"),
        Of("110", "Slots have a specialty", "GPC-APT-113", "Slot", Spoil.Add("specialty", "schedule", () => new JsonArray(Specialty()))),
        Of("111", "Slots have a service category", "GPC-APT-114", "Slot", Spoil.Add("serviceCategory", "serviceType", Text), "GPC-APT-106"),
        Of("112", "The identifier of a slot has a use", "GPC-APT-114", "Slot", Spoil.Add("identifier", "serviceType", () => new JsonArray(new JsonObject
        {
            ["use"] = "usual",
            ["system"] = AppointmentResource.IdentifierSystem,
            ["value"] = "1",
        })), "GPC-APT-106"),
        Of("113", "Slots do not name their schedule", "GPC-APT-107", "Slot", Spoil.Remove("schedule"), "GPC-APT-098", "GPC-APT-106"),
        Of("114", "Slots name a schedule on another server", "GPC-APT-107", "Slot", slot =>
            slot["schedule"]!["reference"] = "https://elsewhere.example.org/" + slot["schedule"]!["reference"], "GPC-APT-024", "GPC-APT-098"),
        Of("115", "Slots do not name their profile", "GPC-APT-022", "Slot", WithoutMeta("profile"), "GPC-APT-106"),
        Of("116", "Slots have no version id", "GPC-APT-021", "Slot", WithoutMeta("versionId")),
        Of("117", "Slots have no id", "GPC-APT-023", "Slot", Spoil.Remove("id")),
        Of("118", "A slot has another id each time", "GPC-APT-023", "Slot", Spoil.Set("id", () => Guid.NewGuid().ToString()), "GPC-APT-132", "GPC-APT-181", "GPC-APT-281", "GPC-APT-089"),
        Of("119", "The appointment type of a slot is given", "GPC-APT-114", "Slot", Spoil.Add("appointmentType", "schedule", Text), "GPC-APT-106"),
    ];

    private static IEnumerable<Defect> Schedules() =>
    [
        Of("131", "Schedules do not name their profile", "GPC-APT-022", "Schedule", WithoutMeta("profile"), "GPC-APT-115"),
        Of("132", "Schedules have no version id", "GPC-APT-021", "Schedule", WithoutMeta("versionId")),
        Of("133", "Schedules do not name their site", "GPC-APT-116", "Schedule", schedule => schedule["actor"]!.AsArray().RemoveAt(0), "GPC-APT-086", "GPC-APT-100"),
        Of("134", "Schedules do not say the practitioner's role", "GPC-APT-117", "Schedule", Spoil.Remove("extension"), "GPC-APT-046"),
        Of("135", "The practitioner's role is of a code system of the practice's own", "GPC-APT-117", "Schedule", schedule =>
            schedule["extension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["system"] = "https://provider.example.org/roles", "GPC-APT-123"),
        Of("136", "The practitioner's role is a code that the system does not have", "GPC-APT-123", "Schedule", schedule =>
            schedule["extension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["code"] = "GP", "GPC-APT-117", "GPC-APT-115"),
        Of("137", "The type of a schedule has no text", "GPC-APT-118", "Schedule", schedule => schedule["serviceCategory"] =
            FhirJson.CodeableConcept("https://provider.example.org/sessions", "1", "Session"), "GPC-APT-046"),
        Of("138", "The type of a schedule is in an array", "GPC-APT-118", "Schedule", schedule =>
            schedule["serviceCategory"] = new JsonArray(schedule["serviceCategory"]!.DeepClone()), "GPC-APT-115"),
        Of("139", "The planning horizon has no end", "GPC-APT-119", "Schedule", schedule => schedule["planningHorizon"]!.AsObject().Remove("end")),
        Of("140", "The planning horizon is in UTC", "GPC-APT-119", "Schedule", schedule =>
            InUtc("start", "end")(schedule["planningHorizon"]!.AsObject()), "GPC-APT-045"),
        Of("141", "Schedules have a specialty", "GPC-APT-120", "Schedule", Spoil.Add("specialty", "actor", () => new JsonArray(Specialty()))),
        Of("142", "Schedules say whether they are active", "GPC-APT-121", "Schedule", Spoil.Add("active", "serviceCategory", () => true), "GPC-APT-115"),
        Of("143", "Schedules have service types", "GPC-APT-121", "Schedule", Spoil.Add("serviceType", "actor", () => new JsonArray(Text())), "GPC-APT-115"),
        Of("144", "The delivery channel is on the schedule too", "GPC-APT-122", "Schedule", schedule =>
            Spoil.AddExtension(schedule, AppointmentExtensions.DeliveryChannelUrl, "valueCode", "In-person")),
        Of("145", "The planning horizon has no start", "GPC-APT-119", "Schedule", schedule => schedule["planningHorizon"]!.AsObject().Remove("start"), "GPC-APT-115"),
    ];

    private static IEnumerable<Defect> StaffAndSites() =>
    [
        Of("161", "The organisation has no ODS code", "GPC-APT-102", "Organization", Spoil.Remove("identifier")),
        Of("162", "The organisation has the ODS code of another one", "GPC-APT-102", "Organization", organization =>
            organization["identifier"]![0]!["value"] = "ZZ9999"),
        Of("163", "The organisation has no name", "GPC-APT-102", "Organization", Spoil.Remove("name")),
        Of("164", "The organisation has contacts", "GPC-APT-102", "Organization", Spoil.Set("contact", () =>
            new JsonArray(new JsonObject { ["name"] = new JsonObject { ["family"] = "Userman" } }))),
        Of("165", "Telecoms of the organisation have no system", "GPC-APT-125", "Organization", Spoil.Each("telecom", Spoil.Remove("system")), "GPC-APT-102"),
        Of("166", "Sites do not say who manages them", "GPC-APT-103", "Location", Spoil.Remove("managingOrganization"), "GPC-APT-101", "GPC-APT-104"),
        Of("167", "Sites have no name", "GPC-APT-103", "Location", Spoil.Remove("name"), "GPC-APT-104"),
        Of("168", "The address of a site has a state", "GPC-APT-124", "Location", location =>
            Spoil.Add("state", "postalCode", () => "Testshire")(location["address"]!.AsObject()), "GPC-APT-103"),
        Of("169", "Practitioners have a telephone number", "GPC-APT-105", "Practitioner", Spoil.Add("telecom", "gender", () =>
            new JsonArray(new JsonObject { ["system"] = "phone", ["value"] = "01632 960000", ["use"] = "work" }))),
        Of("170", "Practitioners have no name", "GPC-APT-105", "Practitioner", Spoil.Remove("name")),
        Of("171", "Practitioners have a date of birth", "GPC-APT-105", "Practitioner", Spoil.Set("birthDate", () => "1970-01-01")),
        Of("172", "Practitioners have no version id", "GPC-APT-021", "Practitioner", WithoutMeta("versionId"), "GPC-APT-105"),
    ];

    private static Defect Of(string number, string title, string requirement, string type, Action<JsonObject> spoil, params string[] alsoBreaks) =>
        new("GPD-APT-" + number, title, requirement)
        {
            AlsoBreaks = alsoBreaks,
            OnResponse = Spoil.Answers(SearchForFreeSlots.Interaction, Spoil.Resources(type, spoil)),
        };

    private static Action<JsonObject> InUtc(params string[] elements) => With(elements, Spoil.InUtc);

    private static Action<JsonObject> With(string element, Func<string, string> change) => With([element], change);

    private static Action<JsonObject> With(string[] elements, Func<string, string> change) => Spoil.Times(elements, change);

    private static Action<JsonObject> WithoutMeta(string element) => resource => resource["meta"]!.AsObject().Remove(element);

    private static JsonObject Text() => new() { ["text"] = "General practice" };

    private static JsonObject Specialty() => FhirJson.CodeableConcept("http://snomed.info/sct", "394814009", "General practice");
}
