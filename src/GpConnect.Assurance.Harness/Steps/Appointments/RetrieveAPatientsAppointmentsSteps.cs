using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Protocol;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Specification page: appointments_use_case_retrieve_a_patients_appointments.</summary>
[Binding]
public sealed class RetrieveAPatientsAppointmentsSteps(
    Consumer consumer, Booking booking, MadeAppointments made, Moments moments, Foundations.TestPatients patients, UkTimeChecks times, CheckRecorder checks)
{
    private const int LastDay = 28;
    private string? _patientId;

    /// <summary>From today on, for four weeks.</summary>
    [When("it retrieves the patient's appointments")]
    public void WhenItRetrieves() => Ask(booking.PatientId, Range("{today}", $"{{today+{LastDay}}}"));

    [When("it retrieves the patient's appointments from \"(.+)\" to \"(.+)\"")]
    public void WhenItRetrievesFromTo(string from, string to) => Ask(booking.PatientId, Range(from, to));

    /// <summary>Columns: <c>parameter</c>, <c>value</c>.</summary>
    [When("it retrieves the patient's appointments with:")]
    public void WhenItRetrievesWith(Table parameters) =>
        Ask(booking.PatientId, [.. parameters.Rows.Select(row => new QueryParameter(row["parameter"], moments.Fill(row["value"])))]);

    [When("it retrieves the patient's appointments without any parameter")]
    public void WhenItRetrievesWithoutParameters() => Ask(booking.PatientId, []);

    [When("it retrieves the appointments of the patient with the id \"(.+)\"")]
    public void WhenItRetrievesOfTheId(string id) => Ask(moments.Fill(id), Range("{today}", $"{{today+{LastDay}}}"));

    /// <summary>For a patient whom no search finds.</summary>
    [When("it retrieves the appointments of the patient \"(.+)\" by the id in the test data")]
    public void WhenItRetrievesByTheKnownId(string role) => Ask(
        patients.Patient(role).Expected.GetValueOrDefault("id")
        ?? throw new Engine.ScenarioSkippedException($"The logical id of the patient \"{role}\" is not known: set testData.patients.{role}.expected.id in the configuration file."),
        Range("{today}", $"{{today+{LastDay}}}"));

    [Then("the response is 200 with appointments of the patient( or none|)")]
    public void ThenTheyAreOfThePatient(string orNone)
    {
        var answer = consumer.Latest;
        var entries = answer.AllResources().Skip(1).ToList();
        checks.That(
            new Check("the response is 200 with a searchset Bundle of Appointments") { Expected = "200 Bundle of type searchset", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(200, "the patient is there; the response came as {0}", answer.Summary);
                answer.ResourceType.Should().Be("Bundle", "appointments are returned in a Bundle");
                answer.Document?.Root.Child("type").Value.Should().Be("searchset", "Bundle.type must say so");
                entries.Select(entry => entry.ResourceType).Should().NotContain(type => type != "Appointment", "nothing else was asked for");
                if (orNone.Length == 0)
                {
                    entries.Should().NotBeEmpty("the patient has an appointment");
                }
            });
        var others = entries.Where(entry => !Participants(entry).Contains(_patientId)).Select(entry => entry.Child("id").Value).ToList();
        checks.That(
            new Check("each Appointment is one of the patient") { Requirements = ["GPC-APT-235"], Location = "Appointment.participant", Expected = $"Patient/{_patientId}", Actual = others.Count == 0 ? "the patient's own" : string.Join(", ", others) },
            () => others.Should().BeEmpty("appointments of others must never show"));
        CheckRange(answer, entries);
        times.Make(answer, "GPC-APT-238");
    }

    [Then("the appointment is( not|) among them")]
    public void ThenItIsAmongThem(string not)
    {
        var answer = consumer.Latest;
        var found = answer.Resources("Appointment").FirstOrDefault(one => one.Child("id").Value == made.Current.Id);
        checks.That(
            new Check($"the appointment is{not} among those of the patient") { Location = "Bundle.entry", Expected = $"Appointment/{made.Current.Id}{not}", Actual = found.IsNone ? $"not there: {answer.Summary}" : "there" },
            () =>
            {
                answer.Response.Status.Should().Be(200, "there must be a Bundle to look into; it came as {0}", answer.Summary);
                found.IsNone.Should().Be(not.Length > 0, "its day is{0} in the range", not);
            });
        if (found.IsNone || made.Current.State.IsNone)
        {
            return;
        }

        var differences = AppointmentContent.Of(made.Current.State).DifferencesTo(AppointmentContent.Of(found));
        var version = found.Child("meta").Child("versionId").Value;
        checks.That(
            new Check("it is the same as when it was read or changed") { Requirements = ["GPC-APT-240"], Location = found.Path, Expected = $"the same in version {made.Current.Version}", Actual = $"{differences.Count} differences, version {version}" },
            () =>
            {
                differences.Should().BeEmpty("nobody changed it");
                version.Should().Be(made.Current.Version, "nobody changed it");
            });
    }

    /// <summary>Every appointment that the scenario booked, cancelled ones included.</summary>
    [Then("all appointments booked are among them")]
    public void ThenAllAreAmongThem()
    {
        var ids = consumer.Latest.Resources("Appointment").Select(one => one.Child("id").Value).ToList();
        checks.That(
            new Check("all appointments booked are there") { Location = "Bundle.entry", Expected = string.Join(", ", made.All.Select(one => one.Id)), Actual = string.Join(", ", ids) },
            () => ids.Should().Contain(made.All.Select(one => one.Id), "each of them is in the range"));
    }

    private void CheckRange(Answer answer, List<Fhir.FhirNode> entries)
    {
        var days = RequestParameters.Of(answer).Where(parameter => parameter.Name == "start" && parameter.Value.Length == 12)
            .ToLookup(parameter => parameter.Value[..2], parameter => parameter.Value[2..]);
        if (days["ge"].FirstOrDefault() is not { } from || days["le"].FirstOrDefault() is not { } to)
        {
            return;
        }

        var outside = entries.Select(entry => OfferedSlot.Instant(entry.Child("start"))).OfType<DateTimeOffset>().Select(UkTime.DayOf).Select(UkTime.Text)
            .Where(day => string.CompareOrdinal(day, from) < 0 || string.CompareOrdinal(day, to) > 0)
            .ToList();
        checks.That(
            new Check("each Appointment starts in the range") { Requirements = ["GPC-APT-220", "GPC-APT-237"], Location = "Appointment.start", Expected = $"from {from} to {to}", Actual = outside.Count == 0 ? "all in it" : string.Join(", ", outside) },
            () => outside.Should().BeEmpty("both bounds hold, days in the United Kingdom"));
    }

    private void Ask(string patientId, IReadOnlyList<QueryParameter> query)
    {
        _patientId = patientId;
        consumer.Ask(Interactions.RetrievePatientAppointments, request =>
        {
            request.With("id", patientId);
            SlotSearch.Put(request, query);
        });
    }

    private List<QueryParameter> Range(string from, string to) => [new("start", "ge" + moments.Fill(from)), new("start", "le" + moments.Fill(to))];

    private static IEnumerable<string?> Participants(Fhir.FhirNode appointment) => appointment.ChildrenNamed("participant").ToArray()
        .Select(participant => participant.Child("actor").Child("reference").Value)
        .Where(reference => reference?.Contains("Patient/", StringComparison.Ordinal) == true)
        .Select(OfferedSlot.IdOf);
}
