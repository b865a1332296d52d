using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Answers of which the specification allows several, because its pages or releases differ or name none.</summary>
[Binding]
public sealed class ReadingSteps(Consumer consumer, CheckRecorder checks, OperationOutcomeChecks outcome, SoundTwin twin)
{
    /// <summary>Accepts each reading, and says which one the provider took: the first row that fits.</summary>
    /// <param name="table">
    /// Columns: <c>status</c> (<c>404</c>, <c>4xx</c>; a 401 must name the Bearer scheme in WWW-Authenticate), <c>body</c> (a Spine code,
    /// a resource type, <c>Bundle of 1 Patient</c>, <c>empty Bundle</c>, <c>nothing</c>, <c>anything</c>), optional <c>verdict</c>
    /// (<c>pass</c>, <c>warn</c>), <c>reading</c> (why it is allowed, or the page that says so) and <c>since</c> (the version of the specification from which on it is).
    /// </param>
    [Then("the response is one of:")]
    public void ThenTheResponseIsOneOf(Table table)
    {
        var answer = consumer.Latest;
        var readings = table.Rows.Select(row => new AllowedReading(row)).Where(reading => reading.Since.Length == 0 || consumer.Run.MayFollow(reading.Since)).ToList();
        var taken = readings.Find(reading => reading.Fits(answer));
        var check = new Check("the response is one of those that the specification allows")
        {
            Expected = string.Join(" or ", readings),
            Actual = answer.Summary,
        };
        if (taken is null)
        {
            checks.Fail(check, $"The response is none of those allowed: it came as {answer.Summary}.");
            return;
        }

        Record(check, taken, isOneOfSeveral: readings.Count > 1);
        if (answer.Response.Status >= 400)
        {
            outcome.Make(answer);
            twin.MustBeAnswered();
        }
    }

    private void Record(Check check, AllowedReading taken, bool isOneOfSeveral)
    {
        var words = taken.Words.Length == 0 ? "" : $" ({taken.Words})";
        if (taken.IsWarned)
        {
            checks.Warn(check, $"The provider answers {taken}{words}; that is accepted, but not what it should do.");
            return;
        }

        checks.Pass(check);
        if (isOneOfSeveral)
        {
            checks.Inform(check with { Title = "which of the readings allowed the provider takes" }, $"Of the readings allowed the provider takes {taken}{words}.");
        }
    }
}
