using FluentAssertions.Execution;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Engine;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Tests.Engine;

[Binding]
public sealed class SampleSteps(CheckRecorder checks)
{
    private int number;

    [BeforeScenario("sample-hook-fails")]
    public static void Fail() => throw new InvalidOperationException("hook broke");

    [Given("the sample number (.*)")]
    public void GivenTheNumber(int given) => number = given;

    [Given("the sample table:")]
    public void GivenTheTable(Table table) => number += int.Parse(table.Rows[0]["number"]);

    [Given("the sample text:")]
    public void GivenTheText(string text) => number += int.Parse(text);

    [Given("the sample role is not mapped")]
    public static void GivenNothing() => throw new ScenarioSkippedException("not mapped");

    [When("the sample number is doubled")]
    public async Task WhenDoubled()
    {
        await Task.Yield();
        number *= 2;
    }

    [Then("the sample number is ([0-9]+)")]
    public void ThenTheNumberIs(int expected) =>
        checks.That(new Check($"the number is {expected}"), () => number.Should().Be(expected));

    [Then("the sample number is both (.*) and (.*)")]
    public void ThenBoth(int one, int other) => checks.That(new Check("both"), () =>
    {
        number.Should().Be(one);
        number.Should().Be(other);
    });

    [Then("the sample step is ambiguous")]
    public static void ThenAmbiguous() => Execute.Assertion.FailWith("never run");

    [Then("the sample step is .*biguous")]
    public static void ThenAmbiguousToo() => Execute.Assertion.FailWith("never run");

    [Then("the sample step breaks")]
    public static void ThenBreaks() => throw new InvalidOperationException("broken");

    [Then("the sample step looks at nothing")]
    public static void ThenNothing()
    {
        // What a check that was forgotten looks like.
    }

    [Then("the sample step asserts by throwing")]
    public static void ThenThrows() => 1.Should().Be(2);
}
