using System.Text;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Fhir;

/// <summary>
/// One element of a document: a resource, a complex value or a primitive, the same whether it came as JSON or XML. A handle of two
/// words; <c>default</c> is "no node", whose every navigation answers "no node" again.
/// </summary>
public readonly struct FhirNode : IEquatable<FhirNode>
{
    private readonly FhirDocument? _document;

    internal FhirNode(FhirDocument document, int index)
    {
        _document = document;
        Index = index;
    }

    /// <exception cref="InvalidOperationException">There is no node.</exception>
    public FhirDocument Document => _document ?? throw new InvalidOperationException("There is no node here.");

    /// <summary>Position in the document's table; the root is 0.</summary>
    public int Index { get; }

    public bool IsNone => _document is null;

    /// <summary>Element name as in FHIR (<c>identifier</c>, <c>valueString</c>); of the root its resource type.</summary>
    public string Name => _document is null ? "" : _document.NameOf(Row.NameId);

    /// <summary><see cref="Name"/> as <see cref="FhirNames.Intern"/> numbers it; -1 for no node.</summary>
    public int NameId => _document is null ? -1 : _document.SharedNameId(Row.NameId);

    public bool IsResource => _document is not null && Row.Has(NodeRow.Resource);

    /// <summary>The resource type when the node is a resource (root, contained, entry.resource, parameter.resource), else null.</summary>
    public string? ResourceType => IsResource ? _document!.NameOf(Row.ValueStart) : null;

    /// <summary><see cref="ResourceType"/> as <see cref="FhirNames.Intern"/> numbers it; -1 when the node is no resource.</summary>
    public int ResourceTypeId => IsResource ? _document!.SharedNameId(Row.ValueStart) : -1;

    /// <summary>No node for the root.</summary>
    public FhirNode Parent => Index == 0 ? default : new FhirNode(_document!, Row.Parent);

    public FhirNode FirstChild => _document is null ? default : At(Row.FirstChild);

    public FhirNode NextSibling => _document is null ? default : At(Row.Next);

    /// <summary>The nearest enclosing resource: the node itself if it is one.</summary>
    public FhirNode Resource
    {
        get
        {
            var node = this;
            while (!node.IsNone && !node.IsResource)
            {
                node = node.Parent;
            }

            return node;
        }
    }

    public ChildEnumerator Children => new(FirstChild, -1);

    public bool HasChildren => _document is not null && Row.FirstChild != 0;

    public bool HasValue => ValueKind is FhirValueKind.String or FhirValueKind.Number or FhirValueKind.Boolean;

    public FhirValueKind ValueKind => _document is null ? FhirValueKind.None : Row.Kind;

    /// <summary>The value with escapes and entities resolved, empty when there is none; of a narrative's <c>div</c> the XHTML text.</summary>
    public ReadOnlySpan<byte> ValueUtf8 => HasValue ? _document!.ValueOf(Row) : default;

    /// <summary><see cref="ValueUtf8"/> as a new string; null when there is no value.</summary>
    public string? Value => HasValue ? Encoding.UTF8.GetString(_document!.ValueOf(Row)) : null;

    /// <summary>JSON: stood in an array.</summary>
    public bool IsInArray => _document is not null && Row.Has(NodeRow.InArray);

    /// <summary>XML: written as an attribute (<c>id</c>, <c>url</c>).</summary>
    public bool IsAttribute => _document is { Format: FhirFormat.Xml } && Row.Has(NodeRow.AttributeOrCompanion);

    /// <summary>JSON: its id and extensions were written as the <c>_name</c> companion, as only a primitive's are.</summary>
    public bool IsCompanion => _document is { Format: FhirFormat.Json } && Row.Has(NodeRow.AttributeOrCompanion);

    /// <summary>Index among siblings of the same name.</summary>
    public int ArrayIndex => _document is null ? 0 : Row.ArrayIndex;

    /// <summary>1-based line of the property name or array item (JSON) or of the tag or attribute (XML).</summary>
    public int Line => Position.Line;

    /// <summary>1-based column, in characters (UTF-16 code units).</summary>
    public int Column => Position.Column;

    /// <summary><see cref="Line"/> and <see cref="Column"/> for the price of one.</summary>
    public (int Line, int Column) Position => _document is null ? default : _document.Locate(Row.Offset);

    /// <summary>FHIRPath location, e.g. <c>Bundle.entry[0].resource.name[1].family</c>; the index shows wherever the element is, or may be, one of several.</summary>
    public string Path
    {
        get
        {
            if (_document is null)
            {
                return "";
            }

            var path = new StringBuilder();
            AppendPath(path);
            return path.ToString();
        }
    }

    internal ref readonly NodeRow Row => ref _document!.Row(Index);

    private bool IsRepeated
    {
        get
        {
            ref readonly var row = ref Row;
            return row.Has(NodeRow.InArray) || row.ArrayIndex > 0
                || (_document!.Format == FhirFormat.Xml && row.Has(NodeRow.ValueSeenOrRepeats));
        }
    }

    /// <summary>The first child of a name, or no node.</summary>
    public FhirNode Child(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _document is null ? default : FirstNamed(FirstChild, _document.FindNameId(name));
    }

    /// <summary>The first child of a name, or no node.</summary>
    public FhirNode Child(int nameId) => FirstNamed(FirstChild, nameId);

    public ChildEnumerator ChildrenNamed(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var nameId = _document?.FindNameId(name) ?? -1;
        return nameId < 0 ? default : new ChildEnumerator(FirstChild, nameId);
    }

    public ChildEnumerator ChildrenNamed(int nameId) => nameId < 0 ? default : new ChildEnumerator(FirstChild, nameId);

    /// <summary>Whether the value is exactly this text.</summary>
    public bool ValueEquals(ReadOnlySpan<byte> utf8) => HasValue && _document!.ValueOf(Row).SequenceEqual(utf8);

    public bool Equals(FhirNode other) => ReferenceEquals(_document, other._document) && Index == other.Index;

    public override bool Equals(object? obj) => obj is FhirNode other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_document, Index);

    public static bool operator ==(FhirNode left, FhirNode right) => left.Equals(right);

    public static bool operator !=(FhirNode left, FhirNode right) => !left.Equals(right);

    public override string ToString() => IsNone ? "(none)" : HasValue ? $"{Path} = {Value}" : Path;

    internal static FhirNode FirstNamed(FhirNode node, int nameId)
    {
        // A name known to its document alone may become a shared one at any time: it answers to both ids.
        while (!node.IsNone && node.Row.NameId != nameId && node.NameId != nameId)
        {
            node = node.NextSibling;
        }

        return node;
    }

    private FhirNode At(int index) => index == 0 ? default : new FhirNode(_document!, index);

    private void AppendPath(StringBuilder path)
    {
        if (Index > 0)
        {
            Parent.AppendPath(path);
            path.Append('.');
        }

        path.Append(Name);
        if (Index > 0 && IsRepeated)
        {
            path.Append('[').Append(ArrayIndex).Append(']');
        }
    }
}
