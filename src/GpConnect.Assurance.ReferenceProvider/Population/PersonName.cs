namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A name in its parts.</summary>
/// <param name="Use"><c>official</c>, <c>usual</c>, <c>nickname</c>, …</param>
internal sealed record PersonName(string Use, string? Family, IReadOnlyList<string> Given, string? Prefix = null);
