namespace GpConnect.Assurance.Evidence.Reports;

/// <summary><c>summary.md</c>: a page that fits a pull request or <c>$GITHUB_STEP_SUMMARY</c>.</summary>
internal static class MarkdownSummary
{
    private const int MostFindings = 50;
    private const int MostSkipped = 50;
    private const int MostTags = 8;

    public static void Write(TextWriter output, ReportModel model)
    {
        output.WriteLine($"# GP Connect Assurance: {model.Headline.Title}");
        output.WriteLine();
        output.WriteLine(Markdown.Text(model.Headline.Sentence));
        WriteFacts(output, model.Run);
        WriteTotals(output, model.Totals);
        WriteFindings(output, "Failed checks", model.Totals.Checks.Fail, model.Failures);
        WriteScenarios(output, "Errors", [.. model.Errors]);
        WriteFindings(output, "Warnings", model.Totals.Checks.Warn, model.Warnings);
        WriteScenarios(output, "Not tested", [.. model.Skipped]);
        WriteTimes(output, model.ResponseTimes);
        WriteLeftBehind(output, model);
        WriteNext(output, model);
    }

    private static void WriteTimes(TextWriter output, IReadOnlyList<ResponseTimeTotals> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("## Response times");
        output.WriteLine();
        output.WriteLine(ResponseTimesSection.Meaning);
        output.WriteLine();
        output.WriteLine("| Interaction | Responses | Shortest, ms | Median, ms | 95 %, ms | Longest, ms | Should be below | Must be below |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var times in all)
        {
            output.WriteLine(
                $"| {Markdown.Text(times.Interaction)} | {times.Count} | {times.Min:N0} | {times.Median:N0} | {times.P95:N0} | {times.Max:N0} | {times.TargetMs} | {times.LimitMs} |");
        }
    }

    private static void WriteLeftBehind(TextWriter output, ReportModel model)
    {
        if (model.LeftBehind.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"## Left behind ({model.LeftBehind.Count:N0})");
        output.WriteLine();
        output.WriteLine(LeftBehindSection.Meaning);
        output.WriteLine();
        foreach (var (scenario, sentence) in model.LeftBehind.Take(MostSkipped))
        {
            output.WriteLine($"- {Markdown.Text(sentence)} ({Markdown.Code(scenario.Id)})");
        }

        WriteRest(output, model.LeftBehind.Count - MostSkipped);
    }

    private static void WriteFacts(TextWriter output, RunRecord run)
    {
        output.WriteLine();
        output.WriteLine($"- Target: {Markdown.Code(run.Target)}{(run.ReferenceProvider ? " (the reference provider built into the tool)" : "")}");
        WriteFact(output, "Software", run.TargetSoftware);
        output.WriteLine($"- Run: {Markdown.Code(run.Id)}, started {PlainText.Instant(run.Started)}{Took(run)}");
        output.WriteLine($"- Tool: {Markdown.Text(run.Tool)}");
    }

    private static string Took(RunRecord run) => run.DurationMs is { } duration ? $", took {PlainText.Duration(duration)}" : "";

    private static void WriteFact(TextWriter output, string label, string? text)
    {
        if (text is not null)
        {
            output.WriteLine($"- {label}: {Markdown.Text(text)}");
        }
    }

    private static void WriteTotals(TextWriter output, RunTotals totals)
    {
        if (totals.Packs.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("## Totals");
        output.WriteLine();
        output.WriteLine("| Pack | Interaction | Scenarios | Passed | Warnings | Failed | Errors | Not tested | Checks |");
        output.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var interaction in totals.Packs.SelectMany(pack => pack.Interactions))
        {
            WriteRow(output, Markdown.Text(interaction.Pack), Markdown.Text(interaction.Interaction), interaction.Scenarios, interaction.Checks.Total);
        }

        WriteRow(output, "**All**", "", totals.Scenarios, totals.Checks.Total);
    }

    private static void WriteRow(TextWriter output, string pack, string interaction, VerdictCounts counts, int checks) => output.WriteLine(
        $"| {pack} | {interaction} | {counts.Total} | {counts.Pass + counts.Info} | {counts.Warn} | {counts.Fail} | {counts.Error} | {counts.Skip} | {checks} |");

    private static void WriteFindings(TextWriter output, string title, int checks, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"## {title} ({checks:N0})");
        foreach (var group in RequirementFindings.Of(findings.Take(MostFindings)))
        {
            WriteRequirement(output, group.Requirement);
            foreach (var finding in group.Findings)
            {
                WriteFinding(output, finding);
            }
        }

        WriteRest(output, findings.Count - MostFindings);
    }

