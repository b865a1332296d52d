using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Steps.Appointments;

namespace GpConnect.Assurance.Harness.Tests.Steps.Appointments;

public sealed class AppointmentContentTests
{
    private const string Text = """
        {
          "resourceType": "Appointment", "id": "1", "meta": { "versionId": "1" },
          "contained": [{ "resourceType": "Organization", "id": "booker", "name": "Hub" }],
          "extension": [
            { "url": "https://x.example/First", "valueReference": { "reference": "#booker" } },
            { "url": "https://x.example/Second", "valueCode": "Video" }],
          "status": "booked", "description": "A", "start": "2027-03-30T09:00:00+01:00", "slot": [{ "reference": "Slot/1" }, { "reference": "Slot/2" }]
        }
        """;

    [Theory]
    [InlineData("version", "{ \"meta\": { \"versionId\": \"2\" } }")]
    [InlineData("form of an instant", "{ \"start\": \"2027-03-30T08:00:00Z\" }")]
    [InlineData("local id", "{ \"contained\": [{ \"resourceType\": \"Organization\", \"id\": \"1\", \"name\": \"Hub\" }], \"extension\": [{ \"url\": \"https://x.example/First\", \"valueReference\": { \"reference\": \"#1\" } }, { \"url\": \"https://x.example/Second\", \"valueCode\": \"Video\" }] }")]
    [InlineData("order of extensions", "{ \"extension\": [{ \"url\": \"https://x.example/Second\", \"valueCode\": \"Video\" }, { \"url\": \"https://x.example/First\", \"valueReference\": { \"reference\": \"#booker\" } }] }")]
    public void Forms_of_the_same_do_not_differ(string what, string change) => Differences(change).Should().BeEmpty(what);

    [Theory]
    [InlineData("{ \"start\": \"2027-03-30T09:00:00Z\" }", "start")]
    [InlineData("{ \"slot\": [{ \"reference\": \"Slot/1\" }] }", "slot[1].reference")]
    [InlineData("{ \"contained\": [{ \"resourceType\": \"Organization\", \"id\": \"booker\", \"name\": \"Other\" }] }", "contained.name")]
    [InlineData("{ \"extension\": [{ \"url\": \"https://x.example/First\", \"valueReference\": { \"reference\": \"#booker\" } }] }", "extension(Second).url")]
    [InlineData("{ \"comment\": \"New\" }", "comment")]
    public void Another_value_is_told_with_its_place(string change, string place) => Differences(change).Should().Contain(difference => difference.StartsWith(place + " was "));

    [Fact]
    public void What_may_differ_is_not_told() => Differences("{ \"description\": \"B\", \"status\": \"cancelled\" }", "description").Should().ContainSingle().Which.Should().StartWith("status");

    [Fact]
    public void The_format_does_not_count()
    {
        var xml = FhirReader.Read(FhirXmlWriter.Write(JsonNode.Parse(Text)!.AsObject()), FhirFormat.Xml).Root;
        AppointmentContent.Of(Read(JsonNode.Parse(Text)!.AsObject())).DifferencesTo(AppointmentContent.Of(xml)).Should().BeEmpty();
    }

    private static IReadOnlyList<string> Differences(string change, params string[] mayDiffer)
    {
        var changed = JsonNode.Parse(Text)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            changed[name] = value?.DeepClone();
        }

        return AppointmentContent.Of(Read(JsonNode.Parse(Text)!.AsObject())).DifferencesTo(AppointmentContent.Of(Read(changed)), mayDiffer);
    }

    private static FhirNode Read(JsonObject resource) => FhirReader.Read(FhirJsonWriter.Write(resource), FhirFormat.Json).Root;
}
