using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Tests.Features;

/// <summary>A step definition of the harness, and the texts that it matches.</summary>
internal sealed class StepDefinition(StepKind kind, string pattern)
{
    private readonly Regex _pattern = new($"^(?:{pattern})$");

    public bool IsThen => kind == StepKind.Then;

    public bool Matches((StepKind Kind, string Text) step) => step.Kind == kind && _pattern.IsMatch(step.Text);

    public override string ToString() => $"{kind} {pattern}";
}
