using System.Globalization;
using System.Text.Json.Nodes;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_register_a_patient. Each registration that succeeds uses a patient up.</summary>
[Binding]
public sealed class RegisterAPatientSteps(Consumer consumer, TestPatients patients, Registration registration, CheckRecorder checks)
{
    private const string Returned = "GPC-FND-249";

    [Given("the registration holds every field that is allowed")]
    public void GivenItIsFull() => registration.IsFull = true;

    [Given("the registration breaks off in the middle")]
    public void GivenItIsCutOff() => registration.IsCutOff = true;

    [Given("the registration is sent in chunks")]
    public void GivenItIsChunked() => registration.IsChunked = true;

    /// <summary>In place of the Parameters with the Patient.</summary>
    [Given("the registration is a bare Patient")]
    public void GivenItIsABarePatient() => registration.Alter(body => RegistrationBody.PatientIn(body).DeepClone().AsObject());

    /// <summary>An element is named by a path: <c>name[0].family</c>.</summary>
    [Given(@"the registration's (Patient|Parameters) lacks? (\S+)")]
    public void GivenItLacks(string resourceType, string path) => Alter(resourceType, resource => ClaimPath.Parse(path).Remove(resource));

    /// <summary>The value is JSON: <c>"text"</c>, <c>true</c>, <c>[{"use": "old"}]</c>.</summary>
    [Given(@"the registration's (Patient|Parameters) has as (\S+) the JSON (.+)")]
    public void GivenItHas(string resourceType, string path, string json) =>
        Alter(resourceType, resource => ClaimPath.Parse(path).Set(resource, JsonNode.Parse(json)));

    [Given("the registration has the NHS number of the patient \"(.+)\"")]
    public void GivenTheNhsNumberOf(string role)
    {
        var nhsNumber = patients.NhsNumber(role);
        Alter("Patient", patient => patient["identifier"]![0]!["value"] = nhsNumber);
    }

