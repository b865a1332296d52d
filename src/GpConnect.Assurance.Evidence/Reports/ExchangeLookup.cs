namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Exchanges as a report needs them: a folder that is broken must not cost the rest of the report.</summary>
internal static class ExchangeLookup
{
    /// <returns>Null when the exchange's file is missing or broken.</returns>
    public static ExchangeRecord? Find(RunEvidence evidence, string id)
    {
        try
        {
            return evidence.Exchange(id);
        }
        catch (EvidenceException)
        {
            return null;
        }
    }

    /// <summary><c>GET /Patient/2 → 200 OK in 34 ms</c>.</summary>
    public static string Line(ExchangeRecord exchange)
    {
        var target = Uri.TryCreate(exchange.Url, UriKind.Absolute, out var url) ? url.PathAndQuery : exchange.Url;
        var outcome = exchange.Status is { } status ? $"{status} {exchange.ReasonPhrase}".TrimEnd() : "no response";
        var took = exchange.TotalMs is { } total ? $" in {PlainText.Duration(total)}" : "";
        return PlainText.Clip($"{exchange.Method} {target} → {outcome}{took}", 300);
    }
}
