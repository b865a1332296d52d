using TechTalk.SpecFlow.UnitTestProvider;

namespace GpConnect.Assurance.Harness.Engine;

/// <summary>SpecFlow asks the unit test framework to mark a test; here the runner reads the scenario's status itself.</summary>
internal sealed class HostTestProvider : IUnitTestRuntimeProvider
{
    public const string Name = "gpc-assure";

    public bool DelayedFixtureTearDown => false;

    public void TestPending(string message)
    {
    }

    public void TestInconclusive(string message)
    {
    }

    public void TestIgnore(string message)
    {
    }
}
