namespace GpConnect.Assurance.Validation;

/// <summary>Findings from any thread, each once.</summary>
internal sealed class FindingList
{
    private readonly Lock _lock = new();
    private readonly List<DefinitionFinding> _findings = [];

    internal void Add(DefinitionFinding finding)
    {
        lock (_lock)
        {
            if (!_findings.Contains(finding))
            {
                _findings.Add(finding);
            }
        }
    }

    internal IReadOnlyList<DefinitionFinding> Snapshot()
    {
        lock (_lock)
        {
            return [.. _findings];
        }
    }
}
