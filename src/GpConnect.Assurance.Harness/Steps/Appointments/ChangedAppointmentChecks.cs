using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>An amended or cancelled appointment beside what it was before and what was asked for.</summary>
public sealed class ChangedAppointmentChecks(
    Consumer consumer, MadeAppointments made, SentAppointment sent, BookedAppointmentChecks booked, CheckRecorder checks)
{
    public void Make(bool isCancelled)
    {
        var (answer, before) = (consumer.Latest, made.Current.State);
        checks.That(
            new Check("the changed Appointment is returned") { Expected = "200 Appointment", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(200, "nothing is wrong with the change; the response came as {0}", answer.Summary);
                answer.ResourceType.Should().Be("Appointment", "the whole resource is returned");
            });
        if (answer.ResourceType != "Appointment")
        {
            return;
        }

        var now = answer.Document!.Root;
        CheckStatus(now.Child("status").Value, isCancelled);
        if (isCancelled)
        {
            CheckReason(OfferedSlot.Extension(now, AppointmentBody.CancellationReasonUrl).Child("valueString").Value);
        }
        else
        {
            booked.CheckTexts(now, sent.Body);
        }

        if (before.IsNone)
        {
            return;
        }

        string[] mayDiffer = isCancelled ? ["status", AppointmentContent.CancellationReason] : ["description", "comment"];
        var differences = AppointmentContent.Of(before).DifferencesTo(AppointmentContent.Of(now), mayDiffer);
        checks.That(
            new Check("nothing else of the Appointment changes") { Requirements = ["GPC-APT-205"], Expected = "no other difference", Actual = $"{differences.Count} differences" },
            () => differences.Should().BeEmpty("only {0} may change", string.Join(" and ", mayDiffer)));
        var (old, version) = (made.Current.Version, now.Child("meta").Child("versionId").Value);
        checks.That(
            new Check("the version is a new one") { Requirements = ["GPC-APT-021"], Location = "Appointment.meta.versionId", Expected = $"another than {old}", Actual = version ?? "no version" },
            () => version.Should().NotBeNullOrEmpty("each version has an id").And.NotBe(old, "the content changed").And.NotBe(made.Current.EarlierVersions.FirstOrDefault() ?? "", "no version comes again"));
        CheckETag(answer, version, isCancelled ? ["GPC-APT-272"] : ["GPC-APT-253", "GPC-API-200"]);
        made.Changed(answer, "GPC-APT-205");
    }

    private void CheckETag(Answer answer, string? version, string[] requirements)
    {
        var etag = answer.Response.Header("ETag");
        checks.That(
            new Check("the ETag is the new version") { Requirements = requirements, Location = "ETag", Expected = $"W/\"{version}\"", Actual = etag ?? "no such header" },
            () => etag.Should().Be($"W/\"{version}\"", "the next change names it in If-Match"));
    }

    private void CheckStatus(string? status, bool isCancelled)
    {
        var expected = isCancelled ? "cancelled" : "booked";
        checks.That(
            new Check($"the status is {expected}") { Requirements = ["GPC-APT-191"], Location = "Appointment.status", Expected = expected, Actual = status ?? "no status" },
            () => status.Should().Be(expected, "that is what was asked for"));
    }

    /// <summary>A provider may cut a long reason, as no limit is set for it (GPC-APT-273).</summary>
    private void CheckReason(string? reason)
    {
        var wanted = sent.Body["extension"]?.AsArray()
            .Where(extension => extension?["url"]?.GetValue<string>() == AppointmentBody.CancellationReasonUrl)
            .Select(extension => extension?["valueString"]?.GetValue<string>())
            .LastOrDefault() ?? "";
        checks.That(
            new Check("the reason is the one given") { Requirements = ["GPC-APT-272", "GPC-APT-198"], Location = "Appointment.extension(AppointmentCancellationReason-1)", Expected = wanted, Actual = reason ?? "no reason" },
            () =>
            {
                reason.Should().NotBeNullOrWhiteSpace("the reason must be kept");
                wanted.Should().StartWith(reason ?? "", "it may be cut, but not altered");
            });
    }
}
