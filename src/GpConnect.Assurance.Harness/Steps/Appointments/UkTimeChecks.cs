using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Times as the clocks of the United Kingdom show them: seconds, and the offset of that day (GPC-APT-045).</summary>
public sealed class UkTimeChecks(CheckRecorder checks)
{
    /// <param name="answer">What came.</param>
    /// <param name="requirement">The requirement of the interaction.</param>
    public void Make(Answer answer, string requirement)
    {
        var times = answer.AllResources().SelectMany(Times).Where(time => time.Value is not null).ToList();
        var wrong = times.Where(time => OfferedSlot.Instant(time) is not { } instant || UkTime.Text(instant) != time.Value).ToList();
        var first = wrong.FirstOrDefault();
        checks.That(
            new Check("times are UK local times with the offset of their day")
            {
                Requirements = requirement == "GPC-APT-045" ? ["GPC-APT-045"] : [requirement, "GPC-APT-045"],
                Location = first.IsNone ? null : first.Path,
                Line = first.IsNone ? null : first.Line,
                Column = first.IsNone ? null : first.Column,
                Expected = OfferedSlot.Instant(first) is { } meant ? UkTime.Text(meant) : "2027-03-30T09:00:00+01:00, as the clocks show it",
                Actual = first.IsNone ? $"{times.Count} times, all so" : first.Value,
            },
            () => wrong.Select(time => time.Value).Should().BeEmpty("each must have seconds and the offset of the United Kingdom on its day"));
    }

    private static IEnumerable<FhirNode> Times(FhirNode resource) => resource.ResourceType switch
    {
        "Slot" => [resource.Child("start"), resource.Child("end")],
        "Schedule" => [resource.Child("planningHorizon").Child("start"), resource.Child("planningHorizon").Child("end")],
        "Appointment" => [resource.Child("start"), resource.Child("end"), resource.Child("created")],
        _ => [],
    };
}
