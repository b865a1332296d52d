using System.Reflection;
using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>A method that steps are bound to.</summary>
/// <param name="Kind">Given, When or Then.</param>
/// <param name="Pattern">What the whole text of a step must match.</param>
/// <param name="Method">The method that runs the step.</param>
public sealed record StepDefinition(StepKind Kind, Regex Pattern, MethodInfo Method)
{
    /// <summary>The pattern as its author wrote it.</summary>
    public string Text => Pattern.ToString().TrimStart('^').TrimEnd('$');

    public bool Matches(PlannedStep step) => step.Kind == Kind && Pattern.IsMatch(step.Text);
}
