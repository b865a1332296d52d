namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>The checks that did not pass, by the requirement they break; what is alike in many scenarios is shown once.</summary>
internal sealed class FindingsSection(Html html, ReportModel model)
{
    private const int MostFindings = 250;
    private const int MostScenarios = 8;

    private readonly BodyExcerpt _excerpt = new(model.Evidence);

    /// <param name="id">Anchor of the section.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="checks">How many checks the findings stand for.</param>
    /// <param name="findings">What it shows.</param>
    /// <param name="none">What it says when there is nothing to show; null to leave the section out then.</param>
    public void Write(string id, string title, int checks, IReadOnlyList<Finding> findings, string? none)
    {
        if (findings.Count == 0 && none is null)
        {
            return;
        }

        using var section = html.In("section", ("aria-labelledby", id), ("class", "findings"));
        using (html.In("h2", ("id", id)))
        {
            html.Text(title).Text(" ").Put("span", $"{checks:N0}", ("class", "count"));
        }

        if (findings.Count == 0)
        {
            html.Put("p", none);
        }

        if (checks > findings.Count)
        {
            html.Put("p", $"{Plural.Of(findings.Count, "finding")}: what came out alike in several scenarios is shown once.");
        }

        foreach (var group in RequirementFindings.Of(findings.Take(MostFindings)))
        {
            WriteGroup(group);
        }

        if (findings.Count > MostFindings)
        {
            html.Put("p", $"{findings.Count - MostFindings:N0} more are listed with their scenarios below.");
        }
    }

    private void WriteGroup(RequirementFindings group)
    {
        using var section = html.In("section", ("class", "requirement"));
        WriteHeading(group.Requirement);
        if (group.Requirement?.Statement is { } statement)
        {
            html.Put("p", statement, ("class", "statement"));
        }

        foreach (var finding in group.Findings)
        {
            WriteFinding(finding);
        }
    }

    private void WriteHeading(RequirementRef? requirement)
    {
        using (html.In("h3"))
        {
            if (requirement is null)
            {
                html.Text("No requirement named");
                return;
            }

            RequirementTag.WriteId(html, requirement);
            html.Text(" ").Text(requirement.Title);
        }

        if (CheckText.Source(requirement) is { } source)
        {
            html.Put("p", $"Specification: {source}", ("class", "source"));
        }
    }

    private void WriteFinding(Finding finding)
    {
        var check = finding.Check;
        using var article = html.In("article", ("class", $"finding {check.Verdict.Word()}"));
        using (html.In("h4"))
        {
            Badge.Write(html, check.Verdict);
            html.Text(" ").Text(PlainText.Clip(check.Title, 1_000));
        }

        CheckDetails.Write(html, check);
        _excerpt.Write(html, check);
        WriteScenarios(finding);
        WriteRepeat(check);
    }

    private void WriteScenarios(Finding finding)
    {
        using (html.In("p", ("class", "seen")))
        {
            html.Text("Seen in ");
            var first = true;
            foreach (var scenario in finding.Scenarios.Take(MostScenarios))
            {
                html.Text(first ? "" : "; ").Put("a", $"{scenario.Feature}: {scenario.Name}", ("href", $"#{Anchor.Of(scenario)}"));
                first = false;
            }

            html.Text(finding.Scenarios.Count > MostScenarios ? $"; and {Plural.Of(finding.Scenarios.Count - MostScenarios, "other scenario")}." : ".");
        }
    }

    private void WriteRepeat(CheckRecord check)
    {
        if (check.Exchange is null || ExchangeLookup.Find(model.Evidence, check.Exchange) is not { } exchange)
        {
            return;
        }

        using (html.In("p", ("class", "seen")))
        {
            html.Text("Exchange ").Put("a", ExchangeLookup.Line(exchange), ("href", $"#{Anchor.OfExchange(exchange.Id)}"));
        }

        CopyBlock.Write(html, "Repeat this request", exchange.Curl);
    }
}
