using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Client;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>What is special about the Appointment in the body of a booking, an amendment or a cancellation.</summary>
[Binding]
public sealed class SentAppointmentSteps(SentAppointment sent, Moments moments)
{
    [Given("the Appointment sent breaks off in the middle")]
    public void GivenItIsCutOff() => sent.IsCutOff = true;

    [Given("the Appointment sent goes in chunks")]
    public void GivenItIsChunked() => sent.IsChunked = true;

    /// <summary>An element is named by a path: <c>participant[0].actor</c>.</summary>
    [Given(@"the Appointment sent lacks (\S+)")]
    public void GivenItLacks(string path) => sent.Alter(body => ClaimPath.Parse(path).Remove(body));

    /// <summary>The value is JSON, with <see cref="Moments"/> filled in.</summary>
    [Given(@"the Appointment sent has as (\S+) the JSON (.+)")]
    public void GivenItHas(string path, string json) => sent.Alter(body => ClaimPath.Parse(path).Set(body, Filled(JsonNode.Parse(json))));

    /// <summary>Alters the extension with that URL, whatever its place.</summary>
    [Given("the Appointment sent lacks the extension \"(.+)\"")]
    public void GivenItLacksTheExtension(string name) => sent.Alter(body => Extensions(body).Remove(Extension(body, name)));

    [Given("the Appointment sent has as value of the extension \"(.+)\" the JSON (.+)")]
    public void GivenTheExtensionHas(string name, string json) => sent.Alter(body =>
    {
        var extension = Extension(body, name);
        extension.Remove(extension.Select(member => member.Key).First(key => key.StartsWith("value", StringComparison.Ordinal)));
        foreach (var (key, value) in Filled(JsonNode.Parse(json))!.AsObject())
        {
            extension[key] = value?.DeepClone();
        }
    });

    /// <summary>Adds an extension to those there are.</summary>
    [Given("the Appointment sent has the extension \"(.+)\" with the JSON (.+) too")]
    public void GivenItHasTheExtension(string name, string json) => sent.Alter(body =>
    {
        var extension = new JsonObject { ["url"] = $"https://fhir.nhs.uk/STU3/StructureDefinition/{name}" };
        foreach (var (key, value) in Filled(JsonNode.Parse(json))!.AsObject())
        {
            extension[key] = value?.DeepClone();
        }

        MadeAppointments.AddExtension(body, extension);
    });

    /// <summary>Fills the texts in the JSON, whatever letters that gives them.</summary>
    private JsonNode? Filled(JsonNode? json)
    {
        switch (json)
        {
            case JsonObject group:
                foreach (var name in group.Select(member => member.Key).ToList())
                {
                    group[name] = Filled(group[name]?.DeepClone());
                }

                return group;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Filled(item?.DeepClone()))]);
            case JsonValue value when value.TryGetValue<string>(out var text):
                return moments.Fill(text);
            default:
                return json;
        }
    }

    private static JsonArray Extensions(JsonObject body) => body["extension"] as JsonArray ?? [];

    private static JsonObject Extension(JsonObject body, string name) => Extensions(body).OfType<JsonObject>()
        .FirstOrDefault(extension => extension["url"]?.GetValue<string>().EndsWith("/" + name, StringComparison.Ordinal) == true)
        ?? throw new Engine.ScenarioSkippedException($"The provider's Appointment has no extension {name} that could be altered.");
}
