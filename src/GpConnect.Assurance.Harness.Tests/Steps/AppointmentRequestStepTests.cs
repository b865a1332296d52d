using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Tests.Steps;

public sealed class AppointmentRequestStepTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Booked = "Given an appointment is booked";
    private const string Book = "When it books the appointment";
    private const string Amend = "When it amends the appointment";
    private const string Cancel = "When it cancels the appointment";

    /// <summary>Steps, and what one of their requests must be; what cleans up after them comes last.</summary>
    internal static IReadOnlyDictionary<string, Func<FakeRequest, bool>> Cases { get; } = new Dictionary<string, Func<FakeRequest, bool>>
    {
        ["When it searches for free slots"] = request => request.Parameter("status") == "free" && request.Parameter("start") == $"ge{Day(1)}" && request.Parameter("end") == $"le{Day(13)}"
            && Regex.Count(request.Query, "_include%3Arecurse=") == 3 && Uri.UnescapeDataString(request.Query).Contains("ods-organization-code|X99999", StringComparison.Ordinal),
        ["When it searches for free slots with:\n| parameter | value |\n| start | ge{today+2} |\n| end | le{today+3T09:00} |"] = request =>
            request.Query == $"start=ge{Day(2)}&end={Uri.EscapeDataString($"le{UkTime.Text(UkTime.At(Today.AddDays(3), new TimeOnly(9, 0)))}")}",
        ["Given a free slot is held\nWhen it searches for free slots with:\n| parameter | value |\n| end | le{slot.end-1} |"] = request => Regex.IsMatch(Uri.UnescapeDataString(request.Query), "^end=le.*T(09:.9|12:09|14:09):00[+]0[01]:00$"),
        [Book] = request => IsBooking(request) && Reference(request, "participant", 0, "actor") == "Patient/pat-1" && Reference(request, "participant", 1, "actor") == "Location/loc-1"
            && Text(Sent(request)["status"]) == "booked" && Text(Sent(request)["contained"]![0]!["identifier"]![0]!["value"]) == "X99999",
        [$"Given the practice \"appointments-off\"\n{Book}"] = request => IsBooking(request) && request.Path == "/GP0002/STU3/1/gpconnect/Appointment" && request.Header("Ssp-To") == "200000000099"
            && Text(request.Claims()!["aud"]).EndsWith("/GP0002/STU3/1/gpconnect", StringComparison.Ordinal),
        [$"Given the appointment is for the patient \"registered\"\n{Book}"] = request => IsBooking(request) && Reference(request, "participant", 0, "actor") == "Patient/pat-1",
        [$"Given the appointment is for a patient who is registered for it\n{Book}"] = request => IsBooking(request) && Reference(request, "participant", 0, "actor") == "Patient/pat-new",
        [$"Given the appointment takes 2 touching slots\n{Book}"] = request => IsBooking(request) && Sent(request)["slot"]!.AsArray().Count == 2
            && DateTimeOffset.Parse(Text(Sent(request)["end"])) - DateTimeOffset.Parse(Text(Sent(request)["start"])) == TimeSpan.FromMinutes(20),
        [$"Given the appointment takes a slot of \"type-restricted\"\n{Book}"] = request => IsBooking(request) && OrganizationType(request) == "urgent-care",
        [$"Given the appointment takes the slot of \"unmarked\" in the test data\n{Book}"] = request => IsBooking(request) && Text(Sent(request)["slot"]![0]!["reference"]) == "Slot/slot-99" && Text(Sent(request)["start"]) == "2030-01-07T09:00:00+00:00",
        [$"Given the booking organisation is of the type urgent-care\n{Book}"] = request => IsBooking(request) && OrganizationType(request) == "urgent-care",
        [$"Given the booking organisation is of no type\n{Book}"] = request => IsBooking(request) && Sent(request)["contained"]![0]!["type"] is null,
        [$"Given the booking organisation is of another type\n{Book}"] = request => IsBooking(request) && OrganizationType(request) == "urgent-care",
        [$"Given the booking organisation is of another code\n{Book}"] = request => IsBooking(request) && Text(Sent(request)["contained"]![0]!["identifier"]![0]!["value"]) == "Z98765"
            && Text(request.Claims()!["requesting_organization"]!["identifier"]![0]!["value"]) == "Z98765",
        ["Given as many slots of \"limited\" are booked as the organisation may\nWhen it searches for free slots"] = IsBooking,
        [$"Given the appointment takes 2 touching slots\nAnd the later slot is booked for the patient \"registered\"\n{Book}"] = request => IsBooking(request) && Sent(request)["slot"]!.AsArray().Count == 1,
        [$"{Booked}\nWhen it reads the appointment"] = request => request.Method == "GET" && request.Path.EndsWith("/Appointment/app-1", StringComparison.Ordinal),
        [$"{Booked}\nWhen it reads the appointment by its id in the other case"] = request => request.Path.EndsWith("/Appointment/APP-1", StringComparison.Ordinal),
        ["When it reads the appointment with the id \"a$b\""] = request => request.Path.EndsWith("/Appointment/a%24b", StringComparison.Ordinal),
        ["Given the appointment \"visit\"\nWhen it reads the appointment"] = request => request.Path.EndsWith("/Appointment/visit-1", StringComparison.Ordinal),
        [$"{Booked}\nAnd another appointment is booked\nWhen it reads the appointment"] = request => request.Path.EndsWith("/Appointment/app-2", StringComparison.Ordinal),
        ["Given an appointment is booked without a comment\nWhen it reads the appointment"] = request => IsBooking(request) && Sent(request)["comment"] is null,
        ["Given an appointment is booked and amended\nWhen it reads the appointment"] = request => IsChange(request) && Text(Sent(request)["description"]) == "Assurance test of an amendment",
        ["Given an appointment is booked and cancelled\nWhen it reads the appointment"] = request => IsChange(request) && Text(Sent(request)["status"]) == "cancelled",
        ["When it retrieves the patient's appointments"] = request => request.Path.EndsWith("/Patient/pat-1/Appointment", StringComparison.Ordinal) && request.Query == $"start=ge{Day(0)}&start=le{Day(28)}",
        ["When it retrieves the patient's appointments from \"{today+1}\" to \"{today+2}\""] = request => request.Query == $"start=ge{Day(1)}&start=le{Day(2)}",
        ["When it retrieves the patient's appointments with:\n| parameter | value |\n| start | le{today} |\n| start | ge{today} |"] = request => request.Query == $"start=le{Day(0)}&start=ge{Day(0)}",
        ["When it retrieves the patient's appointments without any parameter"] = request => request.Path.EndsWith("/Patient/pat-1/Appointment", StringComparison.Ordinal) && request.Query.Length == 0,
        ["When it retrieves the appointments of the patient with the id \"a$b\""] = request => request.Path.EndsWith("/Patient/a%24b/Appointment", StringComparison.Ordinal),
        ["When it retrieves the appointments of the patient \"sensitive\" by the id in the test data"] = request => request.Path.EndsWith($"/Patient/{FakeProvider.SensitiveId}/Appointment", StringComparison.Ordinal),
        [$"{Booked}\n{Amend}"] = request => IsChange(request) && request.Header("If-Match") == "W/\"1\"" && Text(Sent(request)["comment"]) == "Amended by GP Connect Assurance." && Text(Sent(request)["status"]) == "booked",
        [$"{Booked}\n{Amend}'s comment"] = request => IsChange(request) && Text(Sent(request)["comment"]) == "Amended by GP Connect Assurance." && Text(Sent(request)["description"]) == "Assurance test of a booking",
        [$"{Booked}\nWhen it sends the appointment back as it was"] = request => IsChange(request) && Text(Sent(request)["description"]) == "Assurance test of a booking" && Text(Sent(request)["status"]) == "booked",
        [$"{Booked}\nWhen it amends an appointment that does not exist"] = IsChangeOfNone,
        [$"{Booked}\nWhen it cancels an appointment that does not exist"] = IsChangeOfNone,
        [$"Given an appointment is booked and amended\nAnd the If-Match header names the version before\n{Amend}"] = request => IsChange(request) && request.Header("If-Match") == "W/\"1\"",
        [$"{Booked}\n{Cancel}"] = request => IsChange(request) && request.Header("Ssp-InteractionID")!.EndsWith("cancel:appointment-1", StringComparison.Ordinal)
            && Text(Sent(request)["status"]) == "cancelled" && Text(Sent(request)["extension"]!.AsArray()[^1]!["valueString"]) == "Cancelled by GP Connect Assurance",
        ["When it sends a request to cancel an appointment"] = request => IsChange(request) && Text(Sent(request)["status"]) == "cancelled",
        ["Given a free slot is held\nWhen 2 consumers book the slot held at once"] = IsBooking,
        [$"Given the Appointment sent lacks participant[0].actor\n{Book}"] = request => IsBooking(request) && Sent(request)["participant"]![0]!["actor"] is null,
        [$"Given the Appointment sent has as description the JSON \"{{text 101}}\"\n{Book}"] = request => IsBooking(request) && Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Text(Sent(request)["description"]))).Length == 101,
        [$"Given the Appointment sent lists its slots the other way round\nAnd the appointment takes 2 touching slots\n{Book}"] = request => IsBooking(request)
            && string.CompareOrdinal(Text(Sent(request)["slot"]![0]!["reference"]), Text(Sent(request)["slot"]![1]!["reference"])) > 0,
        [$"Given the Appointment sent is for the patient \"sensitive\" by the id in the test data\n{Book}"] = request => IsBooking(request) && Reference(request, "participant", 0, "actor") == $"Patient/{FakeProvider.SensitiveId}",
        [$"Given the Appointment sent breaks off in the middle\n{Book}"] = request => request.Method == "POST" && request.Body.Length > 0 && request.Resource() is null,
        [$"Given the Appointment sent goes in chunks\n{Book}"] = request => request.Header("Transfer-Encoding") == "chunked",
        [$"Given the Appointment sent lacks the extension \"Extension-GPConnect-BookingOrganisation-1\"\n{Book}"] = request => IsBooking(request) && Sent(request)["extension"]!.AsArray().Count == 0,
        [$"{Booked}\nAnd the Appointment sent has as value of the extension \"Extension-GPConnect-DeliveryChannel-2\" the JSON {{\"valueCode\": \"Video\"}}\n{Amend}"] = request => IsChange(request) && Text(Sent(request)["extension"]![1]!["valueCode"]) == "Video",
        [$"Given the Appointment sent has the extension \"Made-Up\" with the JSON {{\"valueString\": \"x\"}} too\n{Book}"] = request => IsBooking(request) && Text(Sent(request)["extension"]![1]!["url"]) == "https://fhir.nhs.uk/STU3/StructureDefinition/Made-Up",
    };

    public static TheoryData<string> Steps => [.. Cases.Keys];

    private static DateOnly Today => UkTime.Today(TimeProvider.System);

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_request_is_as_the_step_says(string steps)
    {
        var result = await bench.RunAsync(steps, isTrusted: true);
        result.Requests.Any(Cases[steps]).Should().BeTrue("{0}\nmust send what was asked for; {1}", steps, result.Why);
    }

    private static bool IsBooking(FakeRequest request) => request.Method == "POST" && request.Path.EndsWith("/Appointment", StringComparison.Ordinal) && request.Resource() is not null;

    private static bool IsChange(FakeRequest request) => request.Method == "PUT" && request.Path.EndsWith("/Appointment/app-1", StringComparison.Ordinal) && request.Resource() is not null;

    private static bool IsChangeOfNone(FakeRequest request) => request.Method == "PUT" && Regex.IsMatch(request.Path, "/Appointment/[0-9a-f-]{36}$") && request.Path.EndsWith(Text(Sent(request)["id"]), StringComparison.Ordinal);

    private static string? OrganizationType(FakeRequest request) => Sent(request)["contained"]![0]!["type"]![0]!["coding"]![0]!["code"]!.GetValue<string>();

    private static string Reference(FakeRequest request, string element, int index, string part) => Text(Sent(request)[element]![index]![part]!["reference"]);

    private static JsonObject Sent(FakeRequest request) => request.Resource()!;

    private static string Text(JsonNode? value) => value!.GetValue<string>();

    private static string Day(int days) => UkTime.Text(Today.AddDays(days));
}
