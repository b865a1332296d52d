namespace GpConnect.Assurance.Evidence;

/// <summary>The names of what stands in a run's folder.</summary>
public static class EvidenceFiles
{
    public const string Run = "run.json";
    public const string Scenarios = "scenarios.ndjson";
    public const string Exchanges = "exchanges";
    public const string JUnit = "junit.xml";
    public const string Summary = "summary.md";
    public const string Report = "report.html";
    public const string Manifest = "manifest.json";

    /// <summary>Inside <c>exchanges/{id}</c>: the <see cref="ExchangeRecord"/>.</summary>
    public const string Exchange = "exchange.json";

    /// <summary>Inside <c>exchanges/{id}</c>: head and body as sent.</summary>
    public const string Request = "request.http";

    /// <summary>Inside <c>exchanges/{id}</c>: head and body as received.</summary>
    public const string Response = "response.http";

    internal const string RequestBody = "request-body";
    internal const string ResponseBody = "response-body";
}
