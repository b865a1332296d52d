using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using static GpConnect.Assurance.ReferenceProvider.Tests.AppointmentForm;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class BookAnAppointmentTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    public static TheoryData<string> Faults => [.. AppointmentFaults.All.Keys];

    private Consumer Consumer => provider.Consumer;

    private TestPatient Patient => Consumer.TestData.Patients["registered"];

    [Fact]
    public async Task A_free_slot_is_booked_read_and_no_longer_offered()
    {
        var found = await Consumer.FindSlots();
        var slot = found.OfType("Routine GP appointment")[0];

        var answer = await Consumer.Book(For(found, Patient, slot));

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
    public async Task The_booking_organisation_comes_back_as_it_was_sent()
    {
        var found = await Consumer.FindSlots();
        var form = For(found, Patient, found.OfType("Routine GP appointment")[0]);

        var booked = (await Consumer.Book(form)).Json;

        JsonNode.DeepEquals(booked["contained"], form["contained"]).Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_wrong_booking_is_refused_and_takes_no_slot(string fault)
    {
        var found = await Consumer.FindSlots(12, 13);
        var slot = found.OfType("Routine GP appointment")[0];
        var form = For(found, Patient, slot);
        AppointmentFaults.All[fault].Change(form);

        var answer = await Consumer.Book(form);

        answer.Error.Should().Be(AppointmentFaults.All[fault].Error, answer.Diagnostics);
        answer.Diagnostics.Should().NotBeNullOrWhiteSpace();
        (await Consumer.FindSlots(12, 13)).Has(slot).Should().BeTrue();
    }

    [Fact]
    public async Task Of_fifty_bookings_of_a_slot_at_once_one_wins()
    {
        var found = await Consumer.FindSlots();
        var slot = found.OfType("Routine GP appointment")[^1];

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Consumer.Book(For(found, Patient, slot))));

        answers.Count(answer => answer.Status == 201).Should().Be(1);
        answers.Where(answer => answer.Status != 201).Should().HaveCount(49).And.OnlyContain(answer => answer.Error == "409 DUPLICATE_REJECTED");
        var day = slot["start"]!.GetValue<string>()[..10];
        var retrieved = await Consumer.Retrieve(Patient, $"start=ge{day}&start=le{day}");
        retrieved.Entries.Count(entry => entry["slot"]![0]!["reference"]!.GetValue<string>() == "Slot/" + slot["id"]).Should().Be(1);
        (await Consumer.FindSlots()).Has(slot).Should().BeFalse();
    }

    [Fact]
    public async Task Touching_slots_are_booked_together_in_any_order_or_not_at_all()
    {
        var found = await Consumer.FindSlots();
        var slots = found.OfType("Nurse telephone review");
        var form = For(found, Patient, slots[0], slots[1], slots[2]);
        form["slot"] = new JsonArray(Reference("Slot/" + slots[2]["id"]), Reference("Slot/" + slots[0]["id"]), Reference("Slot/" + slots[1]["id"]));

        (await Consumer.Book(form)).Status.Should().Be(201);
        (await Consumer.Book(For(found, Patient, slots[3]))).Status.Should().Be(201);
        (await Consumer.Book(For(found, Patient, slots[3], slots[4]))).Error.Should().Be("409 DUPLICATE_REJECTED");

        var later = await Consumer.FindSlots();
        slots.Take(4).Should().OnlyContain(slot => !later.Has(slot));
        later.Has(slots[4]).Should().BeTrue();
    }

    [Fact]
    public async Task Slots_that_do_not_go_together_are_refused()
    {
        var found = await Consumer.FindSlots(3, 3);
        var nurse = found.OfType("Nurse telephone review");
        var review = found.Slots.Where(slot => found.ScheduleOf(slot)["serviceCategory"]!["text"]!.GetValue<string>() == "Review clinic").ToList();
        var routine = found.OfType("Routine GP appointment").GroupBy(slot => slot["schedule"]!["reference"]!.GetValue<string>()).ToList();

        foreach (var slots in new[] { [nurse[0], nurse[2]], [review[1], review[2]], [review[2], review[3]], new[] { routine[0].First(), routine[1].ElementAt(1) } })
        {
            (await Consumer.Book(For(found, Patient, slots))).Error.Should().Be("422 INVALID_RESOURCE");
        }
    }

    [Theory]
    [InlineData("unmarked")]
    [InlineData("visit")]
    [InlineData("embargoed")]
    public async Task A_slot_that_is_not_offered_is_not_booked(string role)
    {
        var expected = Consumer.TestData.Slots[role].Expected;
        var found = await Consumer.FindSlots();
        var form = For(found, Patient, found.Slots[0]);
        form["slot"]![0]!["reference"] = "Slot/" + expected["id"];
        (form["start"], form["end"]) = (expected["start"], expected["end"]);

        found.Slots.Should().NotContain(slot => slot["id"]!.GetValue<string>() == expected["id"]);
        (await Consumer.Book(form)).Error.Should().Be("422 INVALID_RESOURCE");
    }

    [Fact]
    public async Task Restricted_slots_are_for_those_they_are_kept_for()
    {
        var found = await Consumer.FindSlots(filters: AppointmentCalls.OdsCode + "X99999");
        var slot = found.OfType("Partner appointment")[0];
        var form = For(found, Patient, slot);
        form["contained"]![0]!["identifier"]![0]!["value"] = "Z00001";

        (await Consumer.Book(form)).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.Book(For(found, Patient, slot))).Status.Should().Be(201);
        (await Consumer.FindSlots()).OfType("Partner appointment").Should().BeEmpty();
        (await Consumer.FindSlots(filters: AppointmentCalls.OdsCode + "Z00001")).OfType("Partner appointment").Should().BeEmpty();
    }

    [Fact]
    public async Task An_organisation_gets_no_more_than_its_limit()
    {
        var limited = Consumer.TestData.Slots["limited"].ServiceType;
        var found = await Consumer.FindSlots();
        var slots = found.OfType(limited);

        var booked = await Consumer.Book(For(found, Patient, slots[0]));

        (await Consumer.Book(For(found, Patient, slots[1]))).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.FindSlots(filters: AppointmentCalls.OdsCode + "X99999")).OfType(limited).Should().BeEmpty();
        (await Consumer.FindSlots(filters: AppointmentCalls.OdsCode + "Z00001")).OfType(limited).Should().HaveCount(3);
        await Consumer.Cancel(Cancelled(booked.Json), "1");
        (await Consumer.FindSlots(filters: AppointmentCalls.OdsCode + "X99999")).OfType(limited).Should().HaveCount(4);
    }

    [Fact]
    public async Task XML_is_read_and_written_as_JSON_is()
    {
        var found = await Consumer.FindSlots();
        var form = For(found, Patient, found.OfType("Video consultation")[0]);
        var xml = System.Text.Encoding.UTF8.GetString(FhirXmlWriter.Write(form));

        var answer = await Consumer.Book([], request => request.Content = Consumer.Content(xml, "application/fhir+xml"));

        answer.Status.Should().Be(201);
        answer.Headers["Content-Type"].Should().Be("application/fhir+xml;charset=utf-8");
        var id = answer.Headers["Location"].Split('/')[^3];
        var read = await Consumer.ReadAppointment(id);
        JsonNode.DeepEquals(read.Json["contained"], form["contained"]).Should().BeTrue();
        FhirCompare.Differences(FhirReader.Read(answer.Body, FhirFormat.Xml).Root, FhirReader.Read(read.Body, FhirFormat.Json).Root).Should().BeEmpty();
    }

    [Fact]
    public async Task Who_prefers_no_body_gets_none()
    {
        var found = await Consumer.FindSlots();

        var answer = await Consumer.Book(For(found, Patient, found.OfType("Video consultation")[0]), request => request.Headers.Add("Prefer", "return=minimal"));

        answer.Status.Should().Be(201);
        answer.Body.Should().BeEmpty();
        answer.Headers.Should().ContainKeys("Location", "ETag");
    }

    [Theory]
    [InlineData("sensitive", "404 PATIENT_NOT_FOUND")]
    [InlineData("dissent", "201 ")]
    public async Task Whose_record_is_withheld_has_no_appointments(string role, string expected)
    {
        var found = await Consumer.FindSlots();

        (await Consumer.Book(For(found, Consumer.TestData.Patients[role], found.OfType("Video consultation")[0]))).Error.Should().Be(expected);
    }
}
