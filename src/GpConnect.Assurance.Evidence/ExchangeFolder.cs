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
        var raw = RawMessage.OfRequest(content.RawRequest, record);
        var head = redactor.Head(raw.Head);
        var body = redactor.Body(content.RequestBody);
        var bodyChanged = !body.Equals(content.RequestBody);
        var rest = bodyChanged || raw.Rest.IsEmpty ? body : redactor.Body(raw.Rest);
        WriteFile(EvidenceFiles.Request, [.. head.Span, .. rest.Span], bodyChanged || !head.Equals(raw.Head));
        if (body.IsEmpty)
        {
            return null;
        }

        var name = $"{EvidenceFiles.RequestBody}.{BodyFormat.Of(record.RequestHeaders, body.Span)}";
        WriteFile(name, body.Span, bodyChanged);
        return $"{EvidenceFiles.Exchanges}/{Path.GetFileName(path)}/{name}";
    }

    private void WriteResponse(ExchangeRecord record, ExchangeContent content)
    {
        var raw = RawMessage.OfResponse(content.RawResponse, record);
        if (raw.Head.IsEmpty)
        {
            return;
        }

        var head = redactor.Head(raw.Head);
        var response = ResponseContent.Of(record, content, raw.Rest, redactor);
        var wire = raw.Rest.IsEmpty ? content.ReceivedBody : raw.Rest;
        WriteFile(EvidenceFiles.Response, [.. head.Span, .. response.Raw.Span], !head.Equals(raw.Head) || !response.Raw.Equals(wire));
        if (!response.Body.IsEmpty)
        {
            WriteFile($"{EvidenceFiles.ResponseBody}.{BodyFormat.Of(record.ResponseHeaders, response.Body.Span)}", response.Body.Span, response.BodyChanged);
        }
    }

    private void WriteFile(string name, ReadOnlySpan<byte> bytes, bool changed)
    {
        File.WriteAllBytes(Path.Combine(path, name), bytes);
        if (changed)
        {
            _redacted.Add(name);
        }
    }
}
