using System.Globalization;
using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>The calls of Appointment Management.</summary>
internal static class AppointmentCalls
{
    public const string Includes =
        "&_include=Slot:schedule&_include:recurse=Schedule:actor:Practitioner&_include:recurse=Schedule:actor:Location&_include:recurse=Location:managingOrganization";

    public const string OrganisationType = "&searchFilter=https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1%7C";
    public const string OdsCode = "&searchFilter=https://fhir.nhs.uk/Id/ods-organization-code%7C";

    private const string Interactions = "urn:nhs:names:services:gpconnect:fhir:rest:";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in the United Kingdom so many days from now.</summary>
    public static string InDays(this Consumer consumer, int days) => Day(UkTime.DayOf(consumer.Clock.GetUtcNow()).AddDays(days));

    /// <param name="from">Days from now.</param>
    /// <param name="to">Days from now.</param>
    public static string Range(this Consumer consumer, int from, int to) => $"start=ge{consumer.InDays(from)}&start=le{consumer.InDays(to)}";

    /// <param name="from">Days from now.</param>
    /// <param name="to">Days from now.</param>
    public static async Task<SlotsFound> FindSlots(
        this Consumer consumer, int from = 1, int to = 13, string filters = "", Action<HttpRequestMessage>? change = null) =>
        new(await consumer.SearchSlots($"status=free&start=ge{consumer.InDays(from)}&end=le{consumer.InDays(to)}{Includes}{filters}", change));

    public static Task<Answer> SearchSlots(this Consumer consumer, string query, Action<HttpRequestMessage>? change = null) =>
        consumer.Get("Slot?" + query, Interactions + "search:slot-1", "organization/*.read", change);

    public static Task<Answer> Book(this Consumer consumer, JsonObject appointment, Action<HttpRequestMessage>? change = null) =>
        consumer.Send(HttpMethod.Post, "Appointment", "create:appointment-1", appointment, change);

    public static Task<Answer> ReadAppointment(this Consumer consumer, string id, Action<HttpRequestMessage>? change = null) =>
        consumer.Get("Appointment/" + id, Interactions + "read:appointment-1", "patient/*.read", change);

    public static Task<Answer> Retrieve(this Consumer consumer, TestPatient patient, int from, int to) =>
        consumer.Retrieve(patient, consumer.Range(from, to));

    public static Task<Answer> Retrieve(this Consumer consumer, TestPatient patient, string query, Action<HttpRequestMessage>? change = null) =>
        consumer.Get($"Patient/{patient.LogicalId}/Appointment?{query}", Interactions + "search:patient_appointments-1", "patient/*.read", change);

    /// <param name="version">For If-Match; none is sent when null.</param>
    public static Task<Answer> Amend(
        this Consumer consumer, JsonObject appointment, string? version, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        consumer.Put("update:appointment-1", appointment, version, change, token);

    /// <param name="version">For If-Match; none is sent when null.</param>
    public static Task<Answer> Cancel(
        this Consumer consumer, JsonObject appointment, string? version, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        consumer.Put("cancel:appointment-1", appointment, version, change, token);

    private static Task<Answer> Put(
        this Consumer consumer, string interaction, JsonObject appointment, string? version, Action<HttpRequestMessage>? change, Action<ConsumerToken>? token) =>
        consumer.Send(HttpMethod.Put, "Appointment/" + appointment["id"], interaction, appointment, request =>
        {
            if (version is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", $"W/\"{version}\"");
            }

            change?.Invoke(request);
        }, token);

    private static Task<Answer> Send(
        this Consumer consumer, HttpMethod method, string path, string interaction, JsonObject body, Action<HttpRequestMessage>? change, Action<ConsumerToken>? token = null) =>
        consumer.Get(path, Interactions + interaction, "patient/*.write", request =>
        {
            request.Method = method;
            request.Content = Consumer.Content(body.ToJsonString(), "application/fhir+json");
            change?.Invoke(request);
        }, token);
}
