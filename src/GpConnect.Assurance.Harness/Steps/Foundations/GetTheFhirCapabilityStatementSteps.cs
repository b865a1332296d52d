using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_get_the_fhir_capability_statement.</summary>
[Binding]
public sealed class GetTheFhirCapabilityStatementSteps(Consumer consumer)
{
    [When("it asks for the capability statement")]
    public void WhenItAsksForTheCapabilityStatement() => consumer.Ask(Interactions.ReadMetadata);

    [When("it asks for the capability statement (\\d+) times")]
    public void WhenItAsksSeveralTimes(int times)
    {
        for (var time = 0; time < times; time++)
        {
            WhenItAsksForTheCapabilityStatement();
        }
    }
}
