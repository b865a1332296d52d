using System.Text;
using System.Xml;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary><c>junit.xml</c>: a suite for each feature, a case for each scenario, in the form that CI servers read.</summary>
internal static class JUnitReport
{
    private const int LongestText = 4_000;
    private const int MostChecks = 50;

    public static void Write(TextWriter output, ReportModel model)
    {
        var settings = new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", Encoding = Encoding.UTF8, CloseOutput = false };
        using var xml = XmlWriter.Create(output, settings);
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", $"GP Connect Assurance: {model.Run.Target}");
        WriteCounts(xml, model.Scenarios);
        foreach (var suite in model.Scenarios.GroupBy(s => (s.Pack, s.Feature, s.File)))
        {
            WriteSuite(xml, suite.Key.Pack, suite.Key.Feature, suite.Key.File, [.. suite]);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string pack, string feature, string file, IReadOnlyList<ScenarioRecord> scenarios)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", $"{pack}: {feature}");
        Attribute(xml, "file", file);
        Attribute(xml, "timestamp", scenarios.Min(s => s.Started).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss"));
        WriteCounts(xml, scenarios);
        foreach (var scenario in scenarios)
        {
            WriteCase(xml, scenario);
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<ScenarioRecord> scenarios)
    {
        var counts = VerdictCounts.Of(scenarios.Select(s => s.Verdict));
        Attribute(xml, "tests", $"{counts.Total}");
        Attribute(xml, "failures", $"{counts.Fail}");
        Attribute(xml, "errors", $"{counts.Error}");
        Attribute(xml, "skipped", $"{counts.Skip}");
        Attribute(xml, "time", Seconds(scenarios.Sum(s => s.DurationMs)));
    }

    private static void WriteCase(XmlWriter xml, ScenarioRecord scenario)
    {
        xml.WriteStartElement("testcase");
        Attribute(xml, "name", scenario.Name);
        Attribute(xml, "classname", $"{scenario.Pack}.{scenario.Feature}");
        Attribute(xml, "file", scenario.File);
        Attribute(xml, "line", $"{scenario.Line}");
        Attribute(xml, "time", Seconds(scenario.DurationMs));
        WriteProperties(xml, scenario);
        WriteOutcome(xml, scenario);
        WriteWarnings(xml, scenario);
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, ScenarioRecord scenario)
    {
        var references = scenario.Checks.SelectMany(c => c.Requirements).DistinctBy(r => r.Id).ToDictionary(r => r.Id, StringComparer.Ordinal);
        xml.WriteStartElement("properties");
        WriteProperty(xml, "id", scenario.Id);
        WriteProperty(xml, "verdict", scenario.Verdict.Word());
        foreach (var id in scenario.Requirements.Concat(references.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            WriteProperty(xml, "requirement", id, references.TryGetValue(id, out var requirement) ? CheckText.Requirement(requirement) : null);
        }

        xml.WriteEndElement();
    }

    private static void WriteProperty(XmlWriter xml, string name, string value, string? text = null)
    {
        xml.WriteStartElement("property");
        Attribute(xml, "name", name);
        Attribute(xml, "value", value);
        if (text is not null && text != value)
        {
            xml.WriteString(Fit(text, LongestText));
        }

        xml.WriteEndElement();
    }

    private static void WriteOutcome(XmlWriter xml, ScenarioRecord scenario)
    {
        switch (scenario.Verdict)
        {
            case Verdict.Fail:
                WriteFailure(xml, "failure", scenario);
                break;
            case Verdict.Error:
                WriteFailure(xml, "error", scenario);
                break;
            case Verdict.Skip:
                xml.WriteStartElement("skipped");
                Attribute(xml, "message", scenario.Reason ?? FirstMessage(scenario) ?? "Not tested.");
                xml.WriteEndElement();
                break;
        }
    }

    private static void WriteFailure(XmlWriter xml, string element, ScenarioRecord scenario)
    {
        var checks = scenario.Checks.Where(c => c.Verdict is Verdict.Fail or Verdict.Error).ToList();
        var first = FirstMessage(scenario) ?? scenario.Reason ?? "No reason is recorded.";
        xml.WriteStartElement(element);
        Attribute(xml, "message", checks.Count > 1 ? $"{first} (and {checks.Count - 1} more)" : first);
        Attribute(xml, "type", TypeOf(checks) ?? scenario.Verdict.Word());
        var reason = scenario.Reason is null ? [] : new[] { scenario.Reason };
        var described = checks.Take(MostChecks).Select(Describe);
        var more = checks.Count > MostChecks ? new[] { $"… and {Plural.Of(checks.Count - MostChecks, "more check")}: see {EvidenceFiles.Report}." } : [];
        xml.WriteString(Fit(string.Join("\n\n", reason.Concat(described).Concat(more)), LongestText * 10));
        xml.WriteEndElement();
    }

    private static void WriteWarnings(XmlWriter xml, ScenarioRecord scenario)
    {
        var warnings = scenario.Checks.Where(c => c.Verdict == Verdict.Warn).Take(MostChecks).Select(Describe).ToList();
        if (warnings.Count > 0)
        {
            xml.WriteElementString("system-out", Fit("Warnings\n\n" + string.Join("\n\n", warnings), LongestText * 10));
        }
    }

    private static string? TypeOf(List<CheckRecord> checks) => checks is [var first, ..] ? first.Code ?? first.MainRequirement()?.Id : null;

    private static string? FirstMessage(ScenarioRecord scenario)
    {
        var check = scenario.Checks.FirstOrDefault(c => c.Verdict == scenario.Verdict);
        return check?.Message ?? check?.Title;
    }

    private static string Describe(CheckRecord check)
    {
        var lines = new List<string> { check.Title };
        lines.AddRange(check.Requirements.Select(r => $"  Requirement: {CheckText.Requirement(r)}"));
        AddLine(lines, "Message", check.Message);
        AddLine(lines, "Expected", check.Expected);
        AddLine(lines, "Actual", check.Actual);
        AddLine(lines, "Location", CheckText.Location(check));
        AddLine(lines, "Code", check.Code);
        AddLine(lines, "Profile", check.Profile);
        AddLine(lines, "Rule", check.Rule);
        AddLine(lines, "Exchange", check.Exchange is null ? null : $"{EvidenceFiles.Exchanges}/{SafeName.Of(check.Exchange)}");
        return string.Join('\n', lines);
    }

    private static void AddLine(List<string> lines, string label, string? text)
    {
        if (text is not null)
        {
            lines.Add($"  {label}: {PlainText.Clip(text, LongestText)}");
        }
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Fit(value, LongestText));

    private static string Fit(string text, int length) => PlainText.Visible(PlainText.Clip(text, length));

    private static string Seconds(double milliseconds) => $"{milliseconds / 1_000:0.000}";
}
