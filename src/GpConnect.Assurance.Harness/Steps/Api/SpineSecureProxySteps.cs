using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Api;

/// <summary>The Spine Secure Proxy itself: what it hands on, and what it refuses in its own name.</summary>
[Binding]
public sealed class SpineSecureProxySteps(Consumer consumer, CheckRecorder checks)
{
    [Given("a consumer of the Spine Secure Proxy")]
    public void GivenAConsumerOfTheProxy()
    {
        if (consumer.Run.Settings.Proxy.Spine is null)
        {
            throw new ScenarioSkippedException("The provider is called directly; name the Spine Secure Proxy in proxy.spine to go through it.");
        }

        consumer.IsAboutTheProxy = true;
    }

    /// <summary>The root that is called, and that the token names, is longer than the one registered.</summary>
    [Given("the service root URL is not the one in the directory")]
    public void GivenAnotherRoot() =>
        consumer.Alter(request => request.Root = $"{consumer.Run.Settings.Roots.Of(request.Interaction.Capability)}-another");

    /// <summary>Status, and the beginning of the display in the proxy's OperationOutcome.</summary>
    [Then(@"the Spine Secure Proxy refuses it with (\d{3}) (\S.*)")]
    public void ThenTheProxyRefuses(int status, string display)
    {
        var answer = consumer.Latest;
        checks.That(
            new Check("the Spine Secure Proxy refuses the request in its own name") { Expected = $"{status} {display}", Actual = $"{answer.Response.Status} {answer.ProxyRefusal ?? "not of the proxy"}" },
            () =>
            {
                answer.Response.Status.Should().Be(status, "the response came as {0}", answer.Summary);
                (answer.ProxyRefusal ?? "").Should().StartWith(display, "the proxy says so what is wrong");
            });
    }
}
