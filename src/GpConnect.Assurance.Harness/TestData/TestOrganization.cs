namespace GpConnect.Assurance.Harness.TestData;

/// <summary>An organisation known to the provider under test that plays a role.</summary>
/// <param name="OdsCode">Value of the <c>https://fhir.nhs.uk/Id/ods-organization-code</c> identifier.</param>
public sealed record TestOrganization(string OdsCode) : TestParticipant
{
    public override string Identifier => OdsCode;
}