    private static void WriteRequirement(TextWriter output, RequirementRef? requirement)
    {
        output.WriteLine();
        if (requirement is null)
        {
            output.WriteLine("### No requirement named");
            return;
        }

        var words = new[] { requirement.Id, requirement.Level, requirement.Title }.OfType<string>().Select(Markdown.Text);
        output.WriteLine($"### {string.Join(' ', words)}");
        if (CheckText.Source(requirement) is { } source)
        {
            output.WriteLine();
            output.WriteLine($"Specification: {Markdown.Text(source)}");
        }
    }

    private static void WriteFinding(TextWriter output, Finding finding)
    {
        var check = finding.Check;
        output.WriteLine();
        output.WriteLine($"- **{Markdown.Text(check.Title)}**");
        WriteLine(output, "Message", check.Message, Markdown.Text);
        WriteLine(output, "Expected", check.Expected, Markdown.Code);
        WriteLine(output, "Actual", check.Actual, Markdown.Code);
        WriteLine(output, "Location", CheckText.Location(check), Markdown.Code);
        WriteLine(output, "Scenario", finding.First.Id, id => $"{Markdown.Code(id)} {Markdown.Text(finding.First.Name)}{Others(finding)}");
        WriteLine(output, "Exchange", check.Exchange, id => Markdown.Code($"{EvidenceFiles.Exchanges}/{SafeName.Of(id)}"));
    }

    private static string Others(Finding finding) =>
        finding.Scenarios.Count == 1 ? "" : $", and {Plural.Of(finding.Scenarios.Count - 1, "other scenario")}";

    private static void WriteLine(TextWriter output, string label, string? text, Func<string, string> format)
    {
        if (text is not null)
        {
            output.WriteLine($"  - {label}: {format(text)}");
        }
    }

    private static void WriteScenarios(TextWriter output, string title, List<ScenarioRecord> scenarios)
    {
        if (scenarios.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"## {title} ({scenarios.Count:N0})");
        output.WriteLine();
        foreach (var scenario in scenarios.Take(MostSkipped))
        {
            var reason = scenario.Reason ?? scenario.Checks.FirstOrDefault(c => c.Verdict == scenario.Verdict)?.Message ?? "No reason is recorded.";
            output.WriteLine($"- {Markdown.Code(scenario.Id)} {Markdown.Text(scenario.Name)}: {Markdown.Text(reason)}");
        }

        WriteRest(output, scenarios.Count - MostSkipped);
    }

    private static void WriteRest(TextWriter output, int rest)
    {
        if (rest > 0)
        {
            output.WriteLine();
            output.WriteLine($"… and {rest:N0} more: see {Markdown.Code(EvidenceFiles.Report)}.");
        }
    }

    private static void WriteNext(TextWriter output, ReportModel model)
    {
        output.WriteLine();
        output.WriteLine("## What is next");
        output.WriteLine();
        foreach (var step in Next(model))
        {
            output.WriteLine($"- {step}");
        }
    }

    private static IEnumerable<string> Next(ReportModel model)
    {
        yield return $"Read {Markdown.Code(EvidenceFiles.Report)}: each check with its requirement, the request and response, and a {Markdown.Code("curl")} line that repeats it.";
        var tags = model.Failures.SelectMany(f => f.Check.Requirements).Select(r => r.Id).Distinct().Order(StringComparer.Ordinal).Take(MostTags).ToList();
        if (tags.Count > 0)
        {
            var expression = string.Join(" or ", tags.Select(id => $"@{id}"));
            yield return $"After a change, run again what failed: {Markdown.Code($"gpc-assure run --target {model.Run.Target} --tags '{expression}'")}";
        }

        if (model.Errors.Any())
        {
            yield return "An error is no verdict on the provider: see whether the target can be reached, then run again.";
        }

        if (model.Skipped.Any())
        {
            yield return "What was not tested gives its reason above: map the missing test data, or declare the capability, and run again.";
        }
    }
}
