namespace GpConnect.Assurance.Harness.TestData;

/// <summary>A site of the provider under test that plays a role.</summary>
/// <param name="Id">Logical id of the Location resource: the specification has no search for locations.</param>
public sealed record TestLocation(string Id) : TestParticipant
{
    public override string Identifier => Id;
}
