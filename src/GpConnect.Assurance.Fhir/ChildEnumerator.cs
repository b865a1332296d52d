namespace GpConnect.Assurance.Fhir;

/// <summary>The children of a node, all or those of one name, in document order; its own enumerator, so that <c>foreach</c> allocates nothing.</summary>
public struct ChildEnumerator
{
    private readonly int _nameId;
    private FhirNode _next;

    internal ChildEnumerator(FhirNode first, int nameId)
    {
        _nameId = nameId;
        _next = Matching(first);
    }

    public FhirNode Current { get; private set; }

    public readonly ChildEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        Current = _next;
        if (Current.IsNone)
        {
            return false;
        }

        _next = Matching(Current.NextSibling);
        return true;
    }

    public readonly int Count()
    {
        var count = 0;
        foreach (var _ in this)
        {
            count++;
        }

        return count;
    }

    public readonly FhirNode[] ToArray()
    {
        var nodes = new List<FhirNode>();
        foreach (var node in this)
        {
            nodes.Add(node);
        }

        return [.. nodes];
    }

    private readonly FhirNode Matching(FhirNode node) => _nameId < 0 ? node : FhirNode.FirstNamed(node, _nameId);
}
