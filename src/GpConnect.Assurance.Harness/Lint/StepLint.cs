using System.Reflection;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Lint;

/// <summary>Steps without a definition or with several, <c>Then</c> steps that cannot check anything, scenarios without a <c>Then</c>, definitions that
/// nothing uses.</summary>
internal static class StepLint
{
    private const int DeepestDependency = 5;

    public static IEnumerable<LintFinding> Find(LintSubject subject)
    {
        var used = new HashSet<MethodInfo>();
        var findings = new List<LintFinding>();
        foreach (var (scenario, step) in subject.Features.Scenarios.SelectMany(scenario => scenario.Steps.Select(step => (scenario, step))))
        {
            var definitions = subject.Steps.Where(definition => definition.Matches(step)).ToList();
            used.UnionWith(definitions.Select(definition => definition.Method));
            if (Fault(step, definitions) is { } fault)
            {
                findings.Add(new LintFinding(LintSeverity.Error, fault.Code, scenario.File, step.Line, fault.Message));
            }
        }

        return findings.Distinct()
            .Concat(subject.Features.Scenarios.Where(scenario => scenario.Steps.All(step => step.Kind != StepKind.Then)).Select(WithoutThen))
            .Concat(subject.Steps.Where(definition => !used.Contains(definition.Method)).Select(Unused));
    }

    private static (string Code, string Message)? Fault(PlannedStep step, List<StepDefinition> definitions) => definitions switch
    {
        [] => ("undefined-step", $"No step definition matches \"{step.Text}\"; correct the step or write its definition."),
        [_, _, ..] => ("ambiguous-step", $"\"{step.Text}\" matches {string.Join(" and ", definitions.Select(NameOf))}; make their patterns differ."),
        [var definition] when step.Kind == StepKind.Then && !CanCheck(definition.Method.DeclaringType!, DeepestDependency) => (
            "checks-nothing",
            $"\"{step.Text}\" checks nothing: {NameOf(definition)} has no {nameof(CheckRecorder)} to tell what it found; take one as a constructor parameter and record a check."),
        _ => null,
    };

    /// <summary>A check is recorded through a <see cref="CheckRecorder"/>, which a class of steps gets through its constructor or that of what it gets.</summary>
    private static bool CanCheck(Type type, int depth) => depth > 0 && type.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Select(parameter => parameter.ParameterType)
        .Any(dependency => dependency == typeof(CheckRecorder) || dependency == typeof(ScenarioSession) || CanCheck(dependency, depth - 1));

    private static LintFinding WithoutThen(PlannedScenario scenario) => new(
        LintSeverity.Error, "no-then", scenario.File, scenario.Line, $"The scenario \"{scenario.Name}\" has no Then; say what must come of it.");

    private static LintFinding Unused(StepDefinition definition) => new(
        LintSeverity.Information,
        "unused-step",
        definition.Method.DeclaringType!.FullName!,
        0,
        $"No scenario uses \"{definition.Kind} {definition.Text}\" ({definition.Method.Name}); remove it unless features of others need it.");

    private static string NameOf(StepDefinition definition) => $"{definition.Method.DeclaringType!.Name}.{definition.Method.Name}";
}
