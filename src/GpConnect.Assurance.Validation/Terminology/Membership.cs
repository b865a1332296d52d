namespace GpConnect.Assurance.Validation;

/// <summary>Whether a code belongs to a value set, as far as the definitions carried can tell.</summary>
internal enum Membership
{
    No,
    Unknown,
    Yes,
}
