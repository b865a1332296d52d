using GpConnect.Assurance.Harness.Consumers;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>The query of a request as it was sent, decoded.</summary>
internal static class RequestParameters
{
    public static IReadOnlyList<(string Name, string Value)> Of(Answer answer)
    {
        var url = answer.Exchange.Request.Url;
        var query = url.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? [] : [.. url[(query + 1)..].Split('&').Select(Parameter)];
    }

    private static (string Name, string Value) Parameter(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? (Uri.UnescapeDataString(part), "")
            : (Uri.UnescapeDataString(part[..equals]), Uri.UnescapeDataString(part[(equals + 1)..]));
    }
}
