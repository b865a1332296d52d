using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>A consumer of one practice. Each call is right in everything that the caller does not change.</summary>
internal sealed class Consumer(ReferenceProviderHost host, string? odsCode = null, TimeProvider? clock = null)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public const string Metadata = "urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-1";

    public ProviderTestData TestData { get; } = odsCode is null ? host.TestData : host.TestDataOf(odsCode);

    public Uri BaseUrl { get; private init; } = odsCode is null ? host.TestData.BaseUrl : host.TestDataOf(odsCode).BaseUrl;

    /// <summary>The same consumer at the practice's companion that has Appointment Management switched off.</summary>
    public Consumer WithoutAppointments => new(host, odsCode, clock) { BaseUrl = TestData.WithoutAppointments };

    /// <summary>The provider's clock, by which tokens are made and days counted.</summary>
    public TimeProvider Clock { get; } = clock ?? TimeProvider.System;

    public const string Registration = "urn:nhs:names:services:gpconnect:fhir:operation:gpc.registerpatient-1";

    public static string Search(string type) => $"urn:nhs:names:services:gpconnect:fhir:rest:search:{type}-1";

    public static string Read(string type) => $"urn:nhs:names:services:gpconnect:fhir:rest:read:{type}-1";

    public static string ByNhsNumber(string nhsNumber) =>
        "Patient?identifier=" + Uri.EscapeDataString("https://fhir.nhs.uk/Id/nhs-number|" + nhsNumber);

    public Task<Answer> GetMetadata(Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        Get("metadata", Metadata, "organization/*.read", change, token);

    public Task<Answer> FindPatient(string role, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        Find("Patient", "https://fhir.nhs.uk/Id/nhs-number", TestData.Patients[role].NhsNumber, change, token);

    public Task<Answer> Find(
        string type, string system, string value, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        Get(
            $"{type}?identifier={Uri.EscapeDataString($"{system}|{value}")}",
            Search(type.ToLowerInvariant()),
            type == "Patient" ? "patient/*.read" : "organization/*.read",
            change,
            token);

    public Task<Answer> ReadPatient(string role, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        ReadById("Patient", TestData.Patients[role].LogicalId!, change, token);

    public Task<Answer> ReadById(
        string type, string id, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        Get($"{type}/{id}", Read(type.ToLowerInvariant()), type == "Patient" ? "patient/*.read" : "organization/*.read", change, token);

    public Task<Answer> Register(JsonObject body, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null) =>
        Get("Patient/$gpc.registerpatient", Registration, "patient/*.write", request =>
        {
            request.Method = HttpMethod.Post;
            request.Content = Content(body.ToJsonString(), "application/fhir+json");
            change?.Invoke(request);
        }, token);

    public static ByteArrayContent Content(string text, string mediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType + ";charset=utf-8");
        return content;
    }

    public async Task<Answer> Get(
        string path, string interaction, string scope, Action<HttpRequestMessage>? change = null, Action<ConsumerToken>? token = null)
    {
        var jwt = new ConsumerToken(BaseUrl, scope, Clock.GetUtcNow());
        token?.Invoke(jwt);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{BaseUrl}/{path}");
        request.Headers.Add("Ssp-TraceID", Guid.NewGuid().ToString());
        request.Headers.Add("Ssp-From", "200000000001");
        request.Headers.Add("Ssp-To", TestData.Asid);
        request.Headers.Add("Ssp-InteractionID", interaction);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", jwt.ToString());
        change?.Invoke(request);
        using var response = await Client.SendAsync(request);
        return new Answer(
            (int)response.StatusCode,
            response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync());
    }
}

/// <summary>What came back.</summary>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public string? SpineCode => Json["issue"]?[0]?["details"]?["coding"]?[0]?["code"]?.GetValue<string>();

    public string? Diagnostics => Json["issue"]?[0]?["diagnostics"]?.GetValue<string>();

    public IReadOnlyList<JsonObject> Entries => [.. (Json["entry"]?.AsArray() ?? []).Select(entry => entry!["resource"]!.AsObject())];

    /// <summary>Status and Spine code of an error: <c>400 BAD_REQUEST</c>.</summary>
    public string Error => $"{Status} {SpineCode}";
}
