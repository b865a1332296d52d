using System.Buffers;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>The node table while it grows. Readers append rows in document order; companions may add rows in between by linking.</summary>
internal sealed class NodeTable
{
    private const int MaxIssues = 1000;
    private const int MaxLocalNames = 65_536;
    private const int LongestName = 256;
    private readonly int _maxNodes;
    private NameTable? _localNames;
    private List<PendingIssue>? _issues;

    public NodeTable(int sourceLength, int bytesPerNode, int maxNodes)
    {
        _maxNodes = Math.Clamp(maxNodes, 1, ReaderLimits.NodeCeiling);
        Rows = ArrayPool<NodeRow>.Shared.Rent(Math.Min(_maxNodes, (sourceLength / bytesPerNode) + 16));
    }

    public NodeRow[] Rows { get; private set; }

    public int Count { get; private set; }

    /// <summary>Unescaped values, one after the other.</summary>
    public byte[] Text { get; private set; } = [];

    public int TextLength { get; private set; }

    /// <summary>A limit was passed or the syntax broken: the reader unwinds and the document is unreadable.</summary>
    public bool IsFatal { get; private set; }

    public NameTable? LocalNames => _localNames;

    public IReadOnlyList<PendingIssue> Issues => _issues ?? (IReadOnlyList<PendingIssue>)[];

    /// <summary>Appends a row as the last child of its parent.</summary>
    /// <param name="last">The last child so far, 0 when there is none; becomes the new row.</param>
    public int Append(int nameId, int parent, int offset, uint bits, ref int last)
    {
        var index = AppendDetached(nameId, parent, offset, bits);
        if (IsFatal)
        {
            return index;
        }

        if (last == 0)
        {
            Rows[parent].FirstChild = index;
        }
        else
        {
            Rows[last].Next = index;
        }

        last = index;
        return index;
    }

    /// <summary>Appends a row that knows its parent but is not among its children: content that is refused, yet read on for its own faults.</summary>
    public int AppendDetached(int nameId, int parent, int offset, uint bits)
    {
        var index = Count;
        if (index >= Rows.Length || index >= _maxNodes)
        {
            MakeRoom(offset);
            if (IsFatal)
            {
                return Count - 1;
            }
        }

        ref var row = ref Rows[index];
        row.NameId = nameId;
        row.Parent = parent;
        row.Next = 0;
        row.FirstChild = 0;
        row.Offset = offset;
        row.ValueStart = 0;
        row.ValueLength = 0;
        row.Bits = bits;
        Count = index + 1;
        return index;
    }

    /// <summary>Appends a row and links it in after a given sibling.</summary>
    public int InsertAfter(int sibling, int nameId, int parent, int offset, uint bits)
    {
        var index = AppendDetached(nameId, parent, offset, bits);
        if (!IsFatal)
        {
            Rows[index].Next = Rows[sibling].Next;
            Rows[sibling].Next = index;
        }

        return index;
    }

    /// <summary>The id of a name in the document, shared if at all possible. The name is <paramref name="length"/> bytes of the buffer from <paramref name="start"/>.</summary>
    public int NameId(ReadOnlySpan<byte> buffer, int start, int length)
    {
        var key = NameKey.Of(buffer, start, length);
        var utf8 = buffer.Slice(start, length);
        return FhirNames.Find(key, utf8)?.Id ?? NewNameId(key, utf8, start);
    }

    public string NameText(int nameId) => nameId < FhirNames.FirstLocalId ? FhirNames.Text(nameId) : _localNames![nameId].Text;

    /// <summary>Room for at most <paramref name="length"/> bytes of unescaped text; <see cref="CommitText"/> says how many were written.</summary>
    public Span<byte> ReserveText(int length)
    {
        if (Text.Length - TextLength < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(TextLength + length, Math.Min(Text.Length * 2, int.MaxValue / 2)));
            Text.AsSpan(0, TextLength).CopyTo(larger);
            ReturnText();
            Text = larger;
        }

        return Text.AsSpan(TextLength, length);
    }

    /// <returns>Where the committed text starts.</returns>
    public int CommitText(int length)
    {
        var start = TextLength;
        TextLength += length;
        return start;
    }

    public void Error(string code, string message, int node, int offset) => Report(ReadingSeverity.Error, code, message, node, offset);

    public void Warn(string code, string message, int node, int offset) => Report(ReadingSeverity.Warning, code, message, node, offset);

    /// <summary>Ends the reading; of several fatal findings only the first counts.</summary>
    /// <returns>-1, the position readers pass up to unwind.</returns>
    public int Fatal(string code, string message, int node, int offset)
    {
        if (!IsFatal)
        {
            IsFatal = true;
            (_issues ??= []).Add(new PendingIssue(ReadingSeverity.Fatal, code, message, node, offset));
        }

        return -1;
    }

    private void Report(ReadingSeverity severity, string code, string message, int node, int offset)
    {
        _issues ??= [];
        if (_issues.Count < MaxIssues)
        {
            _issues.Add(new PendingIssue(severity, code, message, node, offset));
        }
        else if (_issues.Count == MaxIssues)
        {
            _issues.Add(new PendingIssue(
                ReadingSeverity.Error, ReadingIssueCodes.TooManyIssues, $"More than {MaxIssues} faults: the rest are not listed.", -1, offset));
        }
    }

    private int NewNameId(in NameKey key, ReadOnlySpan<byte> utf8, int offset)
    {
        if (key.Length > LongestName)
        {
            Fatal(ReadingIssueCodes.Names, $"An element name is longer than {LongestName} bytes: this is not a FHIR resource.", -1, offset);
            return FhirNames.Empty;
        }

        if (_localNames?.Find(key, utf8) is { } local)
        {
            return local.Id;
        }

        if (FhirNames.AddFromDocument(key, utf8) is { } shared)
        {
            return shared.Id;
        }

        _localNames ??= new NameTable(FhirNames.FirstLocalId);
        if (_localNames.Count < MaxLocalNames)
        {
            return _localNames.Add(key, utf8).Id;
        }

        Fatal(ReadingIssueCodes.Names, $"More than {MaxLocalNames} different element names: this is not a FHIR resource.", -1, offset);
        return FhirNames.Empty;
    }

    /// <summary>Grows the table; at the limit the reading ends, and no row is added or linked while the reader unwinds.</summary>
    private void MakeRoom(int offset)
    {
        if (Count >= _maxNodes)
        {
            Fatal(ReadingIssueCodes.Nodes, $"More than {_maxNodes} elements: reading stopped here; ask for fewer resources at a time.", -1, offset);
            return;
        }

        var larger = ArrayPool<NodeRow>.Shared.Rent(Math.Min(_maxNodes, Rows.Length * 2));
        Rows.AsSpan(0, Count).CopyTo(larger);
        ArrayPool<NodeRow>.Shared.Return(Rows);
        Rows = larger;
    }

    private void ReturnText()
    {
        if (Text.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(Text);
        }
    }
}
