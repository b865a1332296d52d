namespace GpConnect.Assurance.Harness.TestData;

/// <summary>Something at the provider under test that plays a role in scenarios.</summary>
public abstract record TestParticipant
{
    /// <summary>What a request names it by.</summary>
    public abstract string Identifier { get; }

    /// <summary>Values that its resource is known to hold, by FHIRPath or by a name that a step knows (<c>family</c>).</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}
