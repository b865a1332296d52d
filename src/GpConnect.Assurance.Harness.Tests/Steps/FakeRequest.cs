namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>A request as it reached the fake provider.</summary>
internal sealed class FakeRequest
{
    private readonly string[] _lines;

    public FakeRequest(string raw)
    {
        _lines = raw.Split("\r\n");
        var start = _lines[0].Split(' ');
        Method = start[0];
        var question = start[1].IndexOf('?', StringComparison.Ordinal);
        Path = question < 0 ? start[1] : start[1][..question];
        Query = question < 0 ? "" : start[1][(question + 1)..];
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>As sent, percent-encoded.</summary>
    public string Query { get; }

    /// <summary>Names as sent.</summary>
    public IReadOnlyList<string> HeaderNames => [.. _lines.Skip(1).TakeWhile(line => line.Length > 0).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])];

    public bool IsInXml => (Parameter("_format") ?? Header("Accept") ?? "").Contains("xml", StringComparison.Ordinal);

    /// <summary>Null when the header is missing, empty when it is empty.</summary>
    public string? Header(string name) => _lines.Skip(1)
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <summary>The first value of a parameter, decoded; null when it is missing.</summary>
    public string? Parameter(string name) => Query.Split('&')
        .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
        .Select(pair => Uri.UnescapeDataString(pair[(name.Length + 1)..]))
        .FirstOrDefault();

    /// <summary>The body as text.</summary>
    public string Body => string.Join("\r\n", _lines.SkipWhile(line => line.Length > 0).Skip(1));

    /// <summary>The body's resource; null when it is no JSON.</summary>
    public System.Text.Json.Nodes.JsonObject? Resource()
    {
        try
        {
            return System.Text.Json.Nodes.JsonNode.Parse(Body) as System.Text.Json.Nodes.JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>The token's payload; null when there is none.</summary>
    public System.Text.Json.Nodes.JsonObject? Claims()
    {
        var parts = Header("Authorization")?.Split(' ').Last().Split('.');
        return parts?.Length >= 2
            ? System.Text.Json.Nodes.JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!.AsObject()
            : null;
    }
}
