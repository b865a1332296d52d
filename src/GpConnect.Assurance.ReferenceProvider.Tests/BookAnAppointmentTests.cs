using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class BookAnAppointmentTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private Consumer Consumer => provider.Consumer;

    private TestPatient Patient => Consumer.TestData.Patients["registered"];

    [Fact]
    public async Task A_free_slot_is_booked_read_and_no_longer_offered()
    {
        var found = await Consumer.FindSlots();
        var slot = found.OfType("Routine GP appointment")[0];

        var answer = await Consumer.Book(AppointmentForm.For(found, Patient, slot));

        answer.Status.Should().Be(201, answer.Diagnostics);
        var booked = answer.Json;
        answer.Headers["Location"].Should().Be($"{Consumer.BaseUrl}/Appointment/{booked["id"]}/_history/1");
        answer.Headers["ETag"].Should().Be("W/\"1\"");
        answer.Headers.Should().ContainKey("Last-Modified");
        booked["start"]!.GetValue<string>().Should().Be(slot["start"]!.GetValue<string>());
        JsonNode.DeepEquals((await Consumer.ReadAppointment(booked["id"]!.GetValue<string>())).Json, booked).Should().BeTrue();
        (await Consumer.FindSlots()).Has(slot).Should().BeFalse();
    }

    [Fact]
    public async Task It_is_amended_retrieved_and_cancelled()
    {
        var found = await Consumer.FindSlots();
        var slot = found.OfType("Video consultation")[0];
        var booked = (await Consumer.Book(AppointmentForm.For(found, Patient, slot))).Json;

        var amended = await Consumer.Amend(AppointmentForm.Amended(booked, "Another text"), "1");
        amended.Status.Should().Be(200, amended.Diagnostics);
        amended.Json["description"]!.GetValue<string>().Should().Be("Another text");
        amended.Headers["ETag"].Should().Be("W/\"2\"");

        var cancelled = await Consumer.Cancel(AppointmentForm.Cancelled(amended.Json), "2");
        cancelled.Status.Should().Be(200, cancelled.Diagnostics);
        cancelled.Json["status"]!.GetValue<string>().Should().Be("cancelled");

        var retrieved = await Consumer.Retrieve(Patient, 0, 14);
        retrieved.Status.Should().Be(200, retrieved.Diagnostics);
        retrieved.Entries.Should().Contain(entry => JsonNode.DeepEquals(entry, cancelled.Json));
        (await Consumer.FindSlots()).Has(slot).Should().BeTrue();
    }
}
