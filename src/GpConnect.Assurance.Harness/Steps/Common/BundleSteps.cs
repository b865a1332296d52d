using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Search results.</summary>
[Binding]
public sealed class BundleSteps(Consumer consumer, CheckRecorder checks, SoundTwin twin)
{
    [Then(@"the response is 200 with a searchset Bundle of (\d+) ([A-Z][A-Za-z]+)")]
    public void ThenASearchsetOf(int count, string resourceType)
    {
        if (!CheckSearchset())
        {
            return;
        }

        var answer = consumer.Latest;
        var types = answer.AllResources().Skip(1).Select(resource => resource.ResourceType).ToList();
        checks.That(
            new Check($"the Bundle holds {count} {resourceType} and nothing else")
            {
                Location = "Bundle.entry",
                Expected = $"{count} {resourceType}",
                Actual = types.Count == 0 ? "no entry" : string.Join(", ", types),
            },
            () =>
            {
                types.Should().HaveCount(count, "the search must find {0}", count);
                types.Should().OnlyContain(type => type == resourceType, "the search is for {0}", resourceType);
            });
    }

    [Then("the response is 200 with an empty searchset Bundle")]
    public void ThenAnEmptySearchset()
    {
        if (!CheckSearchset())
        {
            return;
        }

        var root = consumer.Latest.Document!.Root;
        var entries = root.ChildrenNamed("entry").Count();
        checks.That(
            new Check("the Bundle has no entry") { Location = "Bundle.entry", Expected = "no entry", Actual = $"{entries}" },
            () => entries.Should().Be(0, "the search must find nothing"));
        twin.MustFind();
        var total = root.Child("total");
        if (!total.IsNone)
        {
            checks.That(
                new Check("the Bundle's total is 0") { Location = total.Path, Line = total.Line, Column = total.Column, Expected = "0", Actual = total.Value },
                () => total.Value.Should().Be("0", "nothing was found"));
        }
    }

    [Then("no ([A-Z][A-Za-z]+) is returned")]
    public void ThenNoneIsReturned(string resourceType)
    {
        var answer = consumer.Latest;
        checks.That(
            new Check($"no {resourceType} is returned") { Expected = $"no {resourceType}", Actual = answer.Summary },
            () => answer.Resources(resourceType).Should().BeEmpty("no {0} may be disclosed", resourceType));
    }

    /// <returns>False when there is no Bundle to look into.</returns>
    private bool CheckSearchset()
    {
        var answer = consumer.Latest;
        var check = new Check("the response is 200 with a searchset Bundle") { Expected = "200 Bundle of type searchset", Actual = answer.Summary };
        return checks.That(check, () =>
        {
            answer.Response.Status.Should().Be(200, "a search is answered with 200, also when nothing is found; it came as {0}", answer.Summary);
            answer.ResourceType.Should().Be("Bundle", "a search is answered with a Bundle");
            if (answer.ResourceType == "Bundle")
            {
                answer.Document!.Root.Child("type").Value.Should().Be("searchset", "Bundle.type must say so");
            }
        });
    }
}
