using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// The markup of XML 1.0 without a document type: tags, attributes, comments, references. Positions go in and out; -1 means that the
/// text is not well-formed, and <see cref="Fault"/> says why.
/// </summary>
internal ref struct XmlLexer(ReadOnlySpan<byte> source)
{
    private const int MaxAttributes = 64;
    private static readonly SearchValues<byte> ValueStops = SearchValues.Create("\"'<&\t\n\r"u8);
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Except([(int)'\t', '\n', '\r']).Select(code => (byte)code)]);

    private static readonly bool[] NameBytes =
        [.. Enumerable.Range(0, 256).Select(code => char.IsAsciiLetterOrDigit((char)code) || (char)code is '_' or ':' or '-' or '.')];

    private readonly ReadOnlySpan<byte> _source = source;

    /// <summary>How the UTF-8 of U+FFC0 to U+FFFF starts.</summary>
    private static ReadOnlySpan<byte> LastOfTheBasicPlane => [0xEF, 0xBF];

    /// <summary>Why the text is not well-formed; null as long as it is.</summary>
    public string? Fault { get; private set; }

    public int FaultAt { get; private set; }

    /// <summary>Looks through the whole text for characters that XML does not have at all; the other methods need not.</summary>
    /// <returns>0, or -1 when there is one.</returns>
    public int CheckCharacters()
    {
        var control = _source.IndexOfAny(Controls);
        if (control >= 0)
        {
            return Fail(control, $"The character U+{_source[control]:X4} is not allowed in XML.");
        }

        for (var i = 0; _source[i..].IndexOf(LastOfTheBasicPlane) is >= 0 and var at; i += at + 2)
        {
            if (i + at + 2 < _source.Length && _source[i + at + 2] >= 0xBE)
            {
                return Fail(i + at, "The characters U+FFFE and U+FFFF are not allowed in XML.");
            }
        }

        return 0;
    }

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
        if (!IsQualified(source.Slice(nameStart, nameLength), out var prefixLength))
        {
            return Fail(nameStart, "An element name is a name, or a prefix, ':' and a name.");
        }

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

        if (_source[i..nameEnd].Contains((byte)':'))
        {
            return Fail(i, "The name of a processing instruction holds no ':'.");
        }

        var length = _source[nameEnd..].IndexOf("?>"u8);
        if (length < 0)
        {
            return Fail(i, "A processing instruction is not closed.");
        }

        return length == 0 || JsonScan.SkipBlank(_source, nameEnd) > nameEnd
            ? nameEnd + length + 2
            : Fail(nameEnd, "Expected white space after the name of a processing instruction.");
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
            var length = source[i..].IndexOfAny((byte)'<', (byte)'&');
            var end = length < 0 ? source.Length : i + length;
            isBlank = end == afterBlank;
            if (end - i >= 3 && source[i..end].IndexOf("]]>"u8) is >= 0 and var at)
            {
                return Fail(i + at, "']]>' is not allowed in text.");
            }

            if (end >= source.Length || source[end] == '<')
            {
                return end;
            }

            i = Reference(end, out _);
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
        if (!IsQualified(name, out _))
        {
            return Fail(nameStart, "An attribute name is a name, or a prefix, ':' and a name.");
        }

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
                default:
                    return Fail(i, "'<' is not allowed in an attribute value; write '&lt;'.");
            }
        }
    }

    private static bool IsQualified(ReadOnlySpan<byte> name, out int prefixLength)
    {
        var colon = name.IndexOf((byte)':');
        prefixLength = Math.Max(0, colon);
        return colon < 0
            || (colon > 0 && colon < name.Length - 1 && IsNameStart(name[colon + 1]) && name[(colon + 1)..].IndexOf((byte)':') < 0);
    }

    private static bool IsNameStart(byte b) => char.IsAsciiLetter((char)b) || b is (byte)'_' or >= 0x80;

    private readonly int NameEnd(int start)
    {
        var i = start;
        while (i < _source.Length && IsNameByte(_source[i]))
        {
            i++;
        }

        if (i < _source.Length && _source[i] >= 0x80)
        {
            i = NameEndBeyondAscii(i, isFirst: i == start);
        }

        return i > start && (char.IsAsciiDigit((char)_source[start]) || _source[start] is (byte)'-' or (byte)'.') ? start : i;
    }

    private readonly int NameEndBeyondAscii(int start, bool isFirst)
    {
        var i = start;
        while (i < _source.Length && Rune.DecodeFromUtf8(_source[i..], out var rune, out var length) == OperationStatus.Done)
        {
            var belongs = rune.IsBmp && (rune.Value == ':' || (isFirst ? XmlConvert.IsStartNCNameChar((char)rune.Value) : XmlConvert.IsNCNameChar((char)rune.Value)));
            if (!belongs)
            {
                break;
            }

            isFirst = false;
            i += length;
        }

        return i;
    }

    private static bool IsNameByte(byte b) => NameBytes[b];

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
