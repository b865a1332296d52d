using System.Collections.Concurrent;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Requirements;
using GpConnect.Assurance.Harness.Rules;
using GpConnect.Assurance.Harness.TestData;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>What all scenarios of a run share; safe for use by many workers.</summary>
public sealed class RunContext(
    TargetSettings settings,
    RequirementCatalogue requirements,
    ProfileValidator validator,
    Action<Exchange, string, PlannedScenario> record,
    TimeProvider? clock = null)
{
    public TargetSettings Settings { get; } = settings;

    public RequirementCatalogue Requirements { get; } = requirements;

    public ProfileValidator Validator { get; } = validator;

    public TimeProvider Clock { get; } = clock ?? TimeProvider.System;

    /// <summary>Population rules that every response is held against.</summary>
    public RuleSet Rules { get; init; } = RuleSet.Empty;

    /// <summary>The version of the specification that the target's capability statement declares; null when it declares none.</summary>
    public string? DeclaredVersion { get; init; }

    /// <summary>True where the target declares that version of the specification or a later one, or does not tell: rules that a release dropped are not held against it.</summary>
    public bool MayFollow(string version) => !Version.TryParse(DeclaredVersion, out var declared) || declared >= Version.Parse(version);

    internal RuleChecks RuleChecks => field ??= new RuleChecks(Rules, new RuleVariables(Settings, DeclaredVersion), Clock);

    /// <summary>How sound requests are answered, by interaction ID; filled as scenarios need to know.</summary>
    public ConcurrentDictionary<string, SoundAnswer> SoundAnswers { get; } = new(StringComparer.Ordinal);

    /// <summary>The patients that scenarios use up.</summary>
    public PatientPool Pool { get; } = new(settings.TestData);

    /// <summary>The free slots that scenarios hold.</summary>
    public SlotPool Slots { get; } = new();

    /// <summary>Keeps an exchange, under an id of its own, as evidence.</summary>
    public void Record(Exchange exchange, string id, PlannedScenario scenario) => record(exchange, id, scenario);

    /// <summary>The requirement as evidence names it, at the level that counts for it.</summary>
    public RequirementRef Reference(string id) =>
        Requirements.Find(id) is { } requirement
            ? requirement.ToReference() with { Level = Requirements.LevelOf(requirement).ToString().ToUpperInvariant() }
            : new RequirementRef(id);
}
