namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>What the run says about each requirement: the way from the specification to the evidence.</summary>
internal static class RequirementsSection
{
    public static void Write(Html html, ReportModel model)
    {
        using var section = html.In("section", ("aria-labelledby", "requirements"));
        using (html.In("h2", ("id", "requirements")))
        {
            html.Text("Requirements ").Put("span", $"{model.Requirements.Count:N0}", ("class", "count"));
        }

        html.Put("p", "The requirements that this run's scenarios and checks name. A requirement that is not in this list was not looked at.");
        using var scroll = html.In("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Requirements and their verdicts"));
        using var table = html.In("table", ("class", "requirements"));
        html.Put("caption", "Requirements and the worst verdict of their checks");
        WriteHeadings(html);
        using var body = html.In("tbody");
        foreach (var result in model.Requirements)
        {
            WriteRow(html, result);
        }
    }

    private static void WriteHeadings(Html html)
    {
        using var head = html.In("thead");
        using var row = html.In("tr");
        html.Put("th", "Requirement", ("scope", "col")).Put("th", "Level", ("scope", "col")).Put("th", "Verdict", ("scope", "col"));
        html.Put("th", "Checks", ("scope", "col"), ("class", "number")).Put("th", "Scenarios", ("scope", "col"), ("class", "number"));
    }

    private static void WriteRow(Html html, RequirementResult result)
    {
        var requirement = result.Requirement;
        using var row = html.In("tr", ("id", Anchor.OfRequirement(requirement.Id)));
        using (html.In("th", ("scope", "row")))
        {
            html.Put("span", requirement.Id, ("class", "req")).Text(" ").Text(requirement.Title);
            if (CheckText.Source(requirement) is { } source)
            {
                html.Text(" ").Put("span", source, ("class", "source"));
            }
        }

        html.Put("td", requirement.Level);
        using (html.In("td"))
        {
            Badge.Write(html, result.Verdict);
        }

        html.Put("td", $"{result.Checks.Total:N0}", ("class", "number")).Put("td", $"{result.Scenarios:N0}", ("class", "number"));
    }
}
