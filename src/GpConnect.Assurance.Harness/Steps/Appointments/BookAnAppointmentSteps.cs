using System.Text.Json.Nodes;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Protocol;
using GpConnect.Assurance.Harness.Steps.Foundations;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Specification page: appointments_use_case_book_an_appointment. What is booked is cancelled when the scenario ends.</summary>
[Binding]
public sealed class BookAnAppointmentSteps(
    Consumer consumer,
    Booking booking,
    SlotSearch search,
    Moments moments,
    MadeAppointments made,
    SentAppointment sent,
    BookedAppointmentChecks booked,
    TestPatients patients,
    Registration registration,
    CheckRecorder checks)
{
    [Given("the appointment is for the patient \"(.+)\"")]
    public void GivenThePatient(string role) => booking.PatientRole = role;

    /// <summary>As <see cref="SlotShape"/> knows it.</summary>
    [Given("the appointment takes (?:a )?(free slot(?: in the past| with a practitioner)?|[2-9] (?:touching )?slots.*)")]
    public void GivenTheSlots(string shape) => search.Take(shape);

    /// <summary>A slot that no search gives, by its id in the test data.</summary>
    [Given("the appointment takes the slot of \"(.+)\" in the test data")]
    public void GivenTheSlotInTheTestData(string role) => search.TakeKnown(role);

    /// <summary>A slot that stands first is booked last, so that a provider that goes by the order is found out.</summary>
    [Given("the Appointment sent lists its slots the other way round")]
    public void GivenTheSlotsTheOtherWayRound() => sent.Alter(body =>
        body["slot"] = new JsonArray([.. body["slot"]!.AsArray().Reverse().Select(slot => slot!.DeepClone())]));

    /// <summary>The last of the slots that the appointment is to take.</summary>
    [Given("the later slot is booked for the patient \"(.+)\"")]
    public void GivenTheLaterSlotIsBooked(string role)
    {
        var (own, slots) = (booking.PatientRole, moments.Slots);
        (booking.PatientRole, moments.Slots) = (role, [slots[^1]]);
        booking.Book();
        (booking.PatientRole, moments.Slots) = (own, slots);
    }

    /// <summary>For a patient whom no search finds.</summary>
    [Given("the Appointment sent is for the patient \"(.+)\" by the id in the test data")]
    public void GivenThePatientByTheKnownId(string role)
    {
        var id = patients.Patient(role).Expected.GetValueOrDefault("id")
            ?? throw new ScenarioSkippedException($"The logical id of the patient \"{role}\" is not known: set testData.patients.{role}.expected.id in the configuration file.");
        sent.Alter(body => body["participant"]![0]!["actor"]!["reference"] = $"Patient/{id}");
    }

    /// <summary>Uses an unregistered patient up.</summary>
    [Given("the appointment is for a patient who is registered for it")]
    public void GivenANewPatient()
    {
        var pooled = registration.Unused("unregistered")
            ?? throw new ScenarioSkippedException("There is no unregistered patient (left) to be registered: map more to the roles \"unregistered-1\", \"unregistered-2\", … in the configuration file.");
        var answer = consumer.Prepare(Interactions.RegisterPatient, request => request.WithBody(FhirJsonWriter.Write(RegistrationBody.Of(pooled.Role, pooled.Patient, isFull: false))));
        var id = answer.Resources("Patient") is [var patient, ..] ? patient.Child("id").Value : null;
        if (id is null)
        {
            throw new ScenarioSkippedException($"The provider does not register the patient \"{pooled.Role}\": {answer.Summary}.");
        }

        booking.IsFor(pooled.Role, id);
    }

    [Given("the booking organisation is of (?:the type (.+)|no type)")]
    public void GivenTheOrganizationType(string type) => booking.OrganizationType = type.Length == 0 ? null : type;

    [When("it books the appointment")]
    public void WhenItBooks() => booking.Ask();

    /// <summary>Each over a connection of its own.</summary>
    [When(@"(\d+) consumers book the slot held at once")]
    public void WhenSeveralBookAtOnce(int count) => booking.AskAtOnce(count);

    [Then("one of them is answered 201 and each other 409 DUPLICATE_REJECTED")]
    public void ThenOneSucceeds()
    {
        var summaries = consumer.Answers.Select(answer => answer.Summary).Order(StringComparer.Ordinal).ToList();
        checks.That(
            new Check("one booking of several at once succeeds") { Expected = "one 201 Appointment, the others 409 OperationOutcome DUPLICATE_REJECTED", Actual = string.Join("; ", summaries) },
            () =>
            {
                consumer.Answers.Count(answer => answer.Response.Status is >= 200 and < 300).Should().Be(1, "a slot is booked once");
                consumer.Answers.Where(answer => answer.Response.Status is not (>= 200 and < 300))
                    .Should().OnlyContain(answer => answer.Response.Status == 409 && answer.SpineErrorCodes.Contains("DUPLICATE_REJECTED"), "whoever comes later is told that it is taken");
            });
    }

    [Then("the response is 201 with the Appointment that was booked")]
    public void ThenItIsBooked()
    {
        var answer = consumer.Latest;
        checks.That(
            new Check("the Appointment is returned") { Expected = "201 Appointment", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(201, "nothing is wrong with the booking; the response came as {0}", answer.Summary);
                answer.ResourceType.Should().Be("Appointment", "what was booked is returned");
            });
        if (answer.ResourceType == "Appointment")
        {
            booked.Make(answer.Document!.Root, sent.Body, made.Current.Slots);
        }
    }

    /// <summary>A provider that takes the status as its own business has to say so.</summary>
    [Then("no Appointment returned is ([a-z-]+)")]
    public void ThenNoneIsReturnedAs(string status)
    {
        var states = consumer.Latest.Resources("Appointment").Select(appointment => appointment.Child("status").Value).ToList();
        checks.That(
            new Check($"no Appointment is {status}") { Location = "Appointment.status", Expected = $"none, or one that is not {status}", Actual = states.Count == 0 ? consumer.Latest.Summary : string.Join(", ", states) },
            () => states.Should().NotContain(status, "a booking makes a booked appointment or none"));
    }

    /// <summary>Where the text was taken: cut, it would say something else than was meant.</summary>
    [Then("what is returned holds the texts sent")]
    public void ThenTheTextsAreWhole()
    {
        if (consumer.Latest.ResourceType == "Appointment")
        {
            booked.CheckTexts(consumer.Latest.Document!.Root, sent.Body);
            return;
        }

        checks.Pass(new Check("no text is cut") { Expected = "the whole text, or a refusal", Actual = consumer.Latest.Summary });
    }

    [Then("the Location header names the Appointment and its version")]
    public void ThenTheLocationNamesIt()
    {
        var answer = consumer.Latest;
        var root = answer.Document?.Root ?? default;
        var expected = $"{consumer.Run.Settings.Roots.Of(Capability.Appointments)}/Appointment/{root.Child("id").Value}/_history/{root.Child("meta").Child("versionId").Value}";
        var location = answer.Response.Header("Location");
        checks.That(
            new Check("the Location header names what was made") { Location = "Location", Expected = expected, Actual = location ?? "no such header" },
            () => location.Should().Be(expected, "it is the URL of the new resource and its version"));
    }

    /// <summary>By a search of the consumer that could book them.</summary>
    [Then("the earlier slot is still offered")]
    public void ThenTheEarlierSlotIsOffered() => CheckOffered("still", [search.Taken[0]]);

    [Then("the slots are (no longer|still|again) offered")]
    public void ThenTheSlotsAreOffered(string when) => CheckOffered(when, search.Taken);

    /// <summary>The patient has no appointment that takes one of the slots; made ones that the scenario knows of are left out.</summary>
    [Then("nothing was booked for the patient \"(.+)\"")]
    public void ThenNothingWasBooked(string role)
    {
        if (search.Taken.Count == 0)
        {
            throw new InvalidOperationException("the scenario took no slot that could be looked for; put 'Given a free slot is held' in front");
        }

        var (first, last) = (UkTime.DayOf(search.Taken[0].Start), UkTime.DayOf(search.Taken[^1].Start));
        var answer = made.Retrieve(booking.IdOf(role), first, last);
        var slots = search.Taken.Select(slot => slot.Id).ToHashSet(StringComparer.Ordinal);
        var latest = consumer.Latest;
        var known = made.All.Where(one => latest.Response.Status >= 400 || latest.Document?.Root.Child("id").Value != one.Id).Select(one => one.Id).ToList();
        var found = answer.Resources("Appointment")
            .Where(appointment => appointment.Child("status").Value == "booked" && !known.Contains(appointment.Child("id").Value ?? ""))
            .Where(appointment => appointment.ChildrenNamed("slot").ToArray().Any(slot => slots.Contains(OfferedSlot.IdOf(slot.Child("reference").Value) ?? "")))
            .Select(appointment => appointment.Child("id").Value)
            .ToList();
        checks.That(
            new Check($"nothing is booked for the patient \"{role}\"") { Location = "Bundle.entry", Expected = "no Appointment with the slots", Actual = found.Count == 0 ? answer.Summary : string.Join(", ", found), Exchange = answer.ExchangeId },
            () =>
            {
                answer.Response.Status.Should().Be(200, "the patient's appointments must be there to look at; they came as {0}", answer.Summary);
                found.Should().BeEmpty("a booking that was refused leaves nothing behind");
            });
    }

    private void CheckOffered(string when, IReadOnlyList<OfferedSlot> slots)
    {
        var (from, to) = (UkTime.Text(UkTime.DayOf(slots[0].Start)), UkTime.Text(UkTime.DayOf(slots[^1].Start)));
        var answer = search.Prepare(search.Sound(from, to));
        var offered = OfferedSlot.In(answer).Select(slot => slot.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var slot in slots)
        {
            var isOffered = offered.Contains(slot.Key);
            checks.That(
                new Check($"the slot is {when} offered") { Location = "Bundle.entry", Expected = when == "no longer" ? "not offered" : "offered", Actual = isOffered ? "offered" : $"not offered: {answer.Summary}", Exchange = answer.ExchangeId },
                () => isOffered.Should().Be(when != "no longer", "{0} is to be {1} free", slot, when));
        }
    }
}
