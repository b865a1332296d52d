namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>A patient's registration with the practice.</summary>
/// <param name="Type">How they are registered; says nothing of whether they still are.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day: past for one who left, to come for a temporary stay, else null.</param>
/// <param name="PreferredBranch">Reference of the site they use, <c>Location/…</c>.</param>
internal sealed record Registration(RegistrationType Type, DateOnly? Start, DateOnly? End = null, string? PreferredBranch = null);
