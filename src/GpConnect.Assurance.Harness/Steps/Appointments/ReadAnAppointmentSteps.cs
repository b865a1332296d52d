using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Specification page: appointments_use_case_read_an_appointment.</summary>
[Binding]
public sealed class ReadAnAppointmentSteps(Consumer consumer, MadeAppointments made, Moments moments, UkTimeChecks times, CheckRecorder checks)
{
    [When("it reads the appointment")]
    public void WhenItReads() => Read(made.Current.Id);

    /// <summary>Moments are filled in: <c>{unknown}</c> is an id that nobody gave.</summary>
    [When("it reads the appointment with the id \"(.+)\"")]
    public void WhenItReadsTheId(string id) => Read(moments.Fill(id));

    [When("it reads the appointment by its id in the other case")]
    public void WhenItReadsInTheOtherCase()
    {
        var id = made.Current.Id;
        var other = string.Concat(id.Select(c => char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));
        if (other == id)
        {
            throw new Engine.ScenarioSkippedException("The provider's ids have no letters, so that they have no other case.");
        }

        Read(other);
    }

    [Then("the response is 200 with the Appointment as it was")]
    public void ThenItIsAsItWas()
    {
        var (answer, before) = (consumer.Latest, made.Current.State);
        checks.That(
            new Check("the Appointment is returned") { Expected = "200 Appointment", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(200, "the appointment is there; the response came as {0}", answer.Summary);
                answer.ResourceType.Should().Be("Appointment", "an Appointment was read");
            });
        var now = answer.Document?.Root ?? default;
        var id = now.Child("id").Value;
        checks.That(
            new Check("it has the id that was asked for") { Location = "Appointment.id", Expected = made.Current.Id, Actual = id ?? "no id" },
            () => id.Should().Be(made.Current.Id, "a read returns what was asked for"));
        times.Make(answer, "GPC-APT-214");
        if (before.IsNone || now.ResourceType != "Appointment")
        {
            return;
        }

        var differences = AppointmentContent.Of(before).DifferencesTo(AppointmentContent.Of(now));
        var version = now.Child("meta").Child("versionId").Value;
        checks.That(
            new Check("it is as it was, in the same version") { Expected = $"the same in version {made.Current.Version}", Actual = $"{differences.Count} differences, version {version}" },
            () =>
            {
                differences.Should().BeEmpty("nobody changed it");
                version.Should().Be(made.Current.Version, "nobody changed it");
            });
    }

    private void Read(string id) => consumer.Ask(Interactions.ReadAppointment, request => request.With("id", id));
}
