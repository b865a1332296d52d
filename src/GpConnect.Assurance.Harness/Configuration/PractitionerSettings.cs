namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Claim <c>requesting_practitioner</c>; its id is also the claim <c>sub</c>.</summary>
public sealed record PractitionerSettings
{
    public string Id { get; init; } = "1";

    public string Family { get; init; } = "Tester";

    public IReadOnlyList<string> Given { get; init; } = ["Assurance"];

    public IReadOnlyList<string> Prefix { get; init; } = ["Dr"];

    /// <summary><c>UNK</c> when the user has no smartcard.</summary>
    public string SdsUserId { get; init; } = "UNK";

    /// <summary><c>UNK</c> when the user has no smartcard.</summary>
    public string SdsRoleProfileId { get; init; } = "UNK";

    /// <summary>URL of the consumer's own system of user identifiers.</summary>
    public string LocalIdentifierSystem { get; init; } = "https://consumer.example/Id/user";

    public string LocalIdentifierValue { get; init; } = "1";
}
