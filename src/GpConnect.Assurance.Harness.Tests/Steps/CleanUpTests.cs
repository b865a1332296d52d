using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>What scenarios book is cancelled again, whatever became of them, or said to be left behind.</summary>
public sealed class CleanUpTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string Book = "Given a consumer\nWhen it books the appointment\n";

    [Fact]
    public async Task A_booking_is_cancelled_when_its_scenario_ends()
    {
        var result = await bench.RunAsync($"{Book}Then the response is 201 with the Appointment that was booked", isTrusted: true);
        result.Record.Verdict.Should().Be(Verdict.Pass, result.Why);
        result.Requests[^1].Method.Should().Be("PUT");
        result.Requests[^1].Resource()!["status"]!.GetValue<string>().Should().Be("cancelled");
    }

    [Fact]
    public async Task It_is_cancelled_too_when_the_scenario_fails_or_breaks_off()
    {
        var failed = await bench.RunAsync($"{Book}Then the response is the error 409 DUPLICATE_REJECTED", isTrusted: true);
        failed.Record.Verdict.Should().Be(Verdict.Fail);
        failed.Requests[^1].Method.Should().Be("PUT");

        var skipped = await bench.RunAsync($"{Book}And it retrieves the appointments of the patient \"unknown\" by the id in the test data\nThen the response is 200", isTrusted: true);
        skipped.Record.Verdict.Should().Be(Verdict.Skip, skipped.Why);
        skipped.Requests[^1].Method.Should().Be("PUT");
    }

    [Fact]
    public async Task What_cannot_be_cancelled_is_said_to_be_left_behind()
    {
        var result = await bench.RunAsync(
            $"{Book}Then the response is 201 with the Appointment that was booked",
            (request, response) => (response.Status, response.Resource) = request.Method == "PUT" ? (500, FakeResources.OperationOutcome("INTERNAL_SERVER_ERROR", "no")) : (response.Status, response.Resource),
            isTrusted: true);
        result.Record.Checks.Should().ContainSingle(check => check.Verdict == Verdict.Info && check.Message!.StartsWith("Left behind: Appointment/app-"));
        result.Record.Verdict.Should().Be(Verdict.Pass, "the booking was right: {0}", result.Why);
    }

    [Fact]
    public async Task A_booking_that_should_have_been_refused_is_cancelled_as_well()
    {
        var result = await bench.RunAsync("Given a consumer\nAnd the Appointment sent lacks description\nWhen it books the appointment\nThen the response is the error 422 INVALID_RESOURCE", isTrusted: true);
        result.Record.Verdict.Should().Be(Verdict.Fail);
        result.Requests[^1].Method.Should().Be("PUT");
    }

    [Fact]
    public async Task A_cancelled_appointment_is_left_as_it_is()
    {
        var result = await bench.RunAsync("Given a consumer\nAnd an appointment is booked\nWhen it cancels the appointment\nThen the response is 200 with the Appointment as cancelled", isTrusted: true);
        result.Record.Verdict.Should().Be(Verdict.Pass, result.Why);
        result.Requests.Count(request => request.Method == "PUT").Should().Be(1);
    }

    [Fact]
    public async Task A_slot_that_others_took_meanwhile_is_no_fault_of_the_provider()
    {
        var bookings = 0;
        var taken = "";
        var result = await bench.RunAsync(
            $"{Book}Then the response is 201 with the Appointment that was booked",
            (request, response) =>
            {
                if (request.Method == "POST" && Interlocked.Increment(ref bookings) == 1)
                {
                    taken = request.Resource()!["slot"]![0]!["reference"]!.GetValue<string>().Split('/')[1];
                    (response.Status, response.Resource) = (409, FakeResources.OperationOutcome("DUPLICATE_REJECTED", "taken"));
                }
                else if (taken.Length > 0 && request.Path.EndsWith("/Slot", StringComparison.Ordinal) && response.Resource!["entry"] is System.Text.Json.Nodes.JsonArray entries)
                {
                    entries.RemoveAll(entry => entry!["resource"]!["id"]!.GetValue<string>() == taken);
                }
            },
            isTrusted: true);
        result.Record.Verdict.Should().Be(Verdict.Pass, result.Why);
        bookings.Should().Be(2);
    }
}
