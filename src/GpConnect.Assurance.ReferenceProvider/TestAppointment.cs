namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>An appointment that stands in the book from the start; its id is the logical id.</summary>
public sealed record TestAppointment(string Id)
{
    /// <summary>What is known of it, <c>versionId</c>.</summary>
    public IReadOnlyDictionary<string, string> Expected { get; init; } = new Dictionary<string, string>();
}
