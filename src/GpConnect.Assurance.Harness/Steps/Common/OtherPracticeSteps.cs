using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Requests to another practice of the provider than the one under test, which has something set up otherwise.</summary>
[Binding]
public sealed class OtherPracticeSteps(Consumer consumer, TestParticipants participants)
{
    /// <summary>What the scenario is about goes there; what it needs beside, such as an appointment, comes from the practice under test.</summary>
    [Given("the practice \"(.*)\"")]
    public void GivenThePractice(string role)
    {
        var practice = participants.Practice(role);
        consumer.OtherPractice = practice;
        consumer.Alter(request =>
        {
            request.Root = practice.Url;
            if (practice.Asid is { } asid)
            {
                request.AlterHeaders(headers => headers.Set("Ssp-To", asid));
            }
        });
    }
}
