using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Tests.Features;

namespace GpConnect.Assurance.Harness.Tests.Steps;

public sealed class ThenStepTests(StepBench bench) : IClassFixture<StepBench>
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var index = 0; index < ThenCases.All.Count; index++)
            {
                data.Add(index, ThenCases.All[index].Text);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_right_answer_passes(int index, string text)
    {
        var result = await bench.RunAsync(ThenCases.All[index].Steps);
        result.Verdict.Should().BeOneOf([Verdict.Pass, Verdict.Info], "{0}: {1}", text, result.Why);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_wrong_answer_does_not_pass(int index, string text)
    {
        var result = await bench.RunAsync(ThenCases.All[index].Steps, ThenCases.All[index].Spoil, target: ThenCases.All[index].Target);
        result.Verdict.Should().BeOneOf([Verdict.Warn, Verdict.Fail], "{0}: {1}", text, result.Why);
        result.Checks.Where(check => check.Verdict is Verdict.Warn or Verdict.Fail).Should().OnlyContain(check => check.Message != null && check.Expected != null);
    }

    [Fact]
    public void There_is_no_step_without_a_right_and_a_wrong_answer() =>
        StepDefinitions.All.Where(definition => definition.IsThen && !TlsStepTests.Texts.Concat(SpineSecureProxyStepTests.Texts).Any(text => definition.Matches((StepKind.Then, text))) && !ThenCases.All.Any(one => definition.Matches((StepKind.Then, one.Text))))
            .Select(definition => definition.ToString()).Should().BeEmpty();
}
