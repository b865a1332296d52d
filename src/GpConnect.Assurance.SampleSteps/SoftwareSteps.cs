using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.SampleSteps;

/// <summary>A supplier's own steps on top of those that come with the tool.</summary>
[Binding]
public sealed class SoftwareSteps(Consumer consumer, CheckRecorder checks)
{
    [Then("the software names itself")]
    public void ThenTheSoftwareNamesItself()
    {
        var name = consumer.Latest.Document?.Root.Child("software").Child("name").Value;
        checks.That(
            new Check("CapabilityStatement.software.name is there") { Location = "CapabilityStatement.software.name", Actual = name },
            () => name.Should().NotBeNullOrEmpty("our release notes promise it"));
    }

    [Then("the software is called \"(.*)\"")]
    public void ThenTheSoftwareIsCalled(string expected)
    {
        var name = consumer.Latest.Document?.Root.Child("software").Child("name").Value;
        checks.That(
            new Check("CapabilityStatement.software.name is ours") { Expected = expected, Actual = name },
            () => name.Should().Be(expected, "that is what it is sold as"));
    }
}
