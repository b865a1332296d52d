using System.Text.Json.Nodes;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
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
