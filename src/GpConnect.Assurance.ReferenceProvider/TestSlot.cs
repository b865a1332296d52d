namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>Slots of a kind that is not offered to everybody.</summary>
/// <param name="ServiceType">The slot type that only slots of this kind have: ids change from day to day, this does not.</param>
public sealed record TestSlot(string ServiceType)
{
    /// <summary>What is known of the kind, <c>organizationType</c>, or of one of its slots, <c>id</c>.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}
