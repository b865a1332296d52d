namespace GpConnect.Assurance.Evidence;

/// <summary>A requirement as a report names it.</summary>
/// <param name="Id">Stable id, <c>GPC-FND-027</c>.</param>
/// <param name="Title">A line for a report; null when the catalogue does not hold the id.</param>
/// <param name="Level"><c>SHALL</c>, <c>SHOULD</c> or <c>MAY</c>.</param>
/// <param name="Page">The specification page, its name without <c>.html</c>.</param>
/// <param name="Section">The heading on that page.</param>
/// <param name="Statement">The requirement in this project's words.</param>
public sealed record RequirementRef(
    string Id,
    string? Title = null,
    string? Level = null,
    string? Page = null,
    string? Section = null,
    string? Statement = null);
