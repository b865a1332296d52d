using System.Text.Json.Nodes;
using static GpConnect.Assurance.ReferenceProvider.Tests.AppointmentForm;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class AppointmentReadingTests
{
    [Fact]
    public async Task A_practice_can_read_the_specification_otherwise()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new() { Practices = [new() { Readings = Enum.GetValues<Reading>().ToHashSet() }] });
        var consumer = new Consumer(host);
        var patient = consumer.TestData.Patients["registered"];
        var found = await consumer.FindSlots(1, 15, AppointmentCalls.OdsCode + "X99999");
        found.Answer.Status.Should().Be(200, "fifteen dates may be two weeks");
        found.OfType("Home visit").Should().NotBeEmpty();
        found.ScheduleOf(found.Slots[0])["extension"]![0]!["valueCodeableConcept"]!["coding"]![0]!["system"]!.GetValue<string>().Should().StartWith("https://fhir.nhs.uk/");

        var form = For(found, patient, found.OfType(consumer.TestData.Slots["limited"].ServiceType)[0]);
        form["extension"]!.AsArray().Add(new JsonObject { ["url"] = CancellationReason, ["valueString"] = "x" });
        var booked = await consumer.Book(form, request => request.Headers.Add("Prefer", "return=minimal"));
        booked.Status.Should().Be(201, booked.Diagnostics);
        booked.Json["extension"]!.AsArray().Should().NotContain(extension => extension!["url"]!.GetValue<string>() == CancellationReason);
        var limited = (await consumer.FindSlots(filters: AppointmentCalls.OdsCode + "X99999")).OfType(consumer.TestData.Slots["limited"].ServiceType);
        limited.Should().HaveCount(3);
        (await consumer.Book(For(found, patient, limited[0]))).Error.Should().Be("422 INVALID_RESOURCE");

        var cancelled = await consumer.Cancel(Cancelled(booked.Json), "1");
        var again = cancelled.Json;
        again["extension"]!.AsArray()[^1]!["valueString"] = "Another reason";
        (await consumer.Cancel(again, "2")).Status.Should().Be(200);
        (await consumer.ReadAppointment(consumer.TestData.Appointments["earlier-today"].Id)).Status.Should().Be(200);
        (await consumer.Retrieve(patient with { LogicalId = "none" }, 0, 7)).Json.Should().NotContainKey("entry");
    }

    [Fact]
    public async Task Appointment_Management_is_switched_off_on_its_own()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new() { Practices = [new() { HasAppointments = false }] });
        var consumer = new Consumer(host);

        (await consumer.FindSlots()).Answer.Error.Should().Be("403 ACCESS DENIED");
        (await consumer.Retrieve(consumer.TestData.Patients["registered"], 0, 7)).Error.Should().Be("403 ACCESS DENIED");
        (await consumer.FindPatient("registered")).Status.Should().Be(200);
        (await consumer.GetMetadata()).Json["rest"]![0]!["resource"]!.AsArray()
            .Select(resource => resource!["type"]!.GetValue<string>()).Should().NotContain("Slot").And.NotContain("Appointment").And.Contain("Patient");
    }

    [Fact]
    public async Task Every_practice_has_a_companion_with_its_records_and_without_appointments()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new() { Practices = [new(), new() { OdsCode = "GPC002" }] });
        var consumer = new Consumer(host, "GPC002");
        var companion = consumer.WithoutAppointments;

        companion.BaseUrl.AbsolutePath.Should().Be("/GPC002OFF/STU3/1/gpconnect");
        host.Practices.Should().BeEquivalentTo("GPC001", "GPC002");
        (await companion.FindSlots()).Answer.Error.Should().Be("403 ACCESS DENIED");
        (await companion.FindPatient("registered")).Entries.Should().ContainSingle();
        (await consumer.FindSlots()).Answer.Status.Should().Be(200);
    }
}
