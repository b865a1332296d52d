using System.Reflection;
using BoDi;
using GpConnect.Assurance.Harness.Plan;
using TechTalk.SpecFlow;
using TechTalk.SpecFlow.Bindings;
using TechTalk.SpecFlow.Bindings.Reflection;
using TechTalk.SpecFlow.Configuration;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>
/// SpecFlow's engine, hosted in this process: one binding registry over the harness's own steps and those of the step
/// assemblies named by the user, and a test runner for each worker.
/// </summary>
/// <remarks>
/// The engine is built from its own container instead of SpecFlow's static registry, which keeps one manager per assembly
/// for the life of the process: two runs with different step assemblies would then share one set of bindings.
/// </remarks>
public sealed class SpecFlowHost : IDisposable
{
    private readonly IObjectContainer _container;
    private readonly ITestRunnerManager _manager;
    private readonly Lock _starting = new();
    private int _workers;

    public SpecFlowHost(IReadOnlyList<Assembly>? stepAssemblies = null)
    {
        var own = typeof(SpecFlowHost).Assembly;
        var builder = new HostContainerBuilder(new StepAssemblies([own, .. stepAssemblies ?? []]));
        _container = builder.CreateGlobalContainer(own, new HostConfiguration());
        _manager = _container.Resolve<ITestRunnerManager>();
        _manager.Initialize(own);
    }

    /// <summary>A runner for one worker; each has contexts of its own.</summary>
    internal ITestRunner NewRunner()
    {
        lock (_starting)
        {
            return _manager.GetTestRunner(++_workers);
        }
    }

    /// <summary>All step definitions, in no order that matters.</summary>
    public IReadOnlyList<StepDefinition> StepDefinitions()
    {
        var registry = _container.Resolve<IBindingRegistry>();
        if (!registry.Ready)
        {
            // The engine reads the bindings when it makes its first runner.
            NewRunner();
        }

        return [.. registry.GetStepDefinitions().Select(ToStepDefinition)];
    }

    public void Dispose()
    {
        _manager.Dispose();
        _container.Dispose();
    }

    private static StepDefinition ToStepDefinition(IStepDefinitionBinding binding) =>
        new(Enum.Parse<StepKind>(binding.StepDefinitionType.ToString()), binding.Regex, ((RuntimeBindingMethod)binding.Method).MethodInfo);

    /// <summary>Stands in for <c>specflow.json</c>, which is not read.</summary>
    private sealed class HostConfiguration : IRuntimeConfigurationProvider
    {
        public SpecFlowConfiguration LoadConfiguration(SpecFlowConfiguration specFlowConfiguration) => specFlowConfiguration;
    }
}
