using System.Text;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class RegisterAPatientTests : IAsyncLifetime
{
    /// <summary>What makes a form wrong, by name; the diagnostics must name the element.</summary>
    internal static readonly Dictionary<string, (string Element, Action<JsonObject> Change)> Faults = new()
    {
        ["no identifier"] = ("identifier", patient => patient.Remove("identifier")),
        ["identifier of another system"] = ("identifier", patient => patient["identifier"]![0]!["system"] = "https://fhir.example.org/Id/unknown"),
        ["identifier without value"] = ("identifier", patient => patient["identifier"]![0]!.AsObject().Remove("value")),
        ["identifier without system"] = ("identifier", patient => patient["identifier"]![0]!.AsObject().Remove("system")),
        ["two NHS numbers"] = ("identifier", patient => patient["identifier"]!.AsArray().Add(patient["identifier"]![0]!.DeepClone())),
        ["no name"] = ("name", patient => patient.Remove("name")),
        ["usual name only"] = ("name", patient => patient["name"]![0]!["use"] = "usual"),
        ["name without use"] = ("name", patient => patient["name"]![0]!.AsObject().Remove("use")),
        ["two official names"] = ("name", patient => patient["name"]!.AsArray().Add(patient["name"]![0]!.DeepClone())),
        ["name not in an array"] = ("name", patient => patient["name"] = patient["name"]![0]!.DeepClone()),
        ["no family name"] = ("family", patient => patient["name"]![0]!.AsObject().Remove("family")),
        ["empty family name"] = ("family", patient => patient["name"]![0]!["family"] = ""),
        ["no given name"] = ("given", patient => patient["name"]![0]!.AsObject().Remove("given")),
        ["no date of birth"] = ("birthDate", patient => patient.Remove("birthDate")),
        ["date of birth in another form"] = ("birthDate", patient => patient["birthDate"] = "31/05/1952"),
        ["partial date of birth"] = ("birthDate", patient => patient["birthDate"] = "1952-05"),
        ["date of birth to come"] = ("birthDate", patient => patient["birthDate"] = "2952-05-01"),
        ["gender"] = ("gender", patient => patient["gender"] = "unspecified"),
        ["two home addresses"] = ("address", patient => patient["address"] = new JsonArray(RegistrationForm.Address("home"), RegistrationForm.Address("home"))),
        ["work address"] = ("address", patient => patient["address"] = new JsonArray(RegistrationForm.Address("work"))),
        ["address with state"] = ("state", patient => patient["address"]![0]!["state"] = "Testshire"),
        ["two mobiles"] = ("telecom", patient => patient["telecom"] = new JsonArray(
            RegistrationForm.Telecom("phone", "mobile", "1"), RegistrationForm.Telecom("phone", "mobile", "2"))),
        ["two emails"] = ("telecom", patient => patient["telecom"] = new JsonArray(
            RegistrationForm.Telecom("email", "home", "1"), RegistrationForm.Telecom("email", "work", "2"))),
        ["fax"] = ("telecom", patient => patient["telecom"] = new JsonArray(RegistrationForm.Telecom("fax", "home", "1"))),
        ["old telephone"] = ("telecom", patient => patient["telecom"] = new JsonArray(RegistrationForm.Telecom("phone", "old", "1"))),
        ["telecom without value"] = ("value", patient => patient["telecom"]![0]!.AsObject().Remove("value")),
        ["telecom without system"] = ("system", patient => patient["telecom"]![0]!.AsObject().Remove("system")),
        ["two languages"] = ("extension", patient => patient["extension"]!.AsArray().Add(RegistrationForm.Language("en", "English"))),
        ["unknown language"] = ("extension", patient => patient["extension"] = new JsonArray(RegistrationForm.Language("welsh", "Welsh"))),
        ["ethnicity"] = ("EthnicCategory", patient => patient["extension"]!.AsArray().Add(new JsonObject
        {
            ["url"] = RegistrationForm.Assets + "Extension-CareConnect-GPC-EthnicCategory-1",
            ["valueBoolean"] = true,
        })),
        ["active"] = ("active", patient => patient["active"] = true),
        ["deceased"] = ("deceasedBoolean", patient => patient["deceasedBoolean"] = false),
        ["managing organisation"] = ("managingOrganization", patient => patient["managingOrganization"] = new JsonObject { ["reference"] = "Organization/1" }),
        ["photograph"] = ("photo", patient => patient["photo"] = new JsonArray(new JsonObject { ["title"] = "x" })),
        ["communication"] = ("communication", patient => patient["communication"] = new JsonArray(new JsonObject { ["preferred"] = true })),
    };

    private ReferenceProviderHost _host = null!;

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    private Consumer Consumer => new(_host);

    private TestPatient Fresh => _host.TestData.Unregistered[0];

    public async Task InitializeAsync() => _host = await ReferenceProviderHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_minimum_registers_a_temporary_patient_whom_PDS_completes()
    {
        var answer = await Consumer.Register(RegistrationForm.Minimal(Fresh));

        answer.Status.Should().Be(200);
        answer.Json["type"]!.GetValue<string>().Should().Be("searchset");
        var patient = answer.Entries.Should().ContainSingle().Subject;
        patient["gender"]!.GetValue<string>().Should().Be(Fresh.Gender);
        patient["address"]!.AsArray().Should().NotBeEmpty();
        patient["telecom"]!.AsArray().Should().NotBeEmpty();
        patient["extension"]![0]!.ToJsonString().Should().Contain("\"code\":\"T\"").And.Contain("registrationPeriod");
        var found = await Consumer.Find("Patient", "https://fhir.nhs.uk/Id/nhs-number", Fresh.NhsNumber);
        found.Entries.Should().ContainSingle().Which.ToJsonString().Should().Be(patient.ToJsonString());
        (await Consumer.ReadById("Patient", patient["id"]!.GetValue<string>())).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("application/fhir+json")]
    [InlineData("application/fhir+xml")]
    public async Task What_was_sent_is_kept_in_either_format(string mediaType)
    {
        var form = RegistrationForm.Full(Fresh);
        var text = mediaType.EndsWith("xml", StringComparison.Ordinal) ? Encoding.UTF8.GetString(FhirXmlWriter.Write(form)) : form.ToJsonString();

        var answer = await Consumer.Register(form, request => request.Content = Consumer.Content(text, mediaType));

        answer.Status.Should().Be(200);
        answer.Headers["Content-Type"].Should().StartWith(mediaType, "without Accept the answer has the format of the body");
        var patient = (await Consumer.Find("Patient", "https://fhir.nhs.uk/Id/nhs-number", Fresh.NhsNumber)).Entries[0];
        patient["gender"]!.GetValue<string>().Should().Be("other");
        patient["telecom"]!.AsArray().Should().HaveCount(5);
        patient["address"]![0]!["line"]![0]!.GetValue<string>().Should().Be("7 Ünïcode Street");
        patient["address"]![1]!["period"]!["end"].Should().NotBeNull("temporary details end with the stay");
        patient["extension"]![1]!.ToJsonString().Should().Contain("\"cy\"").And.Contain("\"valueBoolean\":false");
    }

    [Fact]
    public async Task A_body_in_chunks_is_read_too()
    {
        var answer = await Consumer.Register(RegistrationForm.Minimal(Fresh), request => request.Headers.TransferEncodingChunked = true);

        answer.Status.Should().Be(200);
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public async Task A_patient_that_is_not_valid_is_refused_by_element(string fault)
    {
        var form = RegistrationForm.Full(Fresh);
        Faults[fault].Change(RegistrationForm.Patient(form));

        var answer = await Consumer.Register(form);

        answer.Error.Should().Be("422 INVALID_RESOURCE");
        answer.Diagnostics.Should().Contain(Faults[fault].Element);
        (await Consumer.Find("Patient", "https://fhir.nhs.uk/Id/nhs-number", Fresh.NhsNumber)).Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task Elements_and_extensions_it_does_not_know_are_disregarded()
    {
        var form = RegistrationForm.Minimal(Fresh);
        RegistrationForm.Patient(form)["favouriteColour"] = "blue";
        RegistrationForm.Patient(form)["extension"] = new JsonArray(new JsonObject { ["url"] = "https://example.org/x", ["valueBoolean"] = true });

        (await Consumer.Register(form)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("{\"resourceType\":", "400 BAD_REQUEST")]
    [InlineData("", "400 BAD_REQUEST")]
    [InlineData("{}", "400 BAD_REQUEST")]
    [InlineData("{\"resourceType\":\"Patient\"}", "422 INVALID_RESOURCE")]
    [InlineData("{\"resourceType\":\"Parameters\"}", "422 INVALID_RESOURCE")]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"registerPatient\"}]}", "422 INVALID_RESOURCE")]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"registerpatient\",\"resource\":{\"resourceType\":\"Patient\"}}]}", "422 INVALID_RESOURCE")]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"registerPatient\",\"resource\":{\"resourceType\":\"Practitioner\"}}]}", "422 INVALID_RESOURCE")]
    [InlineData("{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"registerPatient\"},{\"name\":\"registerPatient\"}]}", "422 INVALID_RESOURCE")]
    public async Task A_body_that_is_not_the_Parameters_defined_is_refused(string body, string error)
    {
        var answer = await Consumer.Register([], request => request.Content = Consumer.Content(body, "application/fhir+json"));

        answer.Error.Should().Be(error);
        answer.Diagnostics.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_body_in_another_media_type_is_refused(string mediaType)
    {
        var answer = await Consumer.Register([], request => request.Content = Consumer.Content("a=b", mediaType));

        answer.Error.Should().Be("415 UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("registered", "409 DUPLICATE_REJECTED")]
    [InlineData("temporary", "409 DUPLICATE_REJECTED")]
    [InlineData("untraced-near-birth-date", "409 DUPLICATE_REJECTED")]
    [InlineData("untraced-other-birth-date", "400 INVALID_PATIENT_DEMOGRAPHICS")]
    [InlineData("deceased", "400 INVALID_PATIENT_DEMOGRAPHICS")]
    [InlineData("unregistered-deceased", "400 INVALID_PATIENT_DEMOGRAPHICS")]
    [InlineData("unregistered-sensitive", "400 INVALID_PATIENT_DEMOGRAPHICS")]
    [InlineData("unregistered-invalid", "400 INVALID_NHS_NUMBER")]
    [InlineData("unregistered-superseded", "400 INVALID_NHS_NUMBER")]
    public async Task Not_every_patient_is_registered(string role, string error) =>
        (await Consumer.Register(RegistrationForm.Minimal(_host.TestData.Patients[role]))).Error.Should().Be(error);

    [Fact]
    public async Task A_number_that_PDS_does_not_know_is_not_registered()
    {
        var nobody = Fresh with { NhsNumber = _host.TestData.Patients["unknown"].NhsNumber };

        (await Consumer.Register(RegistrationForm.Minimal(nobody))).Error.Should().Be("400 INVALID_PATIENT_DEMOGRAPHICS");
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("123")]
    public async Task A_number_that_is_no_NHS_number_is_refused(string number) =>
        (await Consumer.Register(RegistrationForm.Minimal(Fresh with { NhsNumber = number }))).Error.Should().Be("400 INVALID_NHS_NUMBER");

    [Fact]
    public async Task Two_parts_of_the_birth_date_and_the_start_of_the_name_verify_a_number()
    {
        var near = Fresh with { BirthDate = Fresh.BirthDate!.Value.AddMonths(1) };

        (await Consumer.Register(RegistrationForm.Minimal(near with { Family = "Xyz" }))).Error.Should().Be("400 INVALID_PATIENT_DEMOGRAPHICS");
        (await Consumer.Register(RegistrationForm.Minimal(near with { Given = "Xyz" }))).Error.Should().Be("400 INVALID_PATIENT_DEMOGRAPHICS");
        (await Consumer.Register(RegistrationForm.Minimal(near))).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_patient_is_registered_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Consumer.Register(RegistrationForm.Minimal(Fresh))));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        answers.Count(answer => answer.Error == "409 DUPLICATE_REJECTED").Should().Be(4);
    }

    [Fact]
    public async Task A_patient_who_left_comes_back_as_a_temporary_one_under_the_same_id()
    {
        var left = _host.TestData.Patients["inactive"];

        var patient = (await Consumer.Register(RegistrationForm.Minimal(left))).Entries.Should().ContainSingle().Subject;

        patient["id"]!.GetValue<string>().Should().Be(left.LogicalId);
        patient["meta"]!["versionId"]!.GetValue<string>().Should().Be("2");
        patient["active"]!.GetValue<bool>().Should().BeTrue();
        patient["extension"]![0]!.ToJsonString().Should().Contain("\"code\":\"T\"");
        (await Consumer.FindPatient("inactive")).Entries.Should().ContainSingle();
    }

    [Fact]
    public async Task Nobody_is_registered_while_PDS_cannot_be_reached()
    {
        var answer = await Consumer.Register(RegistrationForm.Minimal(_host.TestData.Patients["unregistered-pds-unavailable"]));

        answer.Error.Should().Be("500 INTERNAL_SERVER_ERROR");
        answer.Diagnostics.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task It_is_a_post_with_its_own_name_and_a_scope_to_write()
    {
        (await Consumer.Register([], request => request.Method = HttpMethod.Put)).Error.Should().Be("400 BAD_REQUEST");
        (await Consumer.Get("Patient/$gpc.registerpatient", Consumer.Registration, "patient/*.write")).Error.Should().Be("400 BAD_REQUEST");
        (await Consumer.Get("Patient/$gpc.registerPatient", Consumer.Registration, "patient/*.write")).Error.Should().Be("501 NOT_IMPLEMENTED");
        (await Consumer.Register(RegistrationForm.Minimal(Fresh), token: token => token.Claims["requested_scope"] = "patient/*.read"))
            .Error.Should().Be("403 ACCESS DENIED");
    }
}
