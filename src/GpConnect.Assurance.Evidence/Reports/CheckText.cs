namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>The parts of a check as lines of text, the same in every report.</summary>
internal static class CheckText
{
    /// <summary>The requirement that a report lists the check under; null when it names none.</summary>
    public static RequirementRef? MainRequirement(this CheckRecord check) => check.Requirements is [var first, ..] ? first : null;

    /// <summary>Where the check looked: <c>Patient.identifier[0], line 12, column 5</c>; null when it does not say.</summary>
    public static string? Location(CheckRecord check)
    {
        var column = check.Column is null ? null : $"column {check.Column}";
        var parts = new[] { check.Location, check.Line is null ? null : $"line {check.Line}", column }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>The page of the specification and its section; null when neither is known.</summary>
    public static string? Source(RequirementRef requirement)
    {
        var parts = new[] { requirement.Page, requirement.Section }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(" › ", parts);
    }

    /// <summary><c>GPC-FND-027 SHALL The patient is returned (page › section)</c>.</summary>
    public static string Requirement(RequirementRef requirement)
    {
        var source = Source(requirement) is { } known ? $"({known})" : null;
        return string.Join(' ', new[] { requirement.Id, requirement.Level, requirement.Title, source }.OfType<string>());
    }
}
