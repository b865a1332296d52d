using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Tests.Checks;

public sealed class CheckRecorderTests
{
    private readonly CheckRecorder _checks = new(Scenario, id => new RequirementRef(id, Level: id.Split('-')[0]));

    /// <summary>The step names a SHALL, the tags name a SHOULD.</summary>
    private static PlannedScenario Scenario => new()
    {
        Pack = "test",
        Feature = "Test",
        File = "test/test.feature",
        Line = 3,
        Name = "It is so",
        Tags = ["GPC-SHOULD"],
        Language = "en",
        Steps = [Step(["SHALL-1"]), Step([])],
    };

    [Theory]
    [InlineData("SHALL-1", Verdict.Fail)]
    [InlineData("SHOULD-1", Verdict.Warn)]
    [InlineData("MAY-1", Verdict.Info)]
    [InlineData("MAY-1 SHOULD-1", Verdict.Warn)]
    [InlineData("MAY-1 SHALL-1", Verdict.Fail)]
    [InlineData("unknown", Verdict.Fail)]
    public void A_breach_is_as_grave_as_the_gravest_requirement(string requirements, Verdict verdict)
    {
        _checks.Fail(Of(requirements), "it is not");
        _checks.Records.Should().ContainSingle().Which.Should().Match<CheckRecord>(check => check.Verdict == verdict && check.Message == "it is not");
    }

    [Theory]
    [InlineData("SHALL-1", Verdict.Warn)]
    [InlineData("SHOULD-1", Verdict.Warn)]
    [InlineData("MAY-1", Verdict.Info)]
    public void A_warning_is_never_graver_than_the_requirement(string requirements, Verdict verdict)
    {
        _checks.Warn(Of(requirements), "it should");
        _checks.Records.Should().ContainSingle().Which.Verdict.Should().Be(verdict);
    }

    [Fact]
    public void A_check_proves_what_it_names_or_else_its_step_or_else_the_tags()
    {
        _checks.Step = 0;
        _checks.Pass(Of("MAY-1"));
        _checks.Pass(new Check("it is"));
        _checks.Step = 1;
        _checks.Pass(new Check("it is"));
        _checks.Step = null;
        _checks.Pass(new Check("it is"));
        _checks.Records.Select(check => check.Requirements.Single().Id).Should().Equal("MAY-1", "SHALL-1", "GPC-SHOULD", "GPC-SHOULD");
        _checks.Records.Select(check => check.Step).Should().Equal(0, 0, 1, null);
    }

    [Fact]
    public void Each_assertion_that_does_not_hold_is_a_check_and_none_stops_the_next()
    {
        var held = _checks.That(Of("SHALL-1"), () =>
        {
            1.Should().Be(2);
            3.Should().Be(4);
        });
        held.Should().BeFalse();
        _checks.Records.Should().HaveCount(2).And.OnlyContain(check => check.Verdict == Verdict.Fail);
        _checks.Records.Select(check => check.Message!.Contains('4')).Should().Equal(false, true);
    }

    [Fact]
    public void What_throws_anything_else_is_left_to_the_caller()
    {
        var check = () => _checks.That(Of("SHALL-1"), () =>
        {
            1.Should().Be(2);
            throw new InvalidOperationException("harness");
        });
        check.Should().Throw<InvalidOperationException>().WithMessage("harness");
        _checks.Records.Should().BeEmpty();
    }

    [Fact]
    public void A_check_looks_at_the_latest_exchange_unless_it_says_otherwise()
    {
        _checks.Exchange = "latest";
        _checks.Pass(new Check("it is"));
        _checks.Pass(new Check("it is") { Exchange = "other" });
        _checks.Records.Select(check => check.Exchange).Should().Equal("latest", "other");
    }

    [Fact]
    public void Long_texts_are_cut_and_say_so()
    {
        _checks.Fail(new Check("it is") { Expected = new string('x', 2_000), Actual = new string('y', 2_001) }, "no");
        _checks.Records[0].Expected.Should().HaveLength(2_000);
        _checks.Records[0].Actual.Should().Be(new string('y', 2_000) + "… (cut)");
    }

    [Fact]
    public void Skips_errors_and_remarks_are_what_they_are_called_whatever_the_level()
    {
        _checks.Skip(Of("SHALL-1"), "no data");
        _checks.Error(Of("MAY-1"), "no network");
        _checks.Inform(Of("SHALL-1"), "so");
        _checks.Records.Select(check => check.Verdict).Should().Equal(Verdict.Skip, Verdict.Error, Verdict.Info);
    }

    private static Check Of(string requirements) => new("it is") { Requirements = requirements.Split(' ') };

    private static PlannedStep Step(IReadOnlyList<string> requirements) => new(StepKind.Then, "Then", "it is", 4) { Requirements = requirements };
}
