namespace GpConnect.Assurance.Harness.TestData;

/// <summary>Another practice of the provider under test that plays a role, by how it is set up.</summary>
/// <param name="Url">Its service root URL of Foundations and Appointments.</param>
public sealed record TestPractice(string Url) : TestParticipant
{
    /// <summary>Sent to it as <c>Ssp-To</c>; null for the ASID of the target.</summary>
    public string? Asid { get; init; }

    public override string Identifier => Url;
}
