namespace GpConnect.Assurance.Harness.TestData;

/// <summary>A practitioner of the provider under test that plays a role.</summary>
/// <param name="SdsUserId">Value of the <c>https://fhir.nhs.uk/Id/sds-user-id</c> identifier.</param>
public sealed record TestPractitioner(string SdsUserId) : TestParticipant
{
    public override string Identifier => SdsUserId;
}
