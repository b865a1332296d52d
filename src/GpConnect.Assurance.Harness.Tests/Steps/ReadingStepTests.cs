using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Tests.Steps;

public sealed class ReadingStepTests(StepBench bench) : IClassFixture<StepBench>
{
    private const string ReadNobody = "Given a consumer\nWhen it reads a patient with an id that does not exist\nThen the response is one of:";

    [Fact]
    public async Task The_reading_taken_is_told()
    {
        var result = await bench.RunAsync($"""
            {ReadNobody}
              | status | body              | reading   |
              | 400    | BAD_REQUEST       | one page  |
              | 404    | PATIENT_NOT_FOUND | the other |
            """);

        result.Verdict.Should().Be(Verdict.Info);
        result.Checks.Should().Contain(check => check.Verdict == Verdict.Info && check.Message == "Of the readings allowed the provider takes 404 PATIENT_NOT_FOUND (the other).");
        result.Checks.Should().Contain(check => check.Verdict == Verdict.Pass && check.Expected == "400 BAD_REQUEST or 404 PATIENT_NOT_FOUND");
    }

    [Fact]
    public async Task A_reading_that_is_not_what_a_provider_should_do_warns()
    {
        var result = await bench.RunAsync($"""
            {ReadNobody}
              | status | body              | verdict | reading   |
              | 400    | BAD_REQUEST       | pass    | one page  |
              | 404    | PATIENT_NOT_FOUND | warn    | the other |
            """);
        result.Verdict.Should().Be(Verdict.Warn, result.Why);
    }

    [Theory]
    [InlineData("404", "PATIENT_NOT_FOUND", true)]
    [InlineData("404", "OperationOutcome", true)]
    [InlineData("404", "anything", true)]
    [InlineData("4xx", "anything", true)]
    [InlineData("5xx", "anything", false)]
    [InlineData("400", "anything", false)]
    [InlineData("404", "nothing", false)]
    [InlineData("404", "NO_RECORD_FOUND", false)]
    [InlineData("404", "Patient", false)]
    [InlineData("404", "empty Bundle", false)]
    public async Task A_row_fits_by_status_and_body(string status, string body, bool fits)
    {
        var result = await bench.RunAsync($"{ReadNobody}\n| status | body |\n| {status} | {body} |");
        result.Verdict.Should().Be(fits ? Verdict.Pass : Verdict.Fail, result.Why);
    }

    [Theory]
    [InlineData("registered", "Bundle of 1 Patient", true)]
    [InlineData("registered", "Bundle of 2 Patient", false)]
    [InlineData("registered", "Bundle of 1 Location", false)]
    [InlineData("registered", "empty Bundle", false)]
    [InlineData("unknown", "empty Bundle", true)]
    [InlineData("unknown", "Bundle of 0 Patient", true)]
    public async Task Entries_of_a_Bundle_are_counted(string role, string body, bool fits)
    {
        var result = await bench.RunAsync($"When it searches for the patient \"{role}\" by NHS number\nThen the response is one of:\n| status | body |\n| 200 | {body} |");
        result.Verdict.Should().Be(fits ? Verdict.Pass : Verdict.Fail, result.Why);
    }

    [Theory]
    [InlineData("Bearer error=\"invalid_token\"", Verdict.Pass)]
    [InlineData("Basic", Verdict.Fail)]
    [InlineData(null, Verdict.Fail)]
    public async Task A_refused_token_names_the_scheme_that_is_wanted(string? challenge, Verdict verdict)
    {
        var result = await bench.RunAsync($"{ReadNobody}\n| status | body |\n| 401 | anything |", (_, response) =>
        {
            response.Status = response.Status == 404 ? 401 : response.Status;
            if (challenge is not null)
            {
                response.Headers["WWW-Authenticate"] = challenge;
            }
        });
        result.Verdict.Should().Be(verdict, result.Why);
    }

    [Theory]
    [InlineData("GPC-FND-032", Verdict.Fail)]
    [InlineData("GPC-FND-033", Verdict.Warn)]
    [InlineData("GPC-FND-036", Verdict.Info)]
    public async Task No_reading_is_as_grave_as_the_requirement(string requirement, Verdict verdict)
    {
        var result = await bench.RunAsync($"{ReadNobody} [{requirement}]\n| status | body |\n| 200 | Patient |");
        result.Verdict.Should().Be(verdict, result.Why);
    }

    [Theory]
    [InlineData("| status | body |", "| four | anything |")]
    [InlineData("| status | body |", "| 404 | some Bundle |")]
    [InlineData("| status | body | verdict |", "| 404 | anything | perhaps |")]
    public async Task A_row_that_is_not_known_is_an_error_that_says_what_to_write(string header, string row)
    {
        var result = await bench.RunAsync($"{ReadNobody}\n{header}\n{row}");
        result.Verdict.Should().Be(Verdict.Error);
        result.Record.Reason.Should().Contain("write a status as 404 or 4xx");
    }
}
