using System.Reflection;
using BoDi;
using TechTalk.SpecFlow;
using TechTalk.SpecFlow.Analytics;
using TechTalk.SpecFlow.Configuration;
using TechTalk.SpecFlow.Infrastructure;
using TechTalk.SpecFlow.Plugins;
using TechTalk.SpecFlow.Tracing;
using TechTalk.SpecFlow.UnitTestProvider;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>SpecFlow's containers without what a hosted run must not have: plugins found on disk, console traces, telemetry.</summary>
internal sealed class HostContainerBuilder(StepAssemblies stepAssemblies) : ContainerBuilder(new HostDependencies(stepAssemblies))
{
    protected override void LoadPlugins(
        IRuntimeConfigurationProvider configurationProvider,
        ObjectContainer container,
        RuntimePluginEvents runtimePluginEvents,
        SpecFlowConfiguration specFlowConfiguration,
        UnitTestProviderConfiguration unitTestProviderConfigration,
        Assembly testAssembly)
    {
        // A plugin beside the executable would run in the harness's name: steps come through --steps only.
        unitTestProviderConfigration.UseUnitTestProvider(HostTestProvider.Name);
    }

    private sealed class HostDependencies(StepAssemblies stepAssemblies) : DefaultDependencyProvider
    {
        public override void RegisterGlobalContainerDefaults(ObjectContainer container)
        {
            base.RegisterGlobalContainerDefaults(container);
            container.RegisterInstanceAs(stepAssemblies);
            container.RegisterTypeAs<HostRunnerManager, ITestRunnerManager>();
            container.RegisterTypeAs<SilentTraceListener, ITraceListener>();
            container.RegisterTypeAs<NoTelemetry, IAnalyticsTransmitter>();
            container.RegisterTypeAs<HostTestProvider, IUnitTestRuntimeProvider>(HostTestProvider.Name);
        }

        public override void RegisterTestThreadContainerDefaults(ObjectContainer testThreadContainer)
        {
            base.RegisterTestThreadContainerDefaults(testThreadContainer);
            testThreadContainer.RegisterTypeAs<SilentTestTracer, ITestTracer>();
        }
    }
}
