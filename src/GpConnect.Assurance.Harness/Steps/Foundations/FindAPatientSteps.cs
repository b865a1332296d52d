using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_find_a_patient.</summary>
[Binding]
public sealed class FindAPatientSteps(Consumer consumer, TestPatients patients, CheckRecorder checks)
{
    [When("it searches for the patient \"(.+)\" by NHS number")]
    public void WhenItSearchesForThePatient(string role) => WhenItSearchesForTheNumber(patients.NhsNumber(role));

    [When("it searches for a patient by the NHS number \"(.*)\"")]
    public void WhenItSearchesForTheNumber(string nhsNumber) =>
        consumer.Ask(Interactions.FindPatient, request => request.With("nhsNumber", nhsNumber));

    /// <summary>Columns: <c>parameter</c>, <c>value</c>; a role in braces stands for the NHS number of who plays it: <c>{registered}</c>.</summary>
    [When("it searches for a patient with:")]
    public void WhenItSearchesWith(Table parameters)
    {
        var query = parameters.Rows.Select(row => new QueryParameter(row["parameter"], patients.Fill(row["value"]))).ToList();
        consumer.Ask(Interactions.FindPatient, request =>
        {
            request.Query.Clear();
            query.ForEach(request.Query.Add);
        });
    }

    /// <summary>The query is sent as it stands, percent-encoded by whoever wrote it, but for roles in braces.</summary>
    [When("it searches for a patient with the query \"(.+)\"")]
    public void WhenItSearchesWithTheQuery(string query)
    {
        var path = $"{Interactions.FindPatient.Path}?{patients.Fill(query)}";
        consumer.Ask(Interactions.FindPatient, request =>
        {
            request.Query.Clear();
            request.Path = path;
        });
    }

    [When("it searches for a patient without any parameter")]
    public void WhenItSearchesWithoutParameters() => consumer.Ask(Interactions.FindPatient, request => request.Query.Clear());

    [Then("each Patient has the NHS number of the patient \"(.+)\"")]
    public void ThenEachHasTheNhsNumberOf(string role)
    {
        var numbers = TestPatients.NhsNumbers(consumer.Latest);
        var expected = patients.NhsNumber(role);
        checks.That(
            new Check("each Patient has the NHS number that was asked for") { Location = "Patient.identifier", Expected = expected, Actual = Shown(numbers) },
            () =>
            {
                numbers.Should().NotBeEmpty("the patient \"{0}\" must be found", role);
                numbers.Should().OnlyContain(number => number == expected, "the search was for the patient \"{0}\" alone", role);
            });
    }

    [Then("no Patient but \"(.+)\" is returned")]
    public void ThenNobodyElseIsReturned(string role)
    {
        var numbers = TestPatients.NhsNumbers(consumer.Latest);
        var allowed = patients.NhsNumber(role);
        checks.That(
            new Check($"no Patient but \"{role}\" is returned") { Location = "Patient.identifier", Expected = $"{allowed} or nobody", Actual = Shown(numbers) },
            () => numbers.Should().NotContain(number => number != allowed, "nobody else may be disclosed"));
    }

    private static string Shown(IReadOnlyList<string?> numbers) =>
        numbers.Count == 0 ? "no Patient" : string.Join(", ", numbers.Select(number => number ?? "a Patient without NHS number"));
}
