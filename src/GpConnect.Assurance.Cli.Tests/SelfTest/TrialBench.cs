using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Cli.SelfTest;
using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Tests.SelfTest;

/// <summary>Tries a small part of the suite, altered or not, on the defects that concern it.</summary>
public sealed class TrialBench : IDisposable
{
    private const string Page = "foundations_use_case_get_the_fhir_capability_statement";

    private readonly SpecFlowHost _engine = new();
    private readonly ProfileValidator _validator = new(DefinitionStore.Open([Assets.Profiles]));

    public TrialBench()
    {
        var whole = RunPlan.Make(new RunOptions { Name = "Get the FHIR capability statement" });

        // Steps that ask for rules by name would stand in for a rule that is taken away.
        Plan = whole with { Features = whole.Features with { Scenarios = [.. whole.Features.Scenarios.Where(scenario => !scenario.Steps.Any(AsksForRules))] } };
        Defects = [.. DefectCatalogue.All.Where(defect => Plan.Requirements.Find(defect.Requirement)?.Page == Page)];
        Whole = new Lazy<SelfTestRecord>(() => Try(Plan, Defects, Enum.GetValues<Reading>()));
    }

    internal RunPlan Plan { get; }

    internal IReadOnlyList<Defect> Defects { get; }

    /// <summary>What the part makes of the defects when nothing is taken from it.</summary>
    internal Lazy<SelfTestRecord> Whole { get; }

    public void Dispose() => _engine.Dispose();

    internal SelfTestRecord Try(RunPlan plan, IReadOnlyList<Defect> defects, IReadOnlyList<Reading>? readings = null, Action<TrialRecord>? finished = null)
    {
        var provider = ReferenceProviderHost.StartAsync().GetAwaiter().GetResult();
        try
        {
            return new SuiteTrial(new SelfTestSetting(plan, _engine, _validator, provider), workers: 2).Run(defects, readings ?? [], finished ?? (_ => { }), CancellationToken.None);
        }
        finally
        {
            provider.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>What is worse than with the whole part: defects that get past it, requirements that lose their proof, or what shows that it can fail.</summary>
    internal IReadOnlyList<string> Lost(RunPlan plan)
    {
        var record = Try(plan, Defects);
        var before = Statuses(Whole.Value);
        return
        [
            .. Survivors(record).Except(Survivors(Whole.Value)),
            .. Statuses(record).Where(after => after.Value > before[after.Key]).Select(after => after.Key),
        ];
    }

    internal static IEnumerable<string> Survivors(SelfTestRecord record) => record.Trials.Where(trial => trial.CaughtBy is null).Select(trial => trial.Defect);

    private Dictionary<string, CoverageStatus> Statuses(SelfTestRecord record) =>
        CoverageReport.Of(Plan.Requirements, record, []).Rows.ToDictionary(row => row.Requirement, row => row.Status);

    private static bool AsksForRules(PlannedStep step) => step.Text.Contains("keeps the rules of", StringComparison.Ordinal);
}