    /// <summary>Another day of the same month and year, or another day of another year.</summary>
    [Given("the registration's date of birth is wrong in (one part|two parts)")]
    public void GivenTheBirthDateIsWrong(string parts) => Alter("Patient", patient =>
    {
        var date = DateOnly.ParseExact(patient["birthDate"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var wrong = new DateOnly(parts == "one part" ? date.Year : date.Year - 1, date.Month, date.Day == 1 ? 2 : 1);
        patient["birthDate"] = wrong.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    });

    [When("it registers an? (unregistered|lapsed) patient")]
    public void WhenItRegistersAFreshPatient(string role) => registration.AskFor(role);

    /// <summary>A patient who must be refused.</summary>
    [When("it registers the patient \"(.+)\"")]
    public void WhenItRegistersThePatient(string role) => registration.Ask(role, patients.Patient(role));

    [Then("the Patient is the one registered")]
    public void ThenItIsTheOneRegistered()
    {
        var sent = registration.Sent;
        CheckEach("id.exists()", "true", Returned);
        CheckEach("identifier.where(system = 'https://fhir.nhs.uk/Id/nhs-number').value", registration.Patient.NhsNumber, Returned, "GPC-FND-253");
        CheckEach("name.where(use = 'official').family", Text(sent["name"]![0]!["family"]), Returned, "GPC-FND-254");
        CheckEach("name.where(use = 'official').given.first()", Text(sent["name"]![0]!["given"]![0]), Returned, "GPC-FND-254");
        CheckEach("birthDate", Text(sent["birthDate"]), Returned, "GPC-FND-255");
    }

    [Then("the Patient has the contact details and the language that were sent")]
    public void ThenItHasWhatWasSent()
    {
        var sent = registration.Sent;
        foreach (var address in Items(sent["address"]))
        {
            CheckEach($"address.where(use = '{Text(address["use"])}').line", Text(address["line"]![0]));
            CheckEach($"address.where(use = '{Text(address["use"])}').postalCode", Text(address["postalCode"]));
        }

        foreach (var telecom in Items(sent["telecom"]))
        {
            CheckEach($"telecom.where(system = '{Text(telecom["system"])}' and use = '{Text(telecom["use"])}').value", Text(telecom["value"]));
        }

        CheckEach("gender", Text(sent["gender"]));
        foreach (var language in Items(sent["extension"]))
        {
            CheckEach(
                $"extension('{Text(language["url"])}').extension('language').value.coding.code",
                Text(language["extension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["code"]));
        }
    }

    /// <summary>What a registration with the least fields leaves to PDS.</summary>
    [Then("the Patient has the gender that is known of them")]
    public void ThenItHasTheKnownGender()
    {
        if (registration.Patient.Expected.GetValueOrDefault("gender") is { } gender)
        {
            CheckEach("gender", gender);
            return;
        }

        checks.Skip(new Check("the gender is the one that PDS holds"), "The patient's gender is not in the test data: set testData.patients.<role>.expected.gender in the configuration file.");
    }

    [Then("a search then finds the patient once")]
    public void ThenASearchFindsThePatientOnce() => CheckFound(1);

    [Then("a search then finds nobody")]
    public void ThenASearchFindsNobody() => CheckFound(0);

    [Then("a search and a read then give the Patient returned")]
    public void ThenTheyGiveThePatientReturned()
    {
        var returned = consumer.Latest.Resources("Patient") is [var patient, ..] ? patient.Child("id").Value : null;
        CheckSameId("a search finds the Patient returned", registration.Find(), returned);
        if (returned is not null)
        {
            CheckSameId("a read gives the Patient returned", consumer.Prepare(Interactions.ReadPatient, request => request.With("id", returned)), returned);
        }
    }

    private void CheckSameId(string title, Answer answer, string? returned)
    {
        var ids = answer.Resources("Patient").Select(patient => patient.Child("id").Value).ToList();
        checks.That(
            new Check(title)
            {
                Location = "Patient.id",
                Expected = returned ?? "the id of the Patient returned, which has none",
                Actual = ids.Count == 0 ? answer.Summary : string.Join(", ", ids),
                Exchange = answer.ExchangeId,
            },
            () =>
            {
                answer.Response.Status.Should().Be(200, "who was registered is a patient like any other");
                ids.Should().Equal([returned], "who was registered is a patient like any other").And.NotContainNulls();
            });
    }

    private void CheckFound(int expected)
    {
        var answer = registration.Find();
        var found = TestPatients.NhsNumbers(answer).Count(number => number == registration.Patient.NhsNumber);
        checks.That(
            new Check(expected == 0 ? "a search finds nobody of that NHS number" : "a search finds one patient of that NHS number")
            {
                Location = "Bundle.entry",
                Expected = $"{expected}",
                Actual = $"{found}: {answer.Summary}",
                Exchange = answer.ExchangeId,
            },
            () => found.Should().Be(expected, "the registration that was refused must leave everything as it was"));
    }

    /// <summary>One value in the Patient returned, of which there must be one at least.</summary>
    private void CheckEach(string path, string? expected, params string[] requirements)
    {
        var returned = consumer.Latest.Resources("Patient");
        if (returned.Count == 0)
        {
            checks.Fail(new Check("the response holds a Patient") { Expected = "Patient", Actual = consumer.Latest.Summary }, "There is no Patient in the response to look at.");
        }

        foreach (var patient in returned)
        {
            var actual = FhirPathExpression.Parse(path).Evaluate(patient).ToDisplayString();
            checks.That(
                new Check($"{path} is right") { Requirements = requirements, Location = $"{patient.Path}.{path}", Line = patient.Line, Column = patient.Column, Expected = expected, Actual = actual },
                () => actual.Should().Be(expected, "that is what the registration was for"));
        }
    }

    private void Alter(string resourceType, Action<JsonObject> alteration) => registration.Alter(body =>
    {
        var altered = body.DeepClone().AsObject();
        alteration(resourceType == "Patient" ? RegistrationBody.PatientIn(altered) : altered);
        return altered;
    });

    private static IEnumerable<JsonObject> Items(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string? Text(JsonNode? value) => value?.GetValue<string>();
}
