using System.Reflection;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Tests.Features;

/// <summary>The step definitions of the harness.</summary>
internal static class StepDefinitions
{
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        .. typeof(ScenarioExecutor).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<StepDefinitionBaseAttribute>())
            .Select(attribute => new StepDefinition(KindOf(attribute), attribute.Regex)),
    ];

    private static StepKind KindOf(StepDefinitionBaseAttribute attribute) => attribute switch
    {
        GivenAttribute => StepKind.Given,
        WhenAttribute => StepKind.When,
        _ => StepKind.Then,
    };
}
