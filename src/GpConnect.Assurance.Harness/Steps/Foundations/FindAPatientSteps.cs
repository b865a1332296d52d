using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_find_a_patient.</summary>
[Binding]
public sealed class FindAPatientSteps(Consumer consumer, TestPatients patients)
{
    [When("it searches for the patient \"(.+)\" by NHS number")]
    public void WhenItSearchesForThePatient(string role) => WhenItSearchesForTheNumber(patients.NhsNumber(role));

    [When("it searches for a patient by the NHS number \"(.*)\"")]
    public void WhenItSearchesForTheNumber(string nhsNumber) =>
        consumer.Ask(Interactions.FindPatient, request => request.With("nhsNumber", nhsNumber));

    /// <summary>Columns: <c>parameter</c>, <c>value</c>; <c>{nhsNumber}</c> in a value is that of the patient.</summary>
    [When("it searches for the patient \"(.+)\" with:")]
    public void WhenItSearchesWith(string role, Table parameters) => consumer.Ask(Interactions.FindPatient, request =>
    {
        request.Query.Clear();
        foreach (var row in parameters.Rows)
        {
            request.Query.Add(new QueryParameter(row["parameter"], row["value"]));
        }

        request.With("nhsNumber", patients.NhsNumber(role));
    });

    [When("it searches for a patient without any parameter")]
    public void WhenItSearchesWithoutParameters() => consumer.Ask(Interactions.FindPatient, request => request.Query.Clear());
}
