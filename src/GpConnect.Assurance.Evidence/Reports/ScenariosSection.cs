namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Every scenario with its steps, checks and exchanges, closed until asked for.</summary>
internal sealed class ScenariosSection(Html html, ReportModel model)
{
    private const int MostChecks = 300;

    private readonly ExchangeSection _exchanges = new(html, model.Evidence);

    public void Write()
    {
        using var section = html.In("section", ("aria-labelledby", "scenarios"), ("class", "scenarios"));
        using (html.In("h2", ("id", "scenarios")))
        {
            html.Text("Scenarios ").Put("span", $"{model.Scenarios.Count:N0}", ("class", "count"));
        }

        FilterBar.Write(html, model);
        foreach (var pack in model.Scenarios.GroupBy(s => s.Pack))
        {
            using var group = html.In("section", ("class", "pack"));
            html.Put("h3", pack.Key);
            foreach (var feature in pack.GroupBy(s => s.Feature))
            {
                WriteFeature(feature.Key, feature);
            }
        }
    }

    private void WriteFeature(string name, IEnumerable<ScenarioRecord> scenarios)
    {
        using var group = html.In("section", ("class", "feature"));
        html.Put("h4", name);
        foreach (var scenario in scenarios)
        {
            WriteScenario(scenario);
        }
    }

    private void WriteScenario(ScenarioRecord scenario)
    {
        using var details = html.In("details", ("class", "scenario"), ("id", Anchor.Of(scenario)), ("data-pack", scenario.Pack), ("data-verdict", scenario.Verdict.Word()));
        using (html.In("summary"))
        {
            Badge.Write(html, scenario.Verdict);
            html.Put("span", scenario.Name, ("class", "name"));
            html.Put("span", PlainText.Duration(scenario.DurationMs), ("class", "time"));
        }

        using var body = html.In("div", ("class", "inside"));
        WriteOrigin(scenario);
        if (scenario.Reason is { } reason)
        {
            html.Put("p", PlainText.Clip(reason, 4_000), ("class", "message"));
        }

        WriteSteps(scenario);
        WriteLooseChecks(scenario);
        foreach (var exchange in scenario.Exchanges)
        {
            _exchanges.Write(exchange, scenario.Verdict);
        }
    }

    private void WriteOrigin(ScenarioRecord scenario)
    {
        using var origin = html.In("p", ("class", "source"));
        html.Put("code", $"{scenario.File}:{scenario.Line}");
        foreach (var tag in scenario.Tags)
        {
            html.Text(" ").Put("span", $"@{tag}", ("class", "tag"));
        }
    }

    private void WriteSteps(ScenarioRecord scenario)
    {
        if (scenario.Steps.Count == 0)
        {
            return;
        }

        using var list = html.In("ol", ("class", "steps"));
        for (var index = 0; index < scenario.Steps.Count; index++)
        {
            var step = scenario.Steps[index];
            using var item = html.In("li", ("class", step.Verdict.Word()));
            using (html.In("p", ("class", "step")))
            {
                html.Put("b", step.Keyword).Text(" ").Text(PlainText.Clip(step.Text, 2_000));
                if (step.Verdict is not Verdict.Pass)
                {
                    html.Text(" ");
                    Badge.Write(html, step.Verdict);
                }
            }

            if (step.Error is { } error)
            {
                html.Put("p", PlainText.Clip(error, 4_000), ("class", "message"));
            }

            WriteChecks([.. scenario.Checks.Where(check => check.Step == index)]);
        }
    }

    private void WriteLooseChecks(ScenarioRecord scenario)
    {
        var loose = scenario.Checks.Where(check => check.Step is not { } step || step < 0 || step >= scenario.Steps.Count).ToList();
        if (loose.Count > 0)
        {
            html.Put("p", "Checked on every response", ("class", "label"));
            WriteChecks(loose);
        }
    }

    private void WriteChecks(List<CheckRecord> checks)
    {
        if (checks.Count == 0)
        {
            return;
        }

        using var list = html.In("ul", ("class", "checks"));
        foreach (var check in checks.OrderByDescending(c => c.Verdict is Verdict.Fail or Verdict.Error or Verdict.Warn).Take(MostChecks))
        {
            WriteCheck(check);
        }

        if (checks.Count > MostChecks)
        {
            html.Put("li", $"{checks.Count - MostChecks:N0} more checks are in {EvidenceFiles.Scenarios}.");
        }
    }

    private void WriteCheck(CheckRecord check)
    {
        using var item = html.In("li");
        using (html.In("p", ("class", "check")))
        {
            Badge.Write(html, check.Verdict);
            html.Text(" ").Text(PlainText.Clip(check.Title, 1_000));
        }

        foreach (var requirement in check.Requirements)
        {
            RequirementTag.Write(html, requirement);
        }

        CheckDetails.Write(html, check);
    }
}
