using System.Text.Json.Nodes;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Protocol;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>The appointment that a scenario is about: made for it, or there before, and what becomes of it.</summary>
[Binding]
public sealed class AppointmentSteps(
    Consumer consumer, Booking booking, AppointmentChange change, MadeAppointments made, Moments moments, CheckRecorder checks)
{
    [Given("an appointment is booked")]
    public void GivenItIsBooked() => booking.Book();

    /// <summary>In other slots than those before.</summary>
    [Given("another appointment is booked")]
    public void GivenAnotherIsBooked()
    {
        moments.Slots = [];
        booking.Book();
    }

    [Given("an appointment is booked without a comment")]
    public void GivenItIsBookedWithoutAComment() => booking.Book(body => body.Remove("comment"));

    [Given("an appointment is booked and (amended|cancelled|amended and cancelled)")]
    public void GivenItIsBookedAndChanged(string changed)
    {
        booking.Book();
        if (changed.StartsWith("amended", StringComparison.Ordinal))
        {
            change.Amend();
        }

        if (changed.EndsWith("cancelled", StringComparison.Ordinal))
        {
            change.Cancel();
        }
    }

    /// <summary>One that the practice made itself.</summary>
    [Given("the appointment \"(.+)\"")]
    public void GivenTheAppointment(string role)
    {
        var mapping = consumer.Run.Settings.TestData.Appointment(role);
        if (!mapping.IsMapped)
        {
            throw new ScenarioSkippedException(mapping.NotMappedBecause);
        }

        var known = mapping.Participant.Expected.GetValueOrDefault("resource");
        made.Use(new MadeAppointment(mapping.Participant.Id, PatientId: null, []), known is null ? null : JsonNode.Parse(known)?.AsObject());
    }

    /// <summary>Nothing but what the scenario changed may differ; its version may not.</summary>
    [Then("the appointment is unchanged")]
    public void ThenItIsUnchanged()
    {
        var answer = made.Read(made.Current.Id);
        CheckSame("a later read gives the appointment as it was", answer, made.Current.State, answer.Document?.Root ?? default);
    }

    /// <summary>Reads and retrieves it, and compares both with what the latest response gave.</summary>
    [Then("the appointment is then read and retrieved just so")]
    public void ThenItIsReadAndRetrieved()
    {
        var latest = consumer.Latest;
        var given = latest.ResourceType == "Appointment" ? latest.Document!.Root : default;
        var id = given.Child("id").Value ?? made.Current.Id;
        var read = made.Read(id);
        CheckSame("a read gives the appointment as it was returned", read, given, read.Document?.Root ?? default);
        if (made.Current.PatientId is not { } patient || made.Current.Slots.Count == 0)
        {
            return;
        }

        var day = UkTime.DayOf(made.Current.Slots[0].Start);
        var retrieved = made.Retrieve(patient, day, day);
        CheckSame("the patient's appointments hold it as it was returned", retrieved, given, retrieved.Resources("Appointment").FirstOrDefault(one => one.Child("id").Value == id));
    }

    /// <summary>A visit's place is nobody's address: the Location named stands in for one that is not known.</summary>
    [Then("the Location of the visit is a stand-in")]
    public void ThenTheLocationIsAStandIn()
    {
        var visits = consumer.Latest.Resources("Appointment").Where(one => one.Child("id").Value == made.Current.Id).ToList();
        var location = visits.SelectMany(visit => visit.ChildrenNamed("participant").ToArray())
            .Select(participant => participant.Child("actor").Child("reference").Value)
            .FirstOrDefault(reference => reference?.Contains("Location/", StringComparison.Ordinal) == true);
        var check = new Check("the visit's Location has no real address") { Location = "Location.address", Expected = "line and city that name no place", Actual = location ?? $"no Location: {consumer.Latest.Summary}" };
        if (location is null)
        {
            checks.Fail(check, "There is no Location in the visit to look at.");
            return;
        }

        CheckKind(visits[0]);
        var read = consumer.Prepare(Interactions.ReadLocation, request => request.With("id", OfferedSlot.IdOf(location)!));
        var address = read.Resources("Location") is [var found, ..] ? found.Child("address") : default;
        var parts = new[] { address.Child("line").Value, address.Child("city").Value }.OfType<string>().ToList();
        checks.That(
            check with { Actual = $"{read.Summary}: {string.Join(", ", parts)}", Exchange = read.ExchangeId },
            () =>
            {
                read.Response.Status.Should().Be(200, "the Location must be there to be read");
                parts.Should().NotContain(part => part.Any(char.IsDigit), "the address visited must not be told");
            });
    }

    /// <summary>What kind of visit it is stands in the comment, where the test data tells of one.</summary>
    private void CheckKind(Fhir.FhirNode visit)
    {
        if (made.Known?["comment"]?.GetValue<string>() is { } kind)
        {
            var comment = visit.Child("comment").Value;
            checks.That(
                new Check("the comment says what kind of visit it is") { Location = "Appointment.comment", Expected = kind, Actual = comment ?? "no comment" },
                () => comment.Should().Be(kind, "the kind is known"));
        }
    }

    private void CheckSame(string title, Answer answer, Fhir.FhirNode before, Fhir.FhirNode now)
    {
        var differences = before.IsNone || now.IsNone ? [] : AppointmentContent.Of(before).DifferencesTo(AppointmentContent.Of(now));
        var (wanted, version) = (before.Child("meta").Child("versionId").Value, now.Child("meta").Child("versionId").Value);
        checks.That(
            new Check(title) { Expected = "the same in the same version", Actual = now.IsNone ? answer.Summary : differences.Count == 0 && version == wanted ? "the same" : $"{differences.Count} differences, version {version}", Exchange = answer.ExchangeId },
            () =>
            {
                before.IsNone.Should().BeFalse("there must be an Appointment to compare with");
                (now.ResourceType ?? answer.Summary).Should().Be("Appointment", "it must be there");
                differences.Should().BeEmpty("nothing may differ");
                version.Should().Be(wanted, "the version is that of the content");
            });
    }
}
