using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class CapabilityStatementTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    [Fact]
    public async Task It_says_what_is_served()
    {
        var statement = (await provider.Consumer.GetMetadata()).Json;

        statement["resourceType"]!.GetValue<string>().Should().Be("CapabilityStatement");
        statement["version"]!.GetValue<string>().Should().Be("1.6.2");
        statement["fhirVersion"]!.GetValue<string>().Should().Be("3.0.1");
        statement["acceptUnknown"]!.GetValue<string>().Should().Be("both");
        Interactions(statement).Should().BeEquivalentTo(
            "Patient read", "Patient search-type",
            "Practitioner read", "Practitioner search-type",
            "Organization read", "Organization search-type",
            "Location read",
            "Appointment create", "Appointment read", "Appointment search-type", "Appointment update",
            "Slot search-type");
        statement["rest"]![0]!["operation"]![0]!["name"]!.GetValue<string>().Should().Be("gpc.registerpatient");
    }

    private static IEnumerable<string> Interactions(JsonObject statement) =>
        from resource in statement["rest"]![0]!["resource"]!.AsArray()
        from interaction in resource["interaction"]!.AsArray()
        select $"{resource["type"]} {interaction["code"]}";
}
