namespace GpConnect.Assurance.Evidence;

/// <summary>What kind of text a body is, as the extension of the file that holds it.</summary>
internal static class BodyFormat
{
    public const string Json = "json";
    public const string Xml = "xml";
    public const string Html = "html";
    public const string Text = "txt";
    public const string Binary = "bin";

    /// <summary>Every extension a response body can have; nothing that a header says leads to another one.</summary>
    public static readonly IReadOnlyList<string> All = [Json, Xml, Html, Text, Binary];

    /// <summary>By media type, and where there is none by the first character.</summary>
    public static string Of(IEnumerable<HeaderRecord> headers, ReadOnlySpan<byte> body)
    {
        var mediaType = headers.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))?.Value.Split(';')[0];
        return mediaType is null ? OfFirstCharacter(body)
            : Contains(mediaType, "html") ? Html
            : Contains(mediaType, "json") ? Json
            : Contains(mediaType, "xml") ? Xml
            : Contains(mediaType, "text/") || Contains(mediaType, "x-www-form-urlencoded") ? Text
            : Binary;
    }

    private static string OfFirstCharacter(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n\xEF\xBB\xBF"u8) switch
    {
        [(byte)'{' or (byte)'[', ..] => Json,
        [(byte)'<', ..] => Xml,
        _ => Binary,
    };

    private static bool Contains(string mediaType, string part) => mediaType.Contains(part, StringComparison.OrdinalIgnoreCase);
}
