namespace GpConnect.Assurance.Harness.TestData;

/// <summary>A patient of the provider under test that plays a role.</summary>
/// <param name="NhsNumber">Ten digits; for the role of an invalid number, whatever is to be sent.</param>
public sealed record TestPatient(string NhsNumber) : TestParticipant
{
    /// <summary>Name among the expected values: the date of birth that PDS holds, where the practice holds another.</summary>
    public const string BirthDateOnPds = "birthDateOnPds";

    public override string Identifier => NhsNumber;
}
