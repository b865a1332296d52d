using System.Text.Json;
using GpConnect.Assurance.Evidence.Redaction;

namespace GpConnect.Assurance.Evidence;

/// <summary>Writes the files of one exchange.</summary>
/// <param name="path">The folder, which must not exist yet.</param>
/// <param name="redactor">Knows the secrets of this exchange too.</param>
internal sealed class ExchangeFolder(string path, Redactor redactor)
{
    private readonly List<string> _redacted = [];

    public ExchangeRecord Write(ExchangeRecord record, ExchangeContent content)
    {
        if (Directory.Exists(path))
        {
            throw new EvidenceException($"The exchange {record.Id} of {record.Scenario} was written before: {path} exists.");
        }

        Directory.CreateDirectory(path);
        var requestBody = WriteRequest(record, content);
        WriteResponse(record, content);
        var written = redactor.Redact(record with { Jwt = record.Jwt ?? JwtReader.Read(record.RequestHeaders), Redacted = [.. _redacted] });
        written = written with { Curl = written.Curl ?? CurlCommand.For(written, requestBody) };
        EvidenceIO.Replace(Path.Combine(path, EvidenceFiles.Exchange), JsonSerializer.Serialize(written, EvidenceJson.File.ExchangeRecord) + "\n");
        return written;
    }

    /// <returns>The body's file as seen from the run's folder; null when there is no body.</returns>
    private string? WriteRequest(ExchangeRecord record, ExchangeContent content)
    {
        var head = content.RequestHead.IsEmpty ? RawHead.OfRequest(record) : content.RequestHead;
        var redactedHead = redactor.Head(head);
        var body = redactor.Body(content.RequestBody);
        var name = $"{EvidenceFiles.RequestBody}.{BodyFormat.Of(record.RequestHeaders, body.Span)}";
        var bodyChanged = !body.Equals(content.RequestBody);
        WriteBytes(EvidenceFiles.Request, RawHead.WithBody(redactedHead, body), bodyChanged || !redactedHead.Equals(head));
        return WriteBody(name, body, bodyChanged) ? $"{EvidenceFiles.Exchanges}/{Path.GetFileName(path)}/{name}" : null;
    }

    private void WriteResponse(ExchangeRecord record, ExchangeContent content)
    {
        if (record.Status is null && content.ResponseHead.IsEmpty && content.ReceivedBody.IsEmpty)
        {
            return;
        }

        var head = content.ResponseHead.IsEmpty ? RawHead.OfResponse(record) : content.ResponseHead;
        var redactedHead = redactor.Head(head);
        var encoded = IsEncoded(record.ResponseHeaders);
        var plain = content.Body.IsEmpty && !encoded ? content.ReceivedBody : content.Body;
        var body = redactor.Body(plain);
        var bodyChanged = !body.Equals(plain);
        var received = bodyChanged ? body : encoded ? Received(content) : redactor.Body(content.ReceivedBody);
        WriteBytes(EvidenceFiles.Response, RawHead.WithBody(redactedHead, received), !redactedHead.Equals(head) || !received.Equals(content.ReceivedBody));
        WriteBody($"{EvidenceFiles.ResponseBody}.{BodyFormat.Of(record.ResponseHeaders, body.Span)}", body, bodyChanged);
    }

    /// <summary>The compressed body when what is in it could be searched for secrets, otherwise a sentence in its place.</summary>
    private static ReadOnlyMemory<byte> Received(ExchangeContent content) => content.Body.IsEmpty && !content.ReceivedBody.IsEmpty
        ? System.Text.Encoding.ASCII.GetBytes($"[{content.ReceivedBody.Length} bytes left out: they could not be decoded, and so not be searched for secrets]")
        : content.ReceivedBody;

    private static bool IsEncoded(IEnumerable<HeaderRecord> headers) => headers.Any(h =>
        h.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)
        && !h.Value.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase)
        && h.Value.Trim().Length > 0);

    private bool WriteBody(string name, ReadOnlyMemory<byte> body, bool changed)
    {
        if (body.IsEmpty)
        {
            return false;
        }

        WriteBytes(name, body.Span, changed);
        return true;
    }

    private void WriteBytes(string name, ReadOnlySpan<byte> bytes, bool changed)
    {
        File.WriteAllBytes(Path.Combine(path, name), bytes);
        if (changed)
        {
            _redacted.Add(name);
        }
    }
}
