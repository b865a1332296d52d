using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class WireFormTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    /// <summary>Order of the elements in STU3; what is not here is not used.</summary>
    private static readonly Dictionary<string, string[]> Order = new()
    {
        ["Patient"] =
        [
            "id", "meta", "extension", "identifier", "active", "name", "telecom", "gender", "birthDate", "deceasedDateTime", "address",
            "contact", "generalPractitioner", "managingOrganization",
        ],
        ["Practitioner"] = ["id", "meta", "extension", "identifier", "name", "gender"],
        ["Organization"] = ["id", "meta", "extension", "identifier", "active", "type", "name", "telecom", "address"],
        ["Location"] = ["id", "meta", "status", "name", "telecom", "address", "managingOrganization"],
        ["Bundle"] = ["id", "meta", "type", "entry"],
        ["OperationOutcome"] = ["meta", "issue"],
        ["CapabilityStatement"] =
        [
            "id", "meta", "version", "name", "status", "date", "publisher", "contact", "description", "copyright",
            "kind", "software", "fhirVersion", "acceptUnknown", "format", "profile", "rest",
        ],
    };

    public static TheoryData<string> Calls =>
        ["metadata", "found", "nothing", "Patient", "Practitioner", "Organization", "Location", "temporary", "deceased", "error"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task JSON_and_XML_say_the_same_by_the_rules_and_in_order(string call)
    {
        var json = Read(await Send(call, "application/fhir+json"), FhirFormat.Json);
        var xml = Read(await Send(call, "application/fhir+xml"), FhirFormat.Xml);

        json.Issues.Should().BeEmpty();
        xml.Issues.Should().BeEmpty();
        FhirCompare.Differences(json.Root, xml.Root).Should().BeEmpty();
        ElementNames(xml.Root).Should().BeEquivalentTo(
            Order[xml.Root.ResourceType!].Intersect(ElementNames(xml.Root)), options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Letters_beyond_ASCII_are_written_as_they_are()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new() { Practices = [new() { Seed = 2 }] });
        var practice = new Population.SyntheticPractice("GPC001", 2, DateOnly.FromDateTime(DateTime.UtcNow));
        var patient = practice.Patients.First(candidate =>
            candidate is { IsSensitive: false, BirthDate: not null } && candidate.Name.Given[0].Any(letter => letter > 127));

        var answer = await new Consumer(host).ReadById("Patient", patient.Id);

        System.Text.Encoding.UTF8.GetString(answer.Body).Should().Contain(patient.Name.Given[0]);
    }

    private static FhirDocument Read(Answer answer, FhirFormat format) => FhirReader.Read(answer.Body, format);

    private static List<string> ElementNames(FhirNode resource)
    {
        var names = new List<string>();
        foreach (var element in resource.Children)
        {
            if (names.LastOrDefault() != element.Name)
            {
                names.Add(element.Name);
            }
        }

        return names;
    }

    private Task<Answer> Send(string call, string accept)
    {
        var consumer = provider.Consumer;
        return call switch
        {
            "metadata" => consumer.GetMetadata(Accept),
            "found" => consumer.FindPatient("registered", Accept),
            "nothing" => consumer.FindPatient("unknown", Accept),
            "Patient" => consumer.ReadPatient("registered", Accept),
            "Practitioner" => consumer.ReadById("Practitioner", consumer.TestData.Practitioners["gp"].LogicalId!, Accept),
            "Organization" => consumer.ReadById("Organization", consumer.TestData.Organizations["practice"].LogicalId!, Accept),
            "Location" => consumer.ReadById("Location", consumer.TestData.Locations["main"].LogicalId, Accept),
            "error" => consumer.ReadById("Patient", "none", Accept),
            _ => consumer.ReadPatient(call, Accept),
        };

        void Accept(HttpRequestMessage request) => SspHeaderTests.Change(request, "Accept", accept);
    }
}
