using System.Collections.Frozen;
using System.Text;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// Checks a narrative's <c>div</c>: well-formed XHTML, the elements and attributes FHIR allows (<c>txt-1</c>), and some content
/// (<c>txt-2</c>).
/// </summary>
/// <remarks>Rules: http://hl7.org/fhir/STU3/narrative.html</remarks>
internal static class XhtmlChecker
{
    private const int MaxDepth = 256;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Elements = NameSet(
        "a", "abbr", "acronym", "b", "big", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "dfn", "div", "dl",
        "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "q", "samp", "small", "span", "strong",
        "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "ul", "var");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = NameSet(
        "abbr", "accesskey", "align", "alt", "axis", "bgcolor", "border", "cellhalign", "cellpadding", "cellspacing", "cellvalign", "char",
        "charoff", "charset", "cite", "class", "colspan", "compact", "coords", "dir", "frame", "headers", "height", "href", "hreflang",
        "hspace", "id", "lang", "longdesc", "name", "nowrap", "rel", "rev", "rowspan", "rules", "scope", "shape", "span", "src", "start",
        "style", "summary", "tabindex", "title", "type", "valign", "value", "vspace", "width", "xml:lang");

    public static ReadOnlySpan<byte> Namespace => "http://www.w3.org/1999/xhtml"u8;

    /// <summary>Checks the text of a whole JSON value.</summary>
    public static XhtmlFindings CheckText(ReadOnlySpan<byte> text)
    {
        var findings = new XhtmlFindings();
        var lexer = new XmlLexer(text);
        var start = JsonScan.SkipBlank(text, 0);
        if (start >= text.Length || text[start] != '<')
        {
            findings.Add(ReadingIssueCodes.XhtmlSyntax, "The narrative must be one XHTML div element.", start);
            return findings;
        }

        var end = lexer.CheckCharacters() < 0 ? -1 : Check(text, start, needsNamespace: true, ref lexer, findings);
        if (end < 0)
        {
            findings.Add(ReadingIssueCodes.XhtmlSyntax, $"The narrative is not well-formed XHTML: {lexer.Fault}", lexer.FaultAt);
        }
        else if (JsonScan.SkipBlank(text, end) < text.Length)
        {
            findings.Add(ReadingIssueCodes.XhtmlSyntax, "Something follows the narrative's div element.", end);
        }

        return findings;
    }

    /// <summary>Checks the element that starts at <paramref name="start"/>.</summary>
    /// <param name="needsNamespace">The element itself must declare the XHTML namespace, since nothing around it can.</param>
    /// <returns>After its end tag, or -1 when it is not well-formed; the lexer says why.</returns>
    public static int Check(ReadOnlySpan<byte> text, int start, bool needsNamespace, ref XmlLexer lexer, XhtmlFindings findings)
    {
        var open = new Stack<XmlTag>();
        var attributes = new List<XmlAttribute>();
        var outermost = default(XmlTag);
        var hasContent = false;
        var i = start;
        do
        {
            if (text[i] != '<')
            {
                i = lexer.Text(i, out var isBlank);
                hasContent |= !isBlank;
            }
            else if (lexer.StartsWith(i, "<!--"u8))
            {
                i = lexer.Comment(i);
            }
            else if (lexer.StartsWith(i, "<![CDATA["u8))
            {
                hasContent = true;
                i = lexer.CharacterData(i);
            }
            else if (lexer.StartsWith(i, "<?"u8))
            {
                i = lexer.ProcessingInstruction(i);
            }
            else if (lexer.StartsWith(i, "</"u8))
            {
                i = open.TryPop(out var opened) ? lexer.EndTag(i, opened) : lexer.Fail(i, "An end tag closes nothing.");
            }
            else
            {
                attributes.Clear();
                i = lexer.StartTag(i, attributes, out var tag);
                if (i < 0)
                {
                    return -1;
                }

                outermost = open.Count == 0 ? tag : outermost;
                hasContent |= CheckTag(text, tag, outermost, attributes, needsNamespace, findings);
                if (!tag.IsEmpty)
                {
                    open.Push(tag);
                }
            }

            if (i < 0)
            {
                return -1;
            }

            if (open.Count > MaxDepth)
            {
                return lexer.Fail(i, $"More than {MaxDepth} elements inside one another.");
            }
        }
        while (open.Count > 0 && i < text.Length);

        if (open.Count > 0)
        {
            return lexer.Fail(i, "The document ends before the end of an element.");
        }

        if (!hasContent)
        {
            findings.Add(ReadingIssueCodes.XhtmlEmpty, "The narrative has neither text nor an image.", start);
        }

        return i;
    }

