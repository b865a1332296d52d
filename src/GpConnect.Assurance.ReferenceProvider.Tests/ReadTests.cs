namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class ReadTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private Consumer Consumer => provider.Consumer;

    public static TheoryData<string, string> Resources => new()
    {
        { "Patient", "PATIENT_NOT_FOUND" },
        { "Practitioner", "PRACTITIONER_NOT_FOUND" },
        { "Organization", "ORGANISATION_NOT_FOUND" },
        { "Location", "NO_RECORD_FOUND" },
    };

    private string IdOf(string type) => type switch
    {
        "Patient" => Consumer.TestData.Patients["registered"].LogicalId!,
        "Practitioner" => Consumer.TestData.Practitioners["gp"].LogicalId!,
        "Organization" => Consumer.TestData.Organizations["practice"].LogicalId!,
        _ => Consumer.TestData.Locations["main"].LogicalId,
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_resource_is_read_by_id_with_its_version(string type, string _)
    {
        var answer = await Consumer.ReadById(type, IdOf(type));

        answer.Status.Should().Be(200);
        answer.Json["resourceType"]!.GetValue<string>().Should().Be(type);
        answer.Json["id"]!.GetValue<string>().Should().Be(IdOf(type));
        answer.Json["meta"]!["profile"]![0]!.GetValue<string>()
            .Should().Be($"https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-{type}-1");
        var version = answer.Json["meta"]!["versionId"]!.GetValue<string>();
        answer.Headers["ETag"].Should().Be($"W/\"{version}\"");
        answer.Headers["Content-Location"].Should().Be($"{Consumer.BaseUrl}/{type}/{IdOf(type)}/_history/{version}");
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task An_id_that_nothing_has_is_not_found(string type, string code)
    {
        (await Consumer.ReadById(type, "no-such-id")).Error.Should().Be("404 " + code);
        (await Consumer.ReadById(type, IdOf(type).ToUpperInvariant())).Error.Should().Be("404 " + code, "ids are case sensitive");
        (await Consumer.ReadById(type, "ab%24cd")).Error.Should().Be("404 " + code);
        (await Consumer.ReadById(type, new string('a', 65))).Error.Should().Be("404 " + code);
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_read_on_condition_that_it_changed_has_no_body_when_it_did_not(string type, string _)
    {
        var etag = (await Consumer.ReadById(type, IdOf(type))).Headers["ETag"];

        var same = await Consumer.ReadById(type, IdOf(type), request => SspHeaderTests.Change(request, "If-None-Match", etag));
        var other = await Consumer.ReadById(type, IdOf(type), request => SspHeaderTests.Change(request, "If-None-Match", "W/\"0\""));

        same.Status.Should().Be(304);
        same.Body.Should().BeEmpty();
        same.Headers["ETag"].Should().Be(etag);
        other.Status.Should().Be(200);
    }

    [Fact]
    public async Task Only_a_sensitive_patient_is_withheld()
    {
        (await Consumer.ReadPatient("sensitive")).Error.Should().Be("404 PATIENT_NOT_FOUND");
        (await Consumer.ReadPatient("dissent")).Status.Should().Be(200);
        (await Consumer.ReadPatient("inactive")).Json["active"]!.GetValue<bool>().Should().BeFalse();
        (await Consumer.ReadPatient("deceased")).Json["deceasedDateTime"].Should().NotBeNull();
        (await Consumer.ReadPatient("incomplete")).Error.Should().Be("500 INTERNAL_SERVER_ERROR");
    }

    [Fact]
    public async Task Every_reference_can_be_followed()
    {
        var patient = (await Consumer.ReadPatient("registered")).Json;
        var references = patient.ToJsonString().Split("\"reference\":\"").Skip(1).Select(rest => rest[..rest.IndexOf('"')]).ToList();

        references.Should().HaveCount(3);
        foreach (var reference in references)
        {
            var parts = reference.Split('/');
            (await Consumer.ReadById(parts[0], parts[1])).Status.Should().Be(200);
        }
    }

    [Theory]
    [InlineData("Practitioner", "https://fhir.nhs.uk/Id/sds-user-id", "999900000017", 1)]
    [InlineData("Practitioner", "https://fhir.nhs.uk/Id/sds-user-id", "999999999999", 0)]
    [InlineData("Organization", "https://fhir.nhs.uk/Id/ods-organization-code", "GPC001", 1)]
    [InlineData("Organization", "https://fhir.nhs.uk/Id/ods-organization-code", "Z99999", 0)]
    public async Task Practitioners_and_organisations_are_found_by_identifier(string type, string system, string value, int count)
    {
        var answer = await Consumer.Find(type, system, value);

        answer.Status.Should().Be(200);
        answer.Entries.Should().HaveCount(count);
    }

    [Theory]
    [InlineData("Practitioner", "https://fhir.example.org/Id/unknown", "1", "400 INVALID_IDENTIFIER_SYSTEM")]
    [InlineData("Practitioner", "https://fhir.nhs.uk/Id/sds-user-id", "", "400 INVALID_IDENTIFIER_VALUE")]
    [InlineData("Practitioner", "https://fhir.nhs.uk/Id/sds-user-id", "1|2", "400 INVALID_IDENTIFIER_VALUE")]
    [InlineData("Organization", "https://fhir.nhs.uk/Id/sds-user-id", "1", "400 INVALID_IDENTIFIER_SYSTEM")]
    [InlineData("Organization", "https://fhir.nhs.uk/Id/ods-organization-code", "GPC 01", "400 INVALID_IDENTIFIER_VALUE")]
    public async Task Their_identifiers_are_checked_too(string type, string system, string value, string error) =>
        (await Consumer.Find(type, system, value)).Error.Should().Be(error);
}
