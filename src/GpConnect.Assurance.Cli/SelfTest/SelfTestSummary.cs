using GpConnect.Assurance.Harness.Coverage;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>The figures of a self-test.</summary>
internal static class SelfTestSummary
{
    public static string Sentence(SelfTestRecord record)
    {
        var caught = record.Trials.Count(trial => trial.CaughtBy is not null);
        var rate = record.Trials.Count == 0 ? 0 : 100.0 * caught / record.Trials.Count;
        return FormattableString.Invariant(
            $"{caught} of {record.Trials.Count} defects caught ({rate:0.0} %), {record.FalseAlarms.Count} false alarms over {record.Scenarios} scenarios against a sound practice and {record.Readings.Count} other readings of the specification, in {record.DurationMs / 1000:0} s.");
    }

    public static IEnumerable<(string Pack, int Defects, int Caught)> ByPack(SelfTestRecord record) => record.Trials
        .GroupBy(trial => trial.Defect.Split('-')[1], StringComparer.Ordinal)
        .Select(pack => (pack.Key, pack.Count(), pack.Count(trial => trial.CaughtBy is not null)));
}
