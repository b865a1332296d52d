using System.Text;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// Reads FHIR XML into a node table in one pass. Positions are passed along as return values; -1 means that reading ended for good.
/// </summary>
/// <remarks>Rules: http://hl7.org/fhir/STU3/xml.html</remarks>
internal ref partial struct XmlNodeReader
{
    private const int MaxPrefixes = 256;
    private readonly ReadOnlySpan<byte> _source;
    private readonly NodeTable _table;
    private readonly int _maxDepth;
    private readonly List<XmlAttribute> _attributes = new(16);
    private readonly List<Prefix> _prefixes = [];
    private XmlLexer _lexer;

    /// <summary>The namespace whose elements are read: FHIR's; or what the root wrongly has, which is then reported once, not for every element.</summary>
    private Space _expected = Space.Fhir;

    private XmlNodeReader(ReadOnlySpan<byte> source, NodeTable table, int maxDepth)
    {
        _source = source;
        _table = table;
        _maxDepth = maxDepth;
        _lexer = new XmlLexer(source);
    }

    private enum Space
    {
        None,
        Fhir,
        Xhtml,
        Schema,
        Other,
    }

    private static ReadOnlySpan<byte> FhirNamespace => "http://hl7.org/fhir"u8;

    private static ReadOnlySpan<byte> SchemaInstanceNamespace => "http://www.w3.org/2001/XMLSchema-instance"u8;

    /// <param name="start">Where the content starts, after a byte order mark.</param>
    public static void Read(ReadOnlySpan<byte> source, int start, NodeTable table, int maxDepth)
    {
        var reader = new XmlNodeReader(source, table, maxDepth);
        if (reader.ReadDocument(start) < 0 && reader._lexer.Fault is { } fault)
        {
            table.Fatal(ReadingIssueCodes.XmlSyntax, fault, -1, reader._lexer.FaultAt);
        }
    }

    private int ReadDocument(int start)
    {
        var i = _lexer.CheckCharacters() < 0 ? -1 : SkipOutside(ReadDeclaration(start));
        if (i < 0)
        {
            return -1;
        }

        if (i >= _source.Length)
        {
            return _lexer.Fail(i, "The document holds no element.");
        }

        i = ReadRoot(i);
        if (i < 0 || _table.IsFatal)
        {
            return -1;
        }

        i = SkipOutside(i);
        return i >= 0 && i < _source.Length ? _lexer.Fail(i, "Something follows the end of the resource: a document holds one resource.") : i;
    }

    [GeneratedRegex(
        """^<\?xml\s+version\s*=\s*(["'])1\.0\1(\s+encoding\s*=\s*(["'])(?<encoding>[A-Za-z][A-Za-z0-9._-]{0,40})\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    private int ReadDeclaration(int i)
    {
        if (!_lexer.StartsWith(i, "<?xml"u8) || i + 5 >= _source.Length || _source[i + 5] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            return i;
        }

        var length = _source[i..].IndexOf("?>"u8);
        var declaration = length < 0 ? null : Declaration().Match(Encoding.Latin1.GetString(_source.Slice(i, length)));
        if (declaration is not { Success: true })
        {
            return _lexer.Fail(i, "The XML declaration must read <?xml version=\"1.0\" encoding=\"UTF-8\"?>.");
        }

        var encoding = declaration.Groups["encoding"];
        if (encoding.Success && !encoding.Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            _table.Error(
                ReadingIssueCodes.Encoding, $"The XML declaration names the encoding '{encoding.Value}'; FHIR is UTF-8.", -1, i + encoding.Index);
        }

        return i + length + 2;
    }

    /// <summary>Passes over what may stand before and after the root element.</summary>
    private int SkipOutside(int i)
    {
        while (i >= 0)
        {
            i = JsonScan.SkipBlank(_source, i);
            if (i >= _source.Length)
            {
                return i;
            }

            if (_source[i] != '<')
            {
                return _lexer.Fail(i, "Expected an element but found text.");
            }

            if (_lexer.StartsWith(i, "<!--"u8))
            {
                i = _lexer.Comment(i);
            }
            else if (_lexer.StartsWith(i, "<?"u8))
            {
                i = ReadProcessingInstruction(i, -1);
            }
            else if (_lexer.StartsWith(i, "<!DOCTYPE"u8))
            {
                return _table.Fatal(ReadingIssueCodes.XmlDoctype, "A document type declaration is refused: FHIR has none.", -1, i);
            }
            else
            {
                return i;
            }
        }

        return -1;
    }

    private int ReadRoot(int i)
    {
        var offset = i;
        i = ReadStartTag(i, Space.None, out var tag, out var defaultSpace, out var space);
        if (i < 0)
        {
            return -1;
        }

        var name = _source.Slice(tag.LocalStart, tag.LocalLength);
        if (!char.IsAsciiLetterUpper((char)name[0]))
        {
            return _table.Fatal(
                ReadingIssueCodes.ResourceTypeMissing, $"The root element '{XmlLexer.Show(name)}' is not a FHIR resource.", -1, offset);
        }

        var root = _table.AppendDetached(_table.NameId(_source, tag.LocalStart, tag.LocalLength), 0, offset, 0);
        _table.Rows[root].SetResource(_table.Rows[root].NameId);
        if (space != Space.Fhir)
        {
            _expected = space;
            _table.Error(ReadingIssueCodes.XmlNamespace, "The root element must be in the namespace http://hl7.org/fhir.", root, offset);
        }

        var last = 0;
        var siblings = new SiblingIndex();
        ReadAttributes(root, tag, isExtension: false, isRoot: true, ref siblings, ref last);
        return tag.IsEmpty ? i : ReadContent(i, root, root, tag, defaultSpace, 1, siblings, last);
    }

    /// <summary>Reads a start tag and binds the namespaces it declares.</summary>
    private int ReadStartTag(int i, Space inherited, out XmlTag tag, out Space defaultSpace, out Space space)
    {
        _attributes.Clear();
        defaultSpace = inherited;
        space = Space.None;
        i = _lexer.StartTag(i, _attributes, out tag);
        if (i < 0)
        {
            return -1;
        }

        foreach (var attribute in _attributes)
        {
            var name = attribute.Name(_source);
            if (name.SequenceEqual("xmlns"u8))
            {
                defaultSpace = SpaceOf(attribute);
            }
            else if (name.StartsWith("xmlns:"u8))
            {
                if (_prefixes.Count == MaxPrefixes)
                {
                    return _lexer.Fail(attribute.NameStart, $"More than {MaxPrefixes} namespace prefixes are declared.");
                }

                _prefixes.Add(new Prefix(attribute.NameStart + 6, attribute.NameLength - 6, SpaceOf(attribute)));
            }
        }

        space = tag.PrefixLength == 0 ? defaultSpace : SpaceOf(_source.Slice(tag.NameStart, tag.PrefixLength));
        return i;
    }

    private readonly Space SpaceOf(in XmlAttribute declaration)
    {
        var address = declaration.RawValue(_source);
        return address.SequenceEqual(FhirNamespace) ? Space.Fhir
            : address.SequenceEqual(XhtmlChecker.Namespace) ? Space.Xhtml
            : address.SequenceEqual(SchemaInstanceNamespace) ? Space.Schema
            : address.Length == 0 ? Space.None
            : Space.Other;
    }

    private readonly Space SpaceOf(ReadOnlySpan<byte> prefix)
    {
        for (var i = _prefixes.Count - 1; i >= 0; i--)
        {
            if (_source.Slice(_prefixes[i].Start, _prefixes[i].Length).SequenceEqual(prefix))
            {
                return _prefixes[i].Space;
            }
        }

        return Space.Other;
    }

    /// <summary>Reads content and end tag of an element into the children of a node.</summary>
    /// <param name="tag">The element's own start tag.</param>
    /// <param name="place">The node that stands for the element, on which findings are reported.</param>
    private int ReadContent(
        int i, int node, int place, in XmlTag tag, Space defaultSpace, int depth, SiblingIndex siblings, int last)
    {
        var textReported = false;
        var holdsResource = false;
        while (i < _source.Length)
        {
            if (_source[i] != '<')
            {
                var textStart = JsonScan.SkipBlank(_source, i);
                i = _lexer.Text(i, out var isBlank);
                textReported = ReportText(!isBlank && i >= 0, textReported, place, textStart);
            }
            else if (i + 1 < _source.Length && IsNameLike(_source[i + 1]))
            {
                i = ReadChild(i, node, defaultSpace, depth, ref siblings, ref last, ref holdsResource);
            }
            else if (_lexer.StartsWith(i, "</"u8))
            {
                i = _lexer.EndTag(i, tag);
                ReportIfEmpty(node);
                return i;
            }
            else if (_lexer.StartsWith(i, "<!--"u8))
            {
                i = _lexer.Comment(i);
            }
            else if (_lexer.StartsWith(i, "<?"u8))
            {
                i = ReadProcessingInstruction(i, place);
            }
            else if (_lexer.StartsWith(i, "<![CDATA["u8))
            {
                textReported = ReportText(true, textReported, place, i);
                i = _lexer.CharacterData(i);
            }
            else
            {
                i = _lexer.Fail(i, "This markup has no place in a resource.");
            }

            if (i < 0 || _table.IsFatal)
            {
                return -1;
            }
        }

        return _lexer.Fail(i, $"The document ends before the end of the element '{XmlLexer.Show(_source.Slice(tag.NameStart, tag.NameLength))}'.");
    }

    /// <summary>A quick look: what follows a <c>&lt;</c> starts an element, not other markup.</summary>
    private static bool IsNameLike(byte b) => b is not ((byte)'/' or (byte)'!' or (byte)'?');

    private int ReadChild(
        int i, int parent, Space inherited, int depth, ref SiblingIndex siblings, ref int last, ref bool holdsResource)
    {
        var offset = i;
        var prefixes = _prefixes.Count;
        i = ReadStartTag(i, inherited, out var tag, out var defaultSpace, out var space);
        if (i < 0)
        {
            return -1;
        }

        if (depth >= _maxDepth)
        {
            return _table.Fatal(ReadingIssueCodes.Depth, $"More than {_maxDepth} elements inside one another: reading stopped here.", parent, offset);
        }

        var nameId = _table.NameId(_source, tag.LocalStart, tag.LocalLength);
        if (space == Space.Xhtml && nameId == FhirNames.Div && space != _expected)
        {
            i = ReadNarrative(offset, parent, nameId, ref siblings, ref last);
        }
        else if (space != _expected)
        {
            var refused = _table.AppendDetached(nameId, parent, offset, 0);
            _table.Error(
                ReadingIssueCodes.XmlNamespace, $"The element '{_table.NameText(nameId)}' is not in the namespace http://hl7.org/fhir.", refused, offset);
            i = SkipElement(offset);
        }
        else if (char.IsAsciiLetterUpper((char)_source[tag.LocalStart]))
        {
            i = ReadResource(i, parent, nameId, offset, tag, defaultSpace, depth, ref holdsResource);
        }
        else
        {
            i = ReadElement(i, parent, nameId, offset, tag, defaultSpace, depth, holdsResource, ref siblings, ref last);
        }

        _prefixes.RemoveRange(prefixes, _prefixes.Count - prefixes);
        return i;
    }

    private int ReadElement(
        int i, int parent, int nameId, int offset, in XmlTag tag, Space defaultSpace, int depth, bool holdsResource, ref SiblingIndex siblings, ref int last)
    {
        int node;
        if (holdsResource)
        {
            node = _table.AppendDetached(nameId, parent, offset, 0);
            _table.Error(ReadingIssueCodes.XmlResource, "An element that holds a resource holds nothing else.", node, offset);
        }
        else
        {
            node = AppendChild(parent, nameId, offset, 0, ref siblings, ref last);
            ReportElementThatIsAttribute(parent, node, nameId, offset);
        }

        var innerLast = 0;
        var innerSiblings = new SiblingIndex();
        var isExtension = nameId == FhirNames.Extension || nameId == FhirNames.ModifierExtension;
        ReadAttributes(node, tag, isExtension, isRoot: false, ref innerSiblings, ref innerLast);
        if (!tag.IsEmpty)
        {
            return ReadContent(i, node, node, tag, defaultSpace, depth + 1, innerSiblings, innerLast);
        }

        ReportIfEmpty(node);
        return i;
    }

    /// <summary>Reads a resource into the node of the element that holds it (contained, entry.resource).</summary>
    private int ReadResource(
        int i, int holder, int typeId, int offset, in XmlTag tag, Space defaultSpace, int depth, ref bool holdsResource)
    {
        var node = holder;
        ref var row = ref _table.Rows[holder];
        if (row.Has(NodeRow.Resource) || row.FirstChild != 0 || row.Kind != FhirValueKind.None)
        {
            node = _table.AppendDetached(typeId, holder, offset, 0);
            depth++;
            _table.Error(
                ReadingIssueCodes.XmlResource, "A resource stands alone in the element that holds it, such as contained or resource.", node, offset);
        }
        else
        {
            holdsResource = true;
        }

        _table.Rows[node].SetResource(typeId);
        var last = 0;
        var siblings = new SiblingIndex();
        ReadAttributes(node, tag, isExtension: false, isRoot: false, ref siblings, ref last);
        return tag.IsEmpty ? i : ReadContent(i, node, node, tag, defaultSpace, depth, siblings, last);
    }

    private int ReadNarrative(int offset, int parent, int nameId, ref SiblingIndex siblings, ref int last)
    {
        var node = AppendChild(parent, nameId, offset, 0, ref siblings, ref last);
        var findings = new XhtmlFindings();
        var end = XhtmlChecker.Check(_source, offset, needsNamespace: false, ref _lexer, findings);
        if (end < 0)
        {
            return -1;
        }

        foreach (var finding in findings.All)
        {
            _table.Error(finding.Code, finding.Message, node, finding.At);
        }

        _table.Rows[node].SetValue(FhirValueKind.String, offset, end - offset, inText: false);
        return end;
    }

    private void ReadAttributes(int node, in XmlTag tag, bool isExtension, bool isRoot, ref SiblingIndex siblings, ref int last)
    {
        var isResource = _table.Rows[node].Has(NodeRow.Resource);
        foreach (var attribute in _attributes)
        {
            var name = attribute.Name(_source);
            if (name.StartsWith("xmlns"u8) && (name.Length == 5 || name[5] == ':'))
            {
                continue;
            }

            if (!isResource && name.SequenceEqual("value"u8))
            {
                SetValue(node, attribute);
            }
            else if (!isResource && (name.SequenceEqual("id"u8) || (isExtension && name.SequenceEqual("url"u8))))
            {
                var nameId = name.Length == 2 ? FhirNames.Id : FhirNames.Url;
                SetValue(AppendChild(node, nameId, attribute.NameStart, NodeRow.AttributeOrCompanion, ref siblings, ref last), attribute);
            }
            else
            {
                ReportAttribute(node, tag, name, isRoot, attribute);
            }
        }
    }

    private readonly void ReportAttribute(int node, in XmlTag tag, ReadOnlySpan<byte> name, bool isRoot, in XmlAttribute attribute)
    {
        var colon = name.IndexOf((byte)':');
        if (isRoot && colon > 0 && SpaceOf(name[..colon]) == Space.Schema)
        {
            return;
        }

        var element = XmlLexer.Show(_source.Slice(tag.LocalStart, tag.LocalLength));
        _table.Error(
            ReadingIssueCodes.XmlAttribute, $"The attribute '{XmlLexer.Show(name)}' is not allowed on '{element}'.", node, attribute.NameStart);
    }

    private void SetValue(int node, in XmlAttribute attribute)
    {
        if (attribute.ValueLength == 0)
        {
            _table.Error(ReadingIssueCodes.EmptyString, "The attribute is empty: leave it out.", node, attribute.NameStart);
        }

        if (attribute.IsPlain)
        {
            _table.Rows[node].SetValue(FhirValueKind.String, attribute.ValueStart, attribute.ValueLength, inText: false);
            return;
        }

        var length = _lexer.Resolve(attribute, _table.ReserveText(attribute.ValueLength));
        _table.Rows[node].SetValue(FhirValueKind.String, _table.CommitText(length), length, inText: true);
    }

    private readonly int AppendChild(int parent, int nameId, int offset, uint bits, ref SiblingIndex siblings, ref int last)
    {
        var index = 0;
        var twin = siblings.Last(_table.Rows, parent, nameId, last);
        if (twin != 0)
        {
            index = _table.Rows[twin].ArrayIndex + 1;
            _table.Rows[twin].Bits |= NodeRow.ValueSeenOrRepeats;
        }

        var child = _table.Append(nameId, parent, offset, bits | NodeRow.IndexBits(index), ref last);
        siblings.AddLast(nameId, child);
        return child;
    }

    private readonly bool ReportText(bool isText, bool alreadyReported, int node, int offset)
    {
        if (isText && !alreadyReported)
        {
            _table.Error(ReadingIssueCodes.XmlText, "Text is not allowed here: FHIR's values are attributes.", node, offset);
        }

        return isText || alreadyReported;
    }

    private readonly void ReportElementThatIsAttribute(int parent, int node, int nameId, int offset)
    {
        ref var holder = ref _table.Rows[parent];
        if (nameId == FhirNames.Id && !holder.Has(NodeRow.Resource))
        {
            _table.Error(ReadingIssueCodes.XmlAttribute, "The id of an element is an attribute; only a resource's id is an element.", node, offset);
        }
        else if (nameId == FhirNames.Url && (holder.NameId == FhirNames.Extension || holder.NameId == FhirNames.ModifierExtension))
        {
            _table.Error(ReadingIssueCodes.XmlAttribute, "The url of an extension is an attribute.", node, offset);
        }
    }

    private readonly void ReportIfEmpty(int node)
    {
        ref var row = ref _table.Rows[node];
        if (row.FirstChild == 0 && row.Kind == FhirValueKind.None && !row.Has(NodeRow.Resource))
        {
            _table.Error(ReadingIssueCodes.EmptyObject, "The element has neither value nor content: leave it out.", node, row.Offset);
        }
    }

    private int ReadProcessingInstruction(int i, int node)
    {
        _table.Warn(ReadingIssueCodes.XmlProcessingInstruction, "A processing instruction is not part of a resource; it is ignored.", node, i);
        return _lexer.ProcessingInstruction(i);
    }

    /// <summary>Passes over an element of another vocabulary, which must still be well-formed.</summary>
    private int SkipElement(int offset) => XhtmlChecker.Check(_source, offset, needsNamespace: false, ref _lexer, new XhtmlFindings());

    private readonly record struct Prefix(int Start, int Length, Space Space);
}
