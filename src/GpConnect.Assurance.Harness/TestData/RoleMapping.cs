namespace GpConnect.Assurance.Harness.TestData;

/// <summary>Who plays a role, or the reason why nobody does.</summary>
/// <typeparam name="T">What kind of participant the role is for.</typeparam>
public sealed record RoleMapping<T>
    where T : TestParticipant
{
    private RoleMapping(string role, T? participant, string? notMappedBecause)
    {
        Role = role;
        Participant = participant;
        NotMappedBecause = notMappedBecause;
    }

    public string Role { get; }

    /// <summary>Null when the role is not mapped.</summary>
    public T? Participant { get; }

    /// <summary>One sentence that says what to add to the settings; null when the role is mapped.</summary>
    public string? NotMappedBecause { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Participant))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(NotMappedBecause))]
    public bool IsMapped => Participant is not null;

    internal static RoleMapping<T> Mapped(string role, T participant) => new(role, participant, null);

    internal static RoleMapping<T> NotMapped(string role, string because) => new(role, null, because);
}
