using System.Buffers;
using System.Runtime.InteropServices;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Fhir;

/// <summary>
/// One FHIR document as a flat table of nodes over the bytes it came in. The bytes must not change while it is used. Reading it from
/// several threads is safe; <see cref="Dispose"/> gives the table back to the pool and ends its use, and need not be called.
/// </summary>
public sealed class FhirDocument : IDisposable
{
    private readonly NameTable? _localNames;
    private readonly byte[] _source;
    private readonly int _sourceStart;
    private NodeRow[] _rows;
    private byte[] _text;
    private SourcePositions? _positions;

    internal FhirDocument(ReadOnlyMemory<byte> source, FhirFormat format, NodeTable table)
    {
        Source = source;
        (_source, _sourceStart) = MemoryMarshal.TryGetArray(source, out var array) && array.Array is { } bytes ? (bytes, array.Offset) : (source.ToArray(), 0);
        Format = format;
        _rows = table.Rows;
        _text = table.Text;
        _localNames = table.LocalNames;
        IsReadable = !table.IsFatal;
        Count = table.Count;
        Issues = table.Issues.Count == 0 ? [] : [.. table.Issues.OrderBy(issue => issue.Offset).Select(Located)];
    }

    public FhirFormat Format { get; }

    /// <summary>The bytes as they came.</summary>
    public ReadOnlyMemory<byte> Source { get; }

    /// <summary>False after a fatal issue: there is no <see cref="Root"/> then.</summary>
    public bool IsReadable { get; }

    /// <summary>Rows in the table, those of refused content included.</summary>
    public int Count { get; }

    /// <summary>What the serialisation rules forbid, in document order; after 1,000 findings one closing finding says that more were left out.</summary>
    public IReadOnlyList<ReadingIssue> Issues { get; }

    /// <exception cref="InvalidOperationException">The document is not readable.</exception>
    public FhirNode Root =>
        IsReadable ? new FhirNode(this, 0) : throw new InvalidOperationException("The document is not readable; its issues say why.");

    internal ref readonly NodeRow Row(int index)
    {
        var rows = _rows;
        if ((uint)index >= (uint)rows.Length)
        {
            ThrowDisposed();
        }

        return ref rows[index];
    }

    internal ReadOnlySpan<byte> ValueOf(in NodeRow row) => row.Has(NodeRow.InText)
        ? new ReadOnlySpan<byte>(_text, row.ValueStart, row.ValueLength)
        : new ReadOnlySpan<byte>(_source, _sourceStart + row.ValueStart, row.ValueLength);

    internal string NameOf(int nameId) =>
        nameId < FhirNames.FirstLocalId ? FhirNames.Text(nameId) : _localNames![nameId].Text;

    /// <summary>A name that was kept with this document may have become a shared one since.</summary>
    internal int SharedNameId(int nameId)
    {
        if (nameId < FhirNames.FirstLocalId)
        {
            return nameId;
        }

        var name = _localNames![nameId];
        return FhirNames.Find(name.Key, name.Utf8)?.Id ?? nameId;
    }

    /// <summary>The id under which this document's nodes carry a name, or -1 when none of them can.</summary>
    internal int FindNameId(string name)
    {
        Span<byte> buffer = stackalloc byte[256];
        var utf8 = System.Text.Encoding.UTF8.TryGetBytes(name, buffer, out var length)
            ? buffer[..length]
            : System.Text.Encoding.UTF8.GetBytes(name);
        var key = NameKey.Of(utf8);
        return (FhirNames.Find(key, utf8) ?? _localNames?.Find(key, utf8))?.Id ?? -1;
    }

    internal (int Line, int Column) Locate(int offset) => (_positions ??= new SourcePositions(Source)).Locate(offset);

    private ReadingIssue Located(PendingIssue issue)
    {
        var (line, column) = Locate(issue.Offset);
        var path = issue.Node >= 0 && issue.Node < Count ? new FhirNode(this, issue.Node).Path : "";
        return new ReadingIssue(issue.Severity, issue.Code, issue.Message, path, line, column);
    }

    private void ThrowDisposed() => throw new ObjectDisposedException(GetType().FullName);

    public void Dispose()
    {
        var rows = Interlocked.Exchange(ref _rows, []);
        if (rows.Length == 0)
        {
            return;
        }

        ArrayPool<NodeRow>.Shared.Return(rows);
        if (_text.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_text);
            _text = [];
        }
    }
}