    /// <returns>Whether the element is content by itself: an image with a source.</returns>
    private static bool CheckTag(
        ReadOnlySpan<byte> text, in XmlTag tag, in XmlTag outermost, List<XmlAttribute> attributes, bool needsNamespace, XhtmlFindings findings)
    {
        var isOutermost = tag == outermost;
        var name = text.Slice(tag.LocalStart, tag.LocalLength);
        if (!Prefix(text, tag).SequenceEqual(Prefix(text, outermost)))
        {
            findings.Add(ReadingIssueCodes.XhtmlNamespace, $"The element '{XmlLexer.Show(name)}' is not in the XHTML namespace.", tag.NameStart - 1);
        }
        else if (isOutermost ? !name.SequenceEqual("div"u8) : !IsIn(Elements, name))
        {
            var shown = XmlLexer.Show(name);
            var message = isOutermost ? $"The narrative must be a div element, not '{shown}'." : $"The element '{shown}' is not allowed in a narrative.";
            findings.Add(ReadingIssueCodes.XhtmlElement, message, tag.NameStart - 1);
        }

        var hasNamespace = !(isOutermost && needsNamespace);
        var hasSource = false;
        foreach (var attribute in attributes)
        {
            var attributeName = attribute.Name(text);
            if (attributeName.StartsWith("xmlns"u8))
            {
                hasNamespace = CheckNamespace(text, attribute, findings) || hasNamespace;
            }
            else
            {
                CheckAttribute(text, attribute, name, findings);
                hasSource |= attributeName.SequenceEqual("src"u8);
            }
        }

        if (!hasNamespace)
        {
            findings.Add(ReadingIssueCodes.XhtmlNamespace, "The narrative's div must declare xmlns=\"http://www.w3.org/1999/xhtml\".", tag.NameStart - 1);
        }

        return hasSource && name.SequenceEqual("img"u8);
    }

    private static ReadOnlySpan<byte> Prefix(ReadOnlySpan<byte> text, in XmlTag tag) => text.Slice(tag.NameStart, tag.PrefixLength);

    private static bool CheckNamespace(ReadOnlySpan<byte> text, in XmlAttribute attribute, XhtmlFindings findings)
    {
        if (attribute.RawValue(text).SequenceEqual(Namespace))
        {
            return true;
        }

        if (attribute.NameLength == 5)
        {
            findings.Add(ReadingIssueCodes.XhtmlNamespace, "A narrative's elements are in the XHTML namespace only.", attribute.NameStart);
            return true;
        }

        return false;
    }

    private static void CheckAttribute(ReadOnlySpan<byte> text, in XmlAttribute attribute, ReadOnlySpan<byte> element, XhtmlFindings findings)
    {
        var name = attribute.Name(text);
        if (!IsIn(Attributes, name))
        {
            findings.Add(
                ReadingIssueCodes.XhtmlAttribute,
                $"The attribute '{XmlLexer.Show(name)}' on '{XmlLexer.Show(element)}' is not allowed in a narrative.",
                attribute.NameStart);
        }
        else if ((name.SequenceEqual("href"u8) || name.SequenceEqual("src"u8)) && IsScript(attribute.RawValue(text)))
        {
            findings.Add(
                ReadingIssueCodes.XhtmlAttribute, $"The attribute '{XmlLexer.Show(name)}' holds a script, which a narrative must not.", attribute.NameStart);
        }
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NameSet(params string[] names) =>
        names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsIn(in FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> names, ReadOnlySpan<byte> name)
    {
        Span<char> characters = stackalloc char[16];
        return name.Length <= characters.Length && names.Contains(characters[..Encoding.Latin1.GetChars(name, characters)]);
    }

    private static bool IsScript(ReadOnlySpan<byte> address)
    {
        var scheme = address.TrimStart(" \t\r\n"u8);
        return scheme.Length >= 11 && Ascii.EqualsIgnoreCase(scheme[..11], "javascript:"u8);
    }
}
