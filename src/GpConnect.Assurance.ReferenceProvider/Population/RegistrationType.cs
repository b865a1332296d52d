namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>Code and display of the registration type code system.</summary>
internal sealed record RegistrationType(string Code, string Display)
{
    public static readonly RegistrationType Regular = new("R", "Regular");
    public static readonly RegistrationType Temporary = new("T", "Temporary");
}
