using System.Text;
using GpConnect.Assurance.Evidence.Reports;
using GpConnect.Assurance.Harness.Coverage;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>A self-test as a Markdown page: the rate by pack, what got past the suite, false alarms, and the matrix.</summary>
internal static class SelfTestMarkdown
{
    public static string Of(SelfTestRecord record)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"# Self-test\n\n{SelfTestSummary.Sentence(record)}\n\n| Pack | Defects | Caught |\n| --- | ---: | ---: |\n"));
        foreach (var (pack, defects, caught) in SelfTestSummary.ByPack(record))
        {
            text.Append(Invariant($"| {pack} | {defects} | {caught} |\n"));
        }

        Section(text, "Got past the suite", "| Defect | Title | Breaks | Seen, but on other requirements, by |\n| --- | --- | --- | --- |",
            record.Trials.Where(trial => trial.CaughtBy is null).Select(Survivor));
        Section(text, "False alarms", "| Practice | Scenario | Verdict | Requirement | Message |\n| --- | --- | --- | --- | --- |",
            record.FalseAlarms.Select(Alarm));
        Section(text, "Failed beside others and held by themselves", "| Scenario |\n| --- |", record.Unsteady.Select(id => $"| {id} |"));
        Section(text, "Scenarios that no defect made fail", "| Scenario |\n| --- |", record.NeverFailed.Select(id => $"| {id} |"));
        Section(text, "Rules that no defect broke", "| Rule |\n| --- |", record.NeverBroken.Select(id => $"| {id} |"));
        Section(text, "Caught", "| Defect | Title | Breaks | Caught by | On | Scenarios run |\n| --- | --- | --- | --- | --- | ---: |",
            record.Trials.Where(trial => trial.CaughtBy is not null).Select(Caught));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, string head, IEnumerable<string> rows)
    {
        var lines = rows.ToList();
        text.Append(Invariant($"\n## {title}\n\n")).Append(lines.Count == 0 ? "None." : $"{head}\n{string.Join('\n', lines)}").Append('\n');
    }

    private static string Survivor(TrialRecord trial) =>
        $"| {trial.Defect} | {Markdown.Text(trial.Title)} | {trial.Requirement} | {(trial.SeenBy.Count == 0 ? "nothing" : $"{trial.SeenBy.Count} scenarios, first {trial.SeenBy[0]}")} |";

    private static string Alarm(AlarmRecord alarm) =>
        $"| {alarm.Practice} | {alarm.Scenario} | {alarm.Verdict.ToString().ToLowerInvariant()} | {string.Join(", ", alarm.Requirements)} | {Markdown.Text(alarm.Message)} |";

    private static string Caught(TrialRecord trial) =>
        $"| {trial.Defect} | {Markdown.Text(trial.Title)} | {trial.Requirement} | {trial.CaughtBy!.Scenario}: {Markdown.Text(trial.CaughtBy.Rule ?? trial.CaughtBy.Check)} | {trial.CaughtBy.Requirement} ({trial.CaughtBy.Verdict.ToString().ToLowerInvariant()}) | {trial.ScenariosRun} |";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
