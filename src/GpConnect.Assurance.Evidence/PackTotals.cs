namespace GpConnect.Assurance.Evidence;

/// <summary>What the scenarios of one pack came to, and of each of its interactions by name.</summary>
public sealed record PackTotals(string Pack, IReadOnlyList<InteractionTotals> Interactions)
{
    public VerdictCounts Scenarios => Interactions.Aggregate(new VerdictCounts(), (counts, interaction) => counts + interaction.Scenarios);

    public VerdictCounts Checks => Interactions.Aggregate(new VerdictCounts(), (counts, interaction) => counts + interaction.Checks);
}
