using System.Reflection;
using BoDi;
using TechTalk.SpecFlow;
using TechTalk.SpecFlow.Bindings.Discovery;
using TechTalk.SpecFlow.Configuration;
using TechTalk.SpecFlow.Infrastructure;
using TechTalk.SpecFlow.Tracing;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>Takes the bindings from the assemblies of the run, which were loaded by path and not by name.</summary>
internal sealed class HostRunnerManager(
    IObjectContainer globalContainer,
    IContainerBuilder containerBuilder,
    SpecFlowConfiguration specFlowConfiguration,
    IRuntimeBindingRegistryBuilder bindingRegistryBuilder,
    ITestTracer testTracer,
    StepAssemblies stepAssemblies)
    : TestRunnerManager(globalContainer, containerBuilder, specFlowConfiguration, bindingRegistryBuilder, testTracer)
{
    protected override Assembly[] GetBindingAssemblies() => [.. stepAssemblies.All];
}
