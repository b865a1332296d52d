using System.Text.Json.Nodes;
using static GpConnect.Assurance.ReferenceProvider.Tests.AppointmentForm;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

/// <summary>Amending, cancelling and retrieving.</summary>
public sealed class ChangeAnAppointmentTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    public static TheoryData<string> Changes => [.. AppointmentChanges.All.Keys];

    private Consumer Consumer => provider.Consumer;

    private TestPatient Patient => Consumer.TestData.Patients["registered"];

    [Fact]
    public async Task It_is_amended_retrieved_and_cancelled()
    {
        var booked = await Booked();

        var amended = await Consumer.Amend(Amended(booked, "Another text"), "1");
        amended.Status.Should().Be(200, amended.Diagnostics);
        amended.Json["description"]!.GetValue<string>().Should().Be("Another text");
        amended.Headers["ETag"].Should().Be("W/\"2\"");

        var cancelled = await Consumer.Cancel(Cancelled(amended.Json), "2");
        cancelled.Status.Should().Be(200, cancelled.Diagnostics);
        cancelled.Json["status"]!.GetValue<string>().Should().Be("cancelled");

        (await Consumer.Retrieve(Patient, 0, 14)).Entries.Should().Contain(entry => JsonNode.DeepEquals(entry, cancelled.Json));
        (await Consumer.FindSlots()).Slots.Should().Contain(slot => "Slot/" + slot["id"] == booked["slot"]![0]!["reference"]!.GetValue<string>());
        (await Consumer.Amend(Amended(cancelled.Json, "Too late"), "3")).Error.Should().Be("422 INVALID_RESOURCE");
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Nothing_else_is_changed(string element)
    {
        var booked = await Booked();
        var amendment = Amended(booked, "Another text");
        var cancellation = Cancelled(booked);
        AppointmentChanges.All[element](amendment);
        AppointmentChanges.All[element](cancellation);

        if (element is not ("description" or "comment"))
        {
            var answer = await Consumer.Amend(amendment, "1");
            answer.Error.Should().Be("422 INVALID_RESOURCE");
            answer.Diagnostics.Should().Contain(element);
        }

        (await Consumer.Cancel(cancellation, "1")).Error.Should().Be("422 INVALID_RESOURCE");
        JsonNode.DeepEquals((await Consumer.ReadAppointment(booked["id"]!.GetValue<string>())).Json, booked).Should().BeTrue();
    }

    [Fact]
    public async Task What_the_practice_filled_in_may_be_left_out()
    {
        var form = Amended(await Booked(), "Another text");
        form.Remove("serviceType");
        form.Remove("serviceCategory");
        form["extension"] = new JsonArray(form["extension"]![0]!.DeepClone());

        (await Consumer.Amend(form, "1")).Status.Should().Be(200);
    }

    [Fact]
    public async Task The_form_of_times_and_the_order_of_participants_do_not_count()
    {
        var form = Amended(await Booked(), "Another text");
        form["start"] = SlotsFound.Time(form, "start").ToOffset(TimeSpan.FromHours(-5)).ToString("yyyy-MM-dd'T'HH:mm:sszzz");
        form["participant"] = new JsonArray([.. form["participant"]!.AsArray().Reverse().Select(participant => participant!.DeepClone())]);

        (await Consumer.Amend(form, "1")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData(null, "400 BAD_REQUEST")]
    [InlineData("2", "409 PRECONDITION_FAILED")]
    [InlineData("999999999", "409 PRECONDITION_FAILED")]
    public async Task A_change_names_the_version_it_is_of(string? version, string error)
    {
        var booked = await Booked();

        (await Consumer.Amend(Amended(booked, "Another text"), version)).Error.Should().Be(error);
        (await Consumer.Cancel(Cancelled(booked), version)).Error.Should().Be(error);
        (await Consumer.ReadAppointment(booked["id"]!.GetValue<string>())).Headers["ETag"].Should().Be("W/\"1\"");
    }

    [Fact]
    public async Task Of_twenty_amendments_of_a_version_at_once_one_wins()
    {
        var booked = await Booked();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Consumer.Amend(Amended(booked, "Text " + i), "1")));

        var winner = answers.Single(answer => answer.Status == 200);
        answers.Count(answer => answer.Status == 409).Should().Be(19);
        JsonNode.DeepEquals((await Consumer.ReadAppointment(booked["id"]!.GetValue<string>())).Json, winner.Json).Should().BeTrue();
    }

    [Fact]
    public async Task A_cancellation_needs_status_and_reason()
    {
        var booked = await Booked();
        var still = Cancelled(booked);
        still["status"] = "booked";

        (await Consumer.Cancel(still, "1")).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.Cancel(Cancelled(booked, reason: null), "1")).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.Cancel(Cancelled(booked, "  "), "1")).Error.Should().Be("422 INVALID_RESOURCE");
        (await Consumer.Cancel(Cancelled(booked, new string('r', 1000)), "1")).Status.Should().Be(200);
    }

    [Fact]
    public async Task What_is_not_there_is_not_changed()
    {
        var booked = await Booked();
        booked["id"] = "none";

        (await Consumer.Amend(booked, "1")).Error.Should().Be("404 NO_RECORD_FOUND");
        (await Consumer.Cancel(Cancelled(booked), "1")).Error.Should().Be("404 NO_RECORD_FOUND");
        (await Consumer.ReadAppointment("none")).Error.Should().Be("404 NO_RECORD_FOUND");
    }

    [Theory]
    [InlineData("past", "422 INVALID_RESOURCE")]
    [InlineData("earlier-today", "422 INVALID_RESOURCE")]
    [InlineData("visit", "422 INVALID_RESOURCE")]
    [InlineData("in-practice", "200 ")]
    [InlineData("booked-by-another-organisation", "200 ")]
    public async Task Appointments_that_stood_in_the_book_are_changed_if_they_may_be(string role, string expected)
    {
        var appointment = JsonNode.Parse(Consumer.TestData.Appointments[role].Expected["resource"])!.AsObject();

        (await Consumer.Amend(Amended(appointment, "Another text"), "1")).Error.Should().Be(expected);
    }

    [Theory]
    [InlineData("", "400 BAD_REQUEST")]
    [InlineData("start=ge2100-01-01", "422 INVALID_PARAMETER")]
    [InlineData("start=ge2100-01-01&start=ge2100-01-02", "422 INVALID_PARAMETER")]
    [InlineData("start=2100-01-01&start=2100-01-02", "422 INVALID_PARAMETER")]
    [InlineData("start=ge2100-01-02&start=le2100-01-01", "422 INVALID_PARAMETER")]
    [InlineData("start=ge2100-01&start=le2100-02", "422 INVALID_PARAMETER")]
    [InlineData("start=ge2100-02-30&start=le2100-03-01", "422 INVALID_PARAMETER")]
    [InlineData("start=ge2100-01-01T00:00:00%2B00:00&start=le2100-01-02", "422 INVALID_PARAMETER")]
    [InlineData("start=ge2000-01-01&start=le2100-01-01", "422 INVALID_PARAMETER")]
    [InlineData("start=le2100-01-02&start=ge2100-01-01", "200 ")]
    [InlineData("start=ge2100-01-01&start=le2100-01-01&unknown-param=x", "200 ")]
    public async Task A_retrieval_has_two_days_as_its_bounds(string query, string expected) =>
        (await Consumer.Retrieve(Patient, query)).Error.Should().Be(expected);

    [Fact]
    public async Task Today_is_retrieved_whole_and_nothing_of_others()
    {
        var patient = Consumer.TestData.Patients["booked-in-practice"];
        var retrieved = (await Consumer.Retrieve(patient, 0, 14)).Entries;

        retrieved.Select(entry => entry["id"]!.GetValue<string>()).Should().BeEquivalentTo(
            new[] { "earlier-today", "in-practice", "visit", "cancelled-in-practice", "booked-by-another-organisation" }
                .Select(role => Consumer.TestData.Appointments[role].Id));
        retrieved.Should().OnlyContain(entry => entry["participant"]![0]!["actor"]!["reference"]!.GetValue<string>() == "Patient/" + patient.LogicalId);
        (await Consumer.Retrieve(Consumer.TestData.Patients["incomplete-appointment"], 0, 14)).Error.Should().Be("500 INTERNAL_SERVER_ERROR");
        (await Consumer.Retrieve(Consumer.TestData.Patients["sensitive"], 0, 14)).Error.Should().Be("404 PATIENT_NOT_FOUND");
    }

    private async Task<JsonObject> Booked()
    {
        var found = await Consumer.FindSlots();
        var form = For(found, Patient, found.OfType("Routine GP appointment")[0]);
        form["priority"] = 1;
        var answer = await Consumer.Book(form);
        return answer.Json;
    }
}
