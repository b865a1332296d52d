using System.Text.Json.Nodes;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>What cannot be tried on a target is skipped with a reason, and neither passes nor fails.</summary>
public sealed class SkippedScenarioTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string InXml = "Given a consumer asking in XML\nWhen it searches for the patient \"registered\" by NHS number\nThen the response is in XML";

    [Theory]
    [InlineData("When it searches for the patient \"nobody\" by NHS number", "testData.patients.nobody.nhsNumber")]
    [InlineData("When it searches for a patient with:\n| parameter | value |\n| identifier | {nobody} |", "testData.patients.nobody.nhsNumber")]
    [InlineData("When it reads the patient \"nobody\"", "testData.patients.nobody.nhsNumber")]
    [InlineData("When it reads the patient \"registered\" by the id in the test data", "testData.patients.registered.expected.id")]
    [InlineData("When it searches for the patient \"nothing-known\" by NHS number\nThen each Patient holds what is known of the patient \"nothing-known\"", "testData.patients.nothing-known.expected")]
    [InlineData("When it searches for the practitioner \"nobody\" by SDS user id", "testData.practitioners.nobody.sdsUserId")]
    [InlineData("When it reads the organisation \"nobody\"", "testData.organizations.nobody.odsCode")]
    [InlineData("When it reads the location \"nobody\"", "testData.locations.nobody.id")]
    [InlineData("When it searches for the organisation \"nothing-known\" by ODS code\nThen each Organization holds what is known of the organisation \"nothing-known\"", "testData.organizations.nothing-known.expected")]
    [InlineData("Given the practice \"nobody\"\nWhen it asks for the capability statement", "testData.practices.nobody.url")]
    [InlineData("When it registers the patient \"nothing-known\"", "testData.patients.nothing-known.expected.family")]
    [InlineData("When it registers an unregistered patient\nAnd it registers an unregistered patient", "testData.patients.unregistered-1.nhsNumber")]
    public async Task A_role_that_is_not_mapped_says_what_to_set(string steps, string setting)
    {
        var result = await bench.RunAsync(steps);
        result.Record.Reason.Should().Contain(setting);
        result.Record.Verdict.Should().Be(Verdict.Skip, result.Why);
    }

    [Fact]
    public async Task A_provider_of_an_earlier_version_is_not_judged_by_a_later_rule()
    {
        var result = await bench.RunAsync(
            "When it searches for the practitioner \"gp\" by SDS user id\nThen since version 1.6, each Practitioner keeps the rules of:\n| requirement |\n| GPC-FND-114 |",
            (_, response) =>
            {
                if (response.Resource?["fhirVersion"] is not null)
                {
                    response.Resource["version"] = "1.2.9";
                }
                else
                {
                    response.Resource!["entry"]![0]!["resource"]!["name"]![0]!["text"] = "Dr Healer";
                }
            });
        result.Verdict.Should().Be(Verdict.Info, result.Why);
    }

    [Fact]
    public async Task Ids_without_letters_have_no_other_case()
    {
        var result = await bench.RunAsync("When it reads the patient \"registered\" by its id in the other case", (_, response) =>
        {
            if (response.Resource?["entry"] is JsonArray entries)
            {
                entries[0]!["resource"]!["id"] = "1234";
            }
        });
        result.Record.Verdict.Should().Be(Verdict.Skip, result.Why);
    }

    [Fact]
    public async Task A_provider_that_does_not_declare_XML_may_refuse_it()
    {
        var result = await bench.RunAsync(InXml, WithoutXml(declared: false));
        result.Record.Verdict.Should().Be(Verdict.Skip, result.Why);
        result.Record.Reason.Should().Contain("does not declare XML");
    }

    [Fact]
    public async Task A_provider_that_declares_XML_may_not_refuse_it() =>
        (await bench.RunAsync(InXml, WithoutXml(declared: true))).Verdict.Should().Be(Verdict.Fail);

    [Fact]
    public async Task A_provider_that_does_not_declare_XML_may_not_answer_in_JSON_instead()
    {
        var result = await bench.RunAsync(InXml, (_, response) => response.IsXml = false);
        result.Verdict.Should().Be(Verdict.Fail, result.Why);
    }

    [Theory]
    [InlineData("Then the response is 200", "put a When step that sends one in front of it")]
    [InlineData("When it asks for the capability statement\nThen the responses carry the same data", "put 'When it sends the same request again' in front of it")]
    [InlineData("When it asks for the capability statement\nThen the Patient has the version of the one found", "put a step like 'When it reads the patient \"registered\"' in front of it")]
    [InlineData("When it asks for the capability statement\nThen the Patient is the one registered", "put 'When it registers an unregistered patient' in front of it")]
    [InlineData("When it searches for the patient \"registered\" by NHS number\nThen each Patient keeps the rules of:\n| requirement |\n| GPC-API-001 |", "GPC-API-001 has no FHIRPath rule")]
    [InlineData("When it searches for the patient \"registered\" by NHS number\nThen each Patient keeps the rules of:\n| requirement |\n| GPC-API-999 |", "GPC-API-999 is in no catalogue")]
    public async Task A_step_out_of_place_is_an_error_that_says_what_to_do(string steps, string words)
    {
        var result = await bench.RunAsync(steps);
        result.Record.Verdict.Should().Be(Verdict.Error, result.Why);
        result.Record.Reason.Should().Contain(words);
    }

    private static Action<FakeRequest, FakeResponse> WithoutXml(bool declared) => (request, response) =>
    {
        if (request.IsInXml)
        {
            (response.Status, response.Resource, response.IsXml) = (415, FakeResources.OperationOutcome("UNSUPPORTED_MEDIA_TYPE", "XML"), false);
        }
        else if (!declared && response.Resource?["format"] is not null)
        {
            response.Resource["format"] = new JsonArray("application/fhir+json");
        }
    };
}
