using System.Buffers;
using System.Globalization;
using System.Text;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// The markup of XML 1.0 without a document type: tags, attributes, comments, references. Positions go in and out; -1 means that the
/// text is not well-formed, and <see cref="Fault"/> says why.
/// </summary>
internal ref struct XmlLexer(ReadOnlySpan<byte> source)
{
    private const int MaxAttributes = 64;
    private static readonly SearchValues<byte> ValueStops = SearchValues.Create("\"'<&\t\n\r\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);
    private static readonly SearchValues<byte> TextStops = SearchValues.Create("<&\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);
    private readonly ReadOnlySpan<byte> _source = source;

    /// <summary>Why the text is not well-formed; null as long as it is.</summary>
    public string? Fault { get; private set; }

    public int FaultAt { get; private set; }

    public readonly bool StartsWith(int i, ReadOnlySpan<byte> text) => i <= _source.Length && _source[i..].StartsWith(text);

    public int Fail(int at, string fault)
    {
        Fault ??= fault;
        FaultAt = at;
        return -1;
    }

    /// <summary>Reads a start tag.</summary>
    /// <param name="i">At the <c>&lt;</c>.</param>
    /// <param name="attributes">The tag's attributes are added to it.</param>
    /// <returns>After the <c>&gt;</c>.</returns>
    public int StartTag(int i, List<XmlAttribute> attributes, out XmlTag tag)
    {
        var source = _source;
        var nameStart = i + 1;
        i = NameEnd(nameStart);
        tag = default;
        if (i == nameStart)
        {
            return Fail(i, "Expected an element name after '<'.");
        }

        var nameLength = i - nameStart;
        var prefixLength = Math.Max(0, source.Slice(nameStart, nameLength).IndexOf((byte)':'));
        var firstAttribute = attributes.Count;
        while (true)
        {
            var afterName = i;
            i = JsonScan.SkipBlank(source, i);
            if (i >= source.Length)
            {
                return Fail(i, "The document ends inside a tag.");
            }

            if (source[i] == '>' || (source[i] == '/' && i + 1 < source.Length && source[i + 1] == '>'))
            {
                tag = new XmlTag(nameStart, nameLength, prefixLength, source[i] == '/');
                return source[i] == '/' ? i + 2 : i + 1;
            }

            if (i == afterName)
            {
                return Fail(i, "Expected white space, '/>' or '>' in a tag.");
            }

            i = Attribute(i, attributes, firstAttribute);
            if (i < 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Reads the end tag of an element.</summary>
    /// <param name="i">At the <c>&lt;/</c>.</param>
    public int EndTag(int i, in XmlTag open)
    {
        var nameStart = i + 2;
        i = NameEnd(nameStart);
        var openName = _source.Slice(open.NameStart, open.NameLength);
        if (!_source[nameStart..i].SequenceEqual(openName))
        {
            return Fail(nameStart, $"The element '{Show(openName)}' is closed by another name.");
        }

        i = JsonScan.SkipBlank(_source, i);
        return i < _source.Length && _source[i] == '>' ? i + 1 : Fail(i, "Expected '>' at the end of an end tag.");
    }

    /// <param name="i">At the <c>&lt;!--</c>.</param>
    public int Comment(int i)
    {
        var length = _source[(i + 4)..].IndexOf("--"u8);
        if (length < 0)
        {
            return Fail(i, "A comment is not closed.");
        }

        var end = i + 4 + length + 2;
        return end < _source.Length && _source[end] == '>' ? end + 1 : Fail(end - 2, "A comment must not hold '--'.");
    }

    /// <param name="i">At the <c>&lt;?</c>.</param>
    public int ProcessingInstruction(int i)
    {
        var nameEnd = NameEnd(i + 2);
        if (nameEnd == i + 2 || Ascii.EqualsIgnoreCase(_source[(i + 2)..nameEnd], "xml"u8))
        {
            return Fail(i, "An XML declaration stands only at the very start of a document.");
        }

        var length = _source[nameEnd..].IndexOf("?>"u8);
        return length < 0 ? Fail(i, "A processing instruction is not closed.") : nameEnd + length + 2;
    }

    /// <param name="i">At the <c>&lt;![CDATA[</c>.</param>
    public int CharacterData(int i)
    {
        var length = _source[i..].IndexOf("]]>"u8);
        return length < 0 ? Fail(i, "A CDATA section is not closed.") : i + length + 3;
    }

    /// <summary>Passes over text and references up to the next <c>&lt;</c>, or the end.</summary>
    /// <param name="isBlank">It was white space only.</param>
    public int Text(int i, out bool isBlank)
    {
        var source = _source;
        var afterBlank = JsonScan.SkipBlank(source, i);
        i = afterBlank;
        while (true)
        {
            var length = source[i..].IndexOfAny(TextStops);
            i = length < 0 ? source.Length : i + length;
            isBlank = i == afterBlank;
            if (i >= source.Length || source[i] == '<')
            {
                return i;
            }

            if (source[i] != '&')
            {
                return Fail(i, $"The character U+{source[i]:X4} is not allowed in XML.");
            }

            i = Reference(i, out _);
            if (i < 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Reads an entity or character reference.</summary>
    /// <param name="i">At the <c>&amp;</c>.</param>
    public int Reference(int i, out Rune character)
    {
        character = default;
        var body = _source.Slice(i + 1, Math.Min(12, _source.Length - i - 1));
        var length = body.IndexOf((byte)';');
        if (length <= 0)
        {
            return Fail(i, "A '&' must start a reference such as '&amp;'.");
        }

        body = body[..length];
        if (body[0] == '#')
        {
            return TryCharacter(body[1..], out character)
                ? i + length + 2
                : Fail(i, $"'&{Show(body)};' is no character that XML allows.");
        }

        return TryEntity(body, out character)
            ? i + length + 2
            : Fail(i, $"The entity '&{Show(body)};' is not one of XML's own (amp, lt, gt, quot, apos).");
    }

    /// <summary>Resolves an attribute value: references, and white space as XML normalises it. Never longer than the raw value.</summary>
    public int Resolve(in XmlAttribute attribute, Span<byte> into)
    {
        var written = 0;
        var i = attribute.ValueStart;
        var end = i + attribute.ValueLength;
        while (i < end)
        {
            var length = _source[i..end].IndexOfAny("&\t\n\r"u8);
            var stop = length < 0 ? end : i + length;
            _source[i..stop].CopyTo(into[written..]);
            written += stop - i;
            if (stop == end)
            {
                break;
            }

            if (_source[stop] == '&')
            {
                i = Reference(stop, out var character);
                written += character.EncodeToUtf8(into[written..]);
            }
            else
            {
                into[written++] = (byte)' ';
                i = stop + (_source[stop] == '\r' && stop + 1 < end && _source[stop + 1] == '\n' ? 2 : 1);
            }
        }

        return written;
    }

    /// <summary>A name as it may be shown in a message: never long.</summary>
    public static string Show(ReadOnlySpan<byte> name) =>
        name.Length <= 64 ? Encoding.UTF8.GetString(name) : Encoding.UTF8.GetString(name[..60]) + "…";

    private int Attribute(int i, List<XmlAttribute> attributes, int firstAttribute)
    {
        var source = _source;
        var nameStart = i;
        i = NameEnd(i);
        if (i == nameStart)
        {
            return Fail(i, "Expected an attribute name, '/>' or '>' in a tag.");
        }

        var nameLength = i - nameStart;
        var name = source.Slice(nameStart, nameLength);
        for (var other = firstAttribute; other < attributes.Count; other++)
        {
            if (attributes[other].Name(source).SequenceEqual(name))
            {
                return Fail(nameStart, $"The attribute '{Show(name)}' occurs twice.");
            }
        }

        if (attributes.Count - firstAttribute == MaxAttributes)
        {
            return Fail(nameStart, $"An element has more than {MaxAttributes} attributes.");
        }

        i = JsonScan.SkipBlank(source, i);
        if (i >= source.Length || source[i] != '=')
        {
            return Fail(i, $"Expected '=' after the attribute name '{Show(name)}'.");
        }

        i = JsonScan.SkipBlank(source, i + 1);
        if (i >= source.Length || source[i] is not ((byte)'"' or (byte)'\''))
        {
            return Fail(i, $"Expected the value of '{Show(name)}' in quotes.");
        }

        var valueStart = i + 1;
        i = ValueEnd(valueStart, source[i], out var isPlain);
        if (i < 0)
        {
            return -1;
        }

        attributes.Add(new XmlAttribute(nameStart, nameLength, valueStart, i - valueStart, isPlain));
        return i + 1;
    }

    private int ValueEnd(int i, byte quote, out bool isPlain)
    {
        var source = _source;
        isPlain = true;
        while (true)
        {
            var length = source[i..].IndexOfAny(ValueStops);
            if (length < 0)
            {
                return Fail(source.Length, "The document ends inside an attribute value.");
            }

            i += length;
            switch (source[i])
            {
                case (byte)'"' or (byte)'\'':
                    if (source[i] == quote)
                    {
                        return i;
                    }

                    i++;
                    break;
                case (byte)'&':
                    isPlain = false;
                    i = Reference(i, out _);
                    if (i < 0)
                    {
                        return -1;
                    }

                    break;
                case (byte)'\t' or (byte)'\n' or (byte)'\r':
                    isPlain = false;
                    i++;
                    break;
                case (byte)'<':
                    return Fail(i, "'<' is not allowed in an attribute value; write '&lt;'.");
                default:
                    return Fail(i, $"The character U+{source[i]:X4} is not allowed in XML.");
            }
        }
    }

    private readonly int NameEnd(int start)
    {
        var i = start;
        if (i < _source.Length && !char.IsAsciiDigit((char)_source[i]) && _source[i] is not ((byte)'-' or (byte)'.'))
        {
            while (i < _source.Length && IsNameByte(_source[i]))
            {
                i++;
            }
        }

        return i;
    }

    private static bool IsNameByte(byte b) =>
        char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)':' or (byte)'-' or (byte)'.' or >= 0x80;

    private static bool TryEntity(ReadOnlySpan<byte> name, out Rune character)
    {
        character = new Rune(
            name.SequenceEqual("amp"u8) ? '&'
            : name.SequenceEqual("lt"u8) ? '<'
            : name.SequenceEqual("gt"u8) ? '>'
            : name.SequenceEqual("quot"u8) ? '"'
            : name.SequenceEqual("apos"u8) ? '\''
            : '\0');
        return character.Value != 0;
    }

    private static bool TryCharacter(ReadOnlySpan<byte> digits, out Rune rune)
    {
        rune = default;
        var isHexadecimal = digits.Length > 0 && digits[0] == 'x';
        digits = isHexadecimal ? digits[1..] : digits;
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var value)
            && Rune.TryCreate(value, out rune)
            && (value >= 0x20 || value is '\t' or '\n' or '\r')
            && value is not (0xFFFE or 0xFFFF);
    }
}
