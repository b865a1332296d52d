using System.Text;

namespace GpConnect.Assurance.Fhir.Tests.Fuzzing;

/// <summary>Damages documents: bytes changed, stretches dropped, doubled, moved or exchanged for what readers stumble over.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\u0041", "null", "true", "1e999", "-0", "0.10", "\"\"", "{}", "[]", "[null]", "\"_a\":", "\"a\":",
            "\"resourceType\":\"Q\",", "\"extension\":", "<", ">", "/>", "</", "<a>", "</a>", "<a value=\"1\"/>", "<Q>", "</Q>", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>", "<!DOCTYPE x>",
            "&amp;", "&#0;", "&#x10FFFF;", "&nbsp;", " xmlns=\"\"", " xmlns:a=\"http://hl7.org/fhir\"", "a:", " id=\"1\"", " url=\"u\"", "<div xmlns=\"http://www.w3.org/1999/xhtml\">", "</div>",
            "\0", "\u0001", "\r\n", "\t", "\uFEFF", "é", "😀", "\uFFFE",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] document, byte[] other)
    {
        var bytes = document.ToList();
        for (var times = _random.Next(1, 5); times > 0; times--)
        {
            Mutate(bytes, other);
        }

        return [.. bytes];
    }

    private void Mutate(List<byte> bytes, byte[] other)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 1 << _random.Next(1, 8)), bytes.Count - at);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 1 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4:
                bytes.InsertRange(at, Tokens[_random.Next(Tokens.Length)]);
                break;
            case 5:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, Tokens[_random.Next(Tokens.Length)]);
                break;
            case 6:
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(_random.Next(64), other.Length - from)).ToArray());
                break;
            case 7 when _random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
