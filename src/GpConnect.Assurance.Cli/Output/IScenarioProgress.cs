using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Cli.Output;

internal interface IScenarioProgress
{
    void Finished(ScenarioRecord record);
}
