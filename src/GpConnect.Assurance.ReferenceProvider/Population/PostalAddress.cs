namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>An address in the parts that GP Connect uses; a part with no value is null.</summary>
/// <param name="Use"><c>home</c>, <c>work</c>, <c>temp</c> or <c>old</c>.</param>
/// <param name="District">The county.</param>
/// <param name="End">Last day of one that is temporary.</param>
internal sealed record PostalAddress(
    string Use, IReadOnlyList<string> Lines, string? City, string? District, string? PostalCode, string? Country, DateOnly? End = null);
