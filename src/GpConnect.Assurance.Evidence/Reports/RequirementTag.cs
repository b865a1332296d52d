namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>A requirement named beside a check.</summary>
internal static class RequirementTag
{
    /// <summary>Id and level.</summary>
    public static void WriteId(Html html, RequirementRef requirement)
    {
        html.Put("a", requirement.Id, ("class", "req"), ("href", $"#{Anchor.OfRequirement(requirement.Id)}"));
        if (requirement.Level is { } level)
        {
            html.Text(" ").Put("span", level, ("class", "level"));
        }
    }

    /// <summary>Id, level, title, page and section.</summary>
    public static void Write(Html html, RequirementRef requirement)
    {
        using var line = html.In("div", ("class", "reqline"));
        WriteId(html, requirement);
        html.Text(" ").Text(requirement.Title);
        if (CheckText.Source(requirement) is { } source)
        {
            html.Text(" ").Put("span", source, ("class", "source"));
        }
    }
}
