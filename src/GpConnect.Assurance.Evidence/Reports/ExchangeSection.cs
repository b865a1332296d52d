namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>One request and response: heads, timings, TLS, token, bodies, files, and the line that repeats it.</summary>
internal sealed class ExchangeSection(Html html, RunEvidence evidence)
{
    private const int LongestHead = 8_000;

    private readonly BodyView _bodies = new(html);

    public void Write(string id, Verdict verdict)
    {
        ExchangeRecord exchange;
        try
        {
            exchange = evidence.Exchange(id);
        }
        catch (EvidenceException e)
        {
            html.Put("p", e.Message.Replace(evidence.Directory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), ("class", "message"));
            return;
        }

        using var details = html.In("details", ("class", "exchange"), ("id", Anchor.OfExchange(id)));
        using (html.In("summary"))
        {
            html.Put("code", ExchangeLookup.Line(exchange));
        }

        using var inside = html.In("div", ("class", "inside"));
        WriteFacts(exchange);
        using (html.In("div", ("class", "sides")))
        {
            WriteRequest(exchange, verdict);
            WriteResponse(exchange, verdict);
        }

        CopyBlock.Write(html, "Repeat this request, from the evidence folder", exchange.Curl);
        WriteFiles(exchange);
    }

    private void WriteFacts(ExchangeRecord exchange)
    {
        using var list = html.In("dl", ("class", "facts"));
        Facts.Write(html, "Error", exchange.Error);
        Facts.Write(html, "Sent", $"{exchange.Started.ToUniversalTime():yyyy-MM-dd HH:mm:ss.fff} UTC");
        Facts.Write(html, "Timings", Timings(exchange));
        Facts.Write(html, "Body", Body(exchange));
        if (exchange.Tls is { } tls)
        {
            Facts.Write(html, "TLS", $"{Protocol(tls)}, {tls.CipherSuite}");
            Facts.Write(html, "Server certificate", tls.ServerSubject);
            Facts.Write(html, "Certificate expires", tls.NotAfter is { } end ? PlainText.Instant(end) : null);
            Facts.WriteCode(html, "Certificate SHA-256", tls.ServerThumbprint);
        }
    }

    private static string? Timings(ExchangeRecord exchange)
    {
        var headers = exchange.HeadersMs is { } first ? $"headers after {PlainText.Duration(first)}" : null;
        var total = exchange.TotalMs is { } last ? $"complete after {PlainText.Duration(last)}" : null;
        return headers is null && total is null ? null : string.Join(", ", new[] { headers, total }.OfType<string>());
    }

    private static string? Body(ExchangeRecord exchange) => exchange.Status is null ? null
        : exchange.ReceivedBodyLength == exchange.BodyLength ? PlainText.Size(exchange.BodyLength)
        : $"{PlainText.Size(exchange.ReceivedBodyLength)} received, {PlainText.Size(exchange.BodyLength)} after decompression";

    /// <summary><c>TLS 1.3</c> for <c>Tls13</c>.</summary>
    private static string Protocol(TlsRecord tls) =>
        tls.Protocol is ['T', 'l', 's', var major, var minor] ? $"TLS {major}.{minor}" : tls.Protocol;

    private void WriteRequest(ExchangeRecord exchange, Verdict verdict)
    {
        using var side = html.In("div");
        html.Put("p", "Request", ("class", "label"));
        WriteHead($"{exchange.Method} {exchange.Url}", exchange.RequestHeaders);
        _bodies.Write(evidence.RequestBodyFile(exchange.Id), PathOf(exchange), verdict);
        WriteToken(exchange.Jwt);
    }

    private void WriteResponse(ExchangeRecord exchange, Verdict verdict)
    {
        using var side = html.In("div");
        html.Put("p", "Response", ("class", "label"));
        if (exchange.Status is null)
        {
            html.Put("p", exchange.Error ?? (exchange.Tls is null ? "No response came." : "The handshake was not gone on with."), ("class", "message"));
            return;
        }

        WriteHead($"HTTP/{exchange.HttpVersion} {exchange.Status} {exchange.ReasonPhrase}", exchange.ResponseHeaders);
        _bodies.Write(evidence.ResponseBodyFile(exchange.Id), PathOf(exchange), verdict);
    }

    private void WriteHead(string first, IEnumerable<HeaderRecord> headers)
    {
        var lines = headers.Select(h => $"{h.Name}: {h.Value}").Prepend(first.TrimEnd());
        html.Put("pre", PlainText.Clip(string.Join('\n', lines), LongestHead), ("class", "http"));
    }

    private void WriteToken(JwtRecord? jwt)
    {
        if (jwt is null)
        {
            return;
        }

        html.Put("p", $"Token sent, decoded ({(jwt.Signed ? "signed" : "unsigned")})", ("class", "label"));
        if (jwt.Problem is { } problem)
        {
            html.Put("p", problem, ("class", "message"));
        }

        var parts = new[] { jwt.Header, jwt.Claims }.OfType<string>().Select(part => Indentation.OfJson(part)).ToList();
        if (parts.Count > 0)
        {
            html.Put("pre", PlainText.Clip(string.Join('\n', parts), LongestHead), ("class", "http"));
        }
    }

    /// <summary>Links to the files, but not to HTML or XML: a browser would run what the provider put in them.</summary>
    private void WriteFiles(ExchangeRecord exchange)
    {
        using var line = html.In("p", ("class", "files"));
        html.Text("Files: ");
        foreach (var file in evidence.FilesOf(exchange.Id))
        {
            FileLink.Write(html, PathOf(exchange), file);
            html.Text(" ");
        }

        if (exchange.Redacted.Count > 0)
        {
            html.Put("span", $"Secrets were replaced in {string.Join(", ", exchange.Redacted)}.");
        }
    }

    private static string PathOf(ExchangeRecord exchange) => $"{EvidenceFiles.Exchanges}/{SafeName.Of(exchange.Id)}";
}
