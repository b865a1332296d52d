namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Ids of places in the page: the same in every report of the same scenario, so that a link to one keeps its meaning.</summary>
internal static class Anchor
{
    public static string Of(ScenarioRecord scenario) => $"s-{SafeName.Digest(scenario.Id)}";

    public static string OfExchange(string id) => $"x-{SafeName.Of(id)}";

    public static string OfRequirement(string id) => $"r-{SafeName.Of(id)}";
}
