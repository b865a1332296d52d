using System.Text.Unicode;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Fhir;

/// <summary>Reads FHIR documents. It knows the serialisation rules of STU3, not its resource types; those are for validation.</summary>
public static class FhirReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a document. Whatever the bytes are, this does not throw: what is wrong with them is in <see cref="FhirDocument.Issues"/>.</summary>
    /// <param name="utf8">The document; it must not change while the result is used.</param>
    /// <param name="format">The format the document claims to be in.</param>
    /// <param name="limits">Default: <see cref="ReaderLimits.Default"/>.</param>
    public static FhirDocument Read(ReadOnlyMemory<byte> utf8, FhirFormat format, ReaderLimits? limits = null)
    {
        limits ??= ReaderLimits.Default;
        var source = utf8.Span;
        if (source.Length > limits.MaxBytes)
        {
            var refused = new NodeTable(0, 1, 1);
            refused.Fatal(
                ReadingIssueCodes.Size, $"The document has {source.Length} bytes; at most {limits.MaxBytes} are read.", -1, 0);
            return new FhirDocument(utf8, format, refused);
        }

        var table = new NodeTable(source.Length, bytesPerNode: 32, limits.MaxNodes);
        var start = source.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (start > 0)
        {
            table.Warn(ReadingIssueCodes.Encoding, "The document starts with a byte order mark: FHIR is UTF-8 without one.", -1, 0);
        }

        if (IsUtf8(source, table))
        {
            var depth = Math.Clamp(limits.MaxDepth, 1, ReaderLimits.DepthCeiling);
            if (format == FhirFormat.Json)
            {
                JsonNodeReader.Read(source, start, table, depth);
            }
            else
            {
                XmlNodeReader.Read(source, start, table, depth);
            }
        }

        return new FhirDocument(utf8, format, table);
    }

    /// <summary>The format by the first character after byte order mark and white space: <c>{</c> or <c>&lt;</c>; else null.</summary>
    public static FhirFormat? Sniff(ReadOnlySpan<byte> utf8)
    {
        var content = utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        var first = JsonScan.SkipBlank(content, 0);
        return first >= content.Length ? null : content[first] switch
        {
            (byte)'{' => FhirFormat.Json,
            (byte)'<' => FhirFormat.Xml,
            _ => null,
        };
    }

    private static bool IsUtf8(ReadOnlySpan<byte> source, NodeTable table)
    {
        if (Utf8.IsValid(source))
        {
            return true;
        }

        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(source[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        table.Fatal(ReadingIssueCodes.Encoding, $"The document is not UTF-8: byte 0x{source[at]:X2} at offset {at} starts no character.", -1, at);
        return false;
    }
}
