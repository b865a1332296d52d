using System.Text;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// Reads FHIR JSON into a node table in one pass. Positions are passed along as return values; -1 means that reading ended for good
/// and the finding is in the table.
/// </summary>
/// <remarks>Rules: http://hl7.org/fhir/STU3/json.html</remarks>
internal readonly ref struct JsonNodeReader
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly NodeTable _table;
    private readonly int _maxDepth;

    private JsonNodeReader(ReadOnlySpan<byte> source, NodeTable table, int maxDepth)
    {
        _source = source;
        _table = table;
        _maxDepth = maxDepth;
    }

    /// <param name="start">Where the content starts, after a byte order mark.</param>
    public static void Read(ReadOnlySpan<byte> source, int start, NodeTable table, int maxDepth) =>
        new JsonNodeReader(source, table, maxDepth).ReadRoot(start);

    private void ReadRoot(int start)
    {
        var i = JsonScan.SkipBlank(_source, start);
        if (i >= _source.Length)
        {
            Syntax(i, -1, "a resource");
            return;
        }

        if (_source[i] != '{')
        {
            _table.Fatal(ReadingIssueCodes.WrongJsonType, "A FHIR resource is a JSON object; this document is not one.", -1, i);
            return;
        }

        var root = _table.AppendDetached(FhirNames.Empty, 0, i, 0);
        var end = ReadObject(i + 1, root, 1, isCompanion: false);
        if (end < 0)
        {
            return;
        }

        end = JsonScan.SkipBlank(_source, end);
        if (end < _source.Length)
        {
            _table.Fatal(ReadingIssueCodes.JsonSyntax, "Something follows the end of the resource: a document holds one resource.", -1, end);
        }
        else if (!_table.Rows[root].Has(NodeRow.Resource))
        {
            _table.Fatal(ReadingIssueCodes.ResourceTypeMissing, "The resource does not say its resourceType.", root, i);
        }
        else
        {
            _table.Rows[root].NameId = _table.Rows[root].ValueStart;
        }
    }

    /// <summary>Reads the members of an object into the children of a node.</summary>
    /// <param name="i">After the opening brace.</param>
    /// <returns>After the closing brace.</returns>
    private int ReadObject(int i, int node, int depth, bool isCompanion)
    {
        var source = _source;
        var siblings = new SiblingIndex();
        var last = 0;
        var hasNulls = false;
        var isEmpty = true;
        i = JsonScan.SkipBlank(source, i);
        while (i < source.Length && source[i] != '}')
        {
            if (!isEmpty)
            {
                if (source[i] != ',')
                {
                    return Syntax(i, node, "',' or '}'");
                }

                i = JsonScan.SkipBlank(source, i + 1);
            }

            isEmpty = false;
            if (i >= source.Length || source[i] != '"')
            {
                return Syntax(i, node, "a property name in double quotes");
            }

            var property = new Property(i);
            i = ReadName(i + 1, node, ref property);
            if (i < 0)
            {
                return -1;
            }

            i = property.NameId == FhirNames.ResourceType && !property.IsCompanion
                ? ReadResourceType(i, node, property, isCompanion)
                : ReadProperty(i, node, depth, property, ref siblings, ref last, ref hasNulls);
            if (i < 0 || _table.IsFatal)
            {
                return -1;
            }

            i = JsonScan.SkipBlank(source, i);
        }

        if (i >= source.Length)
        {
            return Syntax(i, node, "'}'");
        }

        if (isEmpty)
        {
            _table.Error(ReadingIssueCodes.EmptyObject, "The object is empty: leave the element out.", node, _table.Rows[node].Offset);
        }

        if (hasNulls)
        {
            SettleNulls(node);
        }

        return i + 1;
    }

    /// <summary>Reads a property name and the colon; answers where the value starts.</summary>
    private int ReadName(int start, int node, ref Property property)
    {
        var source = _source;
        var buffer = source;
        var end = JsonScan.StringStop(source, start);
        var length = end - start;
        if (end >= source.Length || source[end] != '"')
        {
            end = ReadEscaped(start, node, out start, out length);
            if (end < 0)
            {
                return -1;
            }

            buffer = _table.Text;
        }

        property.IsCompanion = length > 1 && buffer[start] == '_';
        property.NameId = property.IsCompanion ? _table.NameId(buffer, start + 1, length - 1) : _table.NameId(buffer, start, length);
        var i = end + 1;
        if (i >= source.Length || source[i] != ':')
        {
            i = JsonScan.SkipBlank(source, i);
            if (i >= source.Length || source[i] != ':')
            {
                return Syntax(i, node, "':'");
            }
        }

        i = JsonScan.SkipBlank(source, i + 1);
        return i < source.Length ? i : Syntax(i, node, "a value");
    }

    private int ReadResourceType(int i, int node, in Property property, bool isCompanion)
    {
        ref var row = ref _table.Rows[node];
        if (_source[i] != '"')
        {
            _table.Error(ReadingIssueCodes.WrongJsonType, "resourceType must be a string.", node, property.Offset);
            return ReadDetached(i, node, property, 1);
        }

        if (isCompanion)
        {
            _table.Error(ReadingIssueCodes.CompanionType, "A '_' companion holds id and extension; it is no resource.", node, property.Offset);
            return ReadDetached(i, node, property, 1);
        }

        if (row.Has(NodeRow.Resource))
        {
            _table.Error(ReadingIssueCodes.DuplicateKey, "resourceType occurs twice.", node, property.Offset);
            return ReadDetached(i, node, property, 1);
        }

        var start = i + 1;
        var end = JsonScan.StringStop(_source, start);
        if (end >= _source.Length || _source[end] != '"')
        {
            end = ReadEscaped(start, node, out start, out var length);
            if (end >= 0)
            {
                _table.Rows[node].SetResource(_table.NameId(_table.Text, start, length));
            }

            return end < 0 ? -1 : end + 1;
        }

        if (end == start)
        {
            _table.Error(ReadingIssueCodes.EmptyString, "resourceType is empty.", node, property.Offset);
        }

        row.SetResource(_table.NameId(_source, start, end - start));
        return end + 1;
    }

    private int ReadProperty(
        int i, int node, int depth, in Property property, ref SiblingIndex siblings, ref int last, ref bool hasNulls)
    {
        var first = siblings.First(_table.Rows, node, property.NameId);
        if (first != 0)
        {
            return ReadSecondHalf(i, node, first, depth, property, ref last, ref hasNulls);
        }

        var seen = property.IsCompanion ? NodeRow.CompanionSeen : NodeRow.ValueSeenOrRepeats;
        switch (_source[i])
        {
            case (byte)'[':
                return ReadArray(i, node, depth, property, seen, ref siblings, ref last, ref hasNulls);
            case (byte)'n':
                _table.Error(ReadingIssueCodes.NullValue, "null is no value: leave the element out.", Refused(node, property), property.Offset);
                return ReadLiteral(i, node);
            default:
                var child = _table.Append(property.NameId, node, property.Offset, seen, ref last);
                siblings.Add(property.NameId, child);
                return ReadValue(i, child, depth, property.IsCompanion);
        }
    }

    /// <summary>Reads an array whose property has no node yet; each item becomes one.</summary>
    private int ReadArray(
        int i, int node, int depth, in Property property, uint seen, ref SiblingIndex siblings, ref int last, ref bool hasNulls)
    {
        var count = 0;
        var bits = seen | NodeRow.InArray;
        i = JsonScan.SkipBlank(_source, i + 1);
        while (i < _source.Length && _source[i] != ']')
        {
            if (count > 0)
            {
                i = ArrayComma(i, node);
                if (i < 0)
                {
                    return -1;
                }
            }

            var child = _table.Append(property.NameId, node, i, bits | NodeRow.IndexBits(count), ref last);
            if (count == 0)
            {
                siblings.Add(property.NameId, child);
                bits = NodeRow.InArray;
            }

            count++;
            if (_source[i] == 'n')
            {
                hasNulls = true;
                _table.Rows[child].SetKind(FhirValueKind.Null);
                i = ReadLiteral(i, node);
            }
            else
            {
                i = ReadValue(i, child, depth, property.IsCompanion);
            }

            if (i < 0 || _table.IsFatal)
            {
                return -1;
            }

            i = JsonScan.SkipBlank(_source, i);
        }

        return EndOfArray(i, node, count, property);
    }

    /// <summary>Reads a property for which there already are nodes: the other half of a value and its companion, or a duplicate.</summary>
    private int ReadSecondHalf(int i, int node, int first, int depth, in Property property, ref int last, ref bool hasNulls)
    {
        var seen = property.IsCompanion ? NodeRow.CompanionSeen : NodeRow.ValueSeenOrRepeats;
        ref var row = ref _table.Rows[first];
        if (row.Has(seen))
        {
            _table.Error(
                ReadingIssueCodes.DuplicateKey, $"The property '{property.Text(_table)}' occurs twice in one object.", Refused(node, property), property.Offset);
            return ReadDetached(i, node, property, depth);
        }

        row.Bits |= seen;
        if (row.Has(NodeRow.InArray) != (_source[i] == '['))
        {
            _table.Error(
                ReadingIssueCodes.CompanionMismatch, "A property and its '_' companion must both be arrays, or neither.", first, property.Offset);
            return ReadDetached(i, node, property, depth);
        }

        if (_source[i] == '[')
        {
            return ReadSecondArray(i, node, first, depth, property, ref last, ref hasNulls);
        }

        if (_source[i] == 'n')
        {
            _table.Error(ReadingIssueCodes.NullValue, "null is no value: leave the element out.", first, property.Offset);
            return ReadLiteral(i, node);
        }

        return ReadSecondValue(i, first, depth, property);
    }

    private int ReadSecondArray(int i, int node, int first, int depth, in Property property, ref int last, ref bool hasNulls)
    {
        var count = 0;
        var previous = first;
        var current = first;
        var mismatch = false;
        i = JsonScan.SkipBlank(_source, i + 1);
        while (i < _source.Length && _source[i] != ']')
        {
            if (count > 0)
            {
                i = ArrayComma(i, node);
                if (i < 0)
                {
                    return -1;
                }
            }

            if (current == 0)
            {
                mismatch = true;
                current = _table.InsertAfter(previous, property.NameId, node, i, NodeRow.InArray | NodeRow.IndexBits(count));
                last = last == previous ? current : last;
            }

            count++;
            if (_source[i] == 'n')
            {
                hasNulls = true;
                i = ReadLiteral(i, node);
            }
            else
            {
                i = ReadSecondValue(i, current, depth, property with { Offset = i });
            }

            if (i < 0 || _table.IsFatal)
            {
                return -1;
            }

            previous = current;
            var next = _table.Rows[current].Next;
            current = next != 0 && _table.Rows[next].NameId == property.NameId ? next : 0;
            i = JsonScan.SkipBlank(_source, i);
        }

        if (mismatch || (count > 0 && current != 0))
        {
            _table.Error(
                ReadingIssueCodes.CompanionMismatch, "A property and its '_' companion must have as many items; null fills the gaps.", first, property.Offset);
        }

        return EndOfArray(i, node, count, property);
    }

    /// <summary>Reads a value into a node that its companion made, or the companion into the node that the value made.</summary>
    private int ReadSecondValue(int i, int target, int depth, in Property property)
    {
        ref var row = ref _table.Rows[target];
        var clash = property.IsCompanion ? row.FirstChild != 0 || row.Has(NodeRow.Resource) : _source[i] is (byte)'{' or (byte)'[';
        if (clash)
        {
            _table.Error(ReadingIssueCodes.CompanionType, "Only a primitive element has a '_' companion.", target, property.Offset);
            return ReadDetached(i, row.Parent, property, depth);
        }

        if (!property.IsCompanion)
        {
            row.Offset = property.Offset;
        }

        return ReadValue(i, target, depth, property.IsCompanion);
    }

    /// <summary>Reads one value, not null, into a node.</summary>
    /// <returns>After the value.</returns>
    private int ReadValue(int i, int node, int depth, bool isCompanion)
    {
        var source = _source;
        var first = source[i];
        if (first == '{')
        {
            _table.Rows[node].Bits |= isCompanion ? NodeRow.AttributeOrCompanion : 0;
            return depth < _maxDepth
                ? ReadObject(i + 1, node, depth + 1, isCompanion)
                : _table.Fatal(ReadingIssueCodes.Depth, $"More than {_maxDepth} elements inside one another: reading stopped here.", node, i);
        }

        if (isCompanion && first != '[')
        {
            _table.Error(ReadingIssueCodes.CompanionType, "A '_' companion must be an object with id or extension.", node, i);
        }

        switch (first)
        {
            case (byte)'"':
                return ReadString(i + 1, node, isCompanion);
            case (byte)'[':
                _table.Error(ReadingIssueCodes.WrongJsonType, "An array must not stand directly in an array.", node, i);
                return SkipArray(i, node, depth);
            case (byte)'t' or (byte)'f' or (byte)'n':
                var end = ReadLiteral(i, node);
                return SetValue(node, first == 'n' ? FhirValueKind.Null : FhirValueKind.Boolean, i, end, isCompanion);
            default:
                var numberEnd = JsonScan.NumberEnd(source, i);
                return numberEnd < 0 || (numberEnd < source.Length && (char.IsAsciiLetterOrDigit((char)source[numberEnd]) || source[numberEnd] == '.'))
                    ? Syntax(numberEnd < 0 ? i : numberEnd, node, "a JSON value")
                    : SetValue(node, FhirValueKind.Number, i, numberEnd, isCompanion);
        }
    }

    private int ReadString(int start, int node, bool isCompanion)
    {
        var end = JsonScan.StringStop(_source, start);
        if (end < _source.Length && _source[end] == '"')
        {
            if (!isCompanion)
            {
                _table.Rows[node].SetValue(FhirValueKind.String, start, end - start, inText: false);
            }
        }
        else
        {
            end = ReadEscaped(start, node, out var textStart, out var length);
            if (end < 0)
            {
                return -1;
            }

            if (!isCompanion)
            {
                _table.Rows[node].SetValue(FhirValueKind.String, textStart, length, inText: true);
            }
        }

        if (end == start)
        {
            _table.Error(ReadingIssueCodes.EmptyString, "The string is empty: leave the element out.", node, start - 1);
        }
        else if (!isCompanion && _table.Rows[node].NameId == FhirNames.Div)
        {
            CheckNarrative(node, start);
        }

        return end + 1;
    }

    private void CheckNarrative(int node, int start)
    {
        var row = _table.Rows[node];
        var isEscaped = row.Has(NodeRow.InText);
        var text = (isEscaped ? _table.Text : _source).Slice(row.ValueStart, row.ValueLength);
        foreach (var finding in XhtmlChecker.CheckText(text).All)
        {
            _table.Error(finding.Code, finding.Message, node, isEscaped ? row.Offset : start + finding.At);
        }
    }

    /// <summary>Unescapes a string into the table's text.</summary>
    /// <returns>The position of the closing quote.</returns>
    private int ReadEscaped(int start, int node, out int textStart, out int length)
    {
        var room = JsonScan.ClosingQuote(_source, start) - start;
        var end = JsonText.Unescape(_source, start, _table.ReserveText(room), out length, out var loneSurrogate);
        textStart = _table.CommitText(length);
        if (loneSurrogate)
        {
            _table.Error(ReadingIssueCodes.Encoding, "The string escapes half a surrogate pair, which is no character.", node, start);
        }

        return end >= 0 ? end
            : ~end >= _source.Length ? Syntax(~end, node, "the closing '\"' of a string")
            : _source[~end] == '\\' ? Syntax(~end, node, "one of JSON's escapes (\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX)")
            : _table.Fatal(ReadingIssueCodes.JsonSyntax, $"A string holds the control character U+{_source[~end]:X4}; it must be escaped.", node, ~end);
    }

    private int SetValue(int node, FhirValueKind kind, int start, int end, bool isCompanion)
    {
        if (end >= 0 && !isCompanion)
        {
            _table.Rows[node].SetValue(kind, start, end - start, inText: false);
        }

        return end;
    }

    private int ReadLiteral(int i, int node)
    {
        var rest = _source[i..];
        var length = rest.StartsWith("true"u8) || rest.StartsWith("null"u8) ? 4 : rest.StartsWith("false"u8) ? 5 : 0;
        return length > 0 && (rest.Length == length || !char.IsAsciiLetterOrDigit((char)rest[length]))
            ? i + length
            : Syntax(i, node, "a JSON value");
    }

    /// <summary>Reads content that cannot stand where it is into rows outside the tree, so that it must still be JSON.</summary>
    private int ReadDetached(int i, int node, in Property property, int depth) => ReadAnything(i, Refused(node, property), depth);

    private int ReadAnything(int i, int node, int depth) =>
        _source[i] == '[' ? SkipArray(i, node, depth) : ReadValue(i, node, depth, isCompanion: false);

    private int SkipArray(int i, int node, int depth)
    {
        if (depth >= _maxDepth)
        {
            return _table.Fatal(ReadingIssueCodes.Depth, $"More than {_maxDepth} elements inside one another: reading stopped here.", node, i);
        }

        var row = _table.Rows[node];
        var isFirst = true;
        i = JsonScan.SkipBlank(_source, i + 1);
        while (i < _source.Length && _source[i] != ']')
        {
            if (!isFirst)
            {
                i = ArrayComma(i, node);
                if (i < 0)
                {
                    return -1;
                }
            }

            isFirst = false;
            i = ReadAnything(i, _table.AppendDetached(row.NameId, row.Parent, i, 0), depth + 1);
            if (i < 0 || _table.IsFatal)
            {
                return -1;
            }

            i = JsonScan.SkipBlank(_source, i);
        }

        return i < _source.Length ? i + 1 : Syntax(i, node, "']'");
    }

    private int ArrayComma(int i, int node)
    {
        if (_source[i] != ',')
        {
            return Syntax(i, node, "',' or ']'");
        }

        i = JsonScan.SkipBlank(_source, i + 1);
        return i < _source.Length ? i : Syntax(i, node, "a value");
    }

    private int EndOfArray(int i, int node, int count, in Property property)
    {
        if (i >= _source.Length)
        {
            return Syntax(i, node, "']'");
        }

        if (count == 0)
        {
            _table.Error(ReadingIssueCodes.EmptyArray, "The array is empty: leave the element out.", Refused(node, property), property.Offset);
        }

        return i + 1;
    }

    /// <summary>A null is right only where the other half of the pair has something.</summary>
    private void SettleNulls(int node)
    {
        for (var child = _table.Rows[node].FirstChild; child != 0; child = _table.Rows[child].Next)
        {
            ref var row = ref _table.Rows[child];
            if (row.Kind == FhirValueKind.Null && row.FirstChild != 0)
            {
                row.SetKind(FhirValueKind.None);
            }
            else if (row.Kind == FhirValueKind.Null)
            {
                _table.Error(
                    ReadingIssueCodes.NullValue, "null stands for neither a value nor its '_' companion: leave the item out.", child, row.Offset);
            }
        }
    }

    private int Refused(int node, in Property property) => _table.AppendDetached(property.NameId, node, property.Offset, 0);

    private int Syntax(int i, int node, string expected)
    {
        var found = i >= _source.Length ? "the end of the document" : $"'{CharacterAt(i)}'";
        return _table.Fatal(ReadingIssueCodes.JsonSyntax, $"Expected {expected} but found {found}.", node, i);
    }

    private string CharacterAt(int i)
    {
        Rune.DecodeFromUtf8(_source[i..], out var rune, out _);
        return Rune.IsControl(rune) ? $"U+{rune.Value:X4}" : rune.ToString();
    }

    private record struct Property(int Offset)
    {
        public int NameId { get; set; }

        public bool IsCompanion { get; set; }

        public readonly string Text(NodeTable table) => (IsCompanion ? "_" : "") + table.NameText(NameId);
    }
}
