namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>What a narrative's XHTML breaks; at most a few, since one bad generator repeats itself.</summary>
internal sealed class XhtmlFindings
{
    private const int Most = 20;
    private List<XhtmlFinding>? _all;

    public IReadOnlyList<XhtmlFinding> All => _all ?? (IReadOnlyList<XhtmlFinding>)[];

    public void Add(string code, string message, int at)
    {
        _all ??= [];
        if (_all.Count < Most)
        {
            _all.Add(new XhtmlFinding(code, message, at));
        }
    }
}

/// <param name="At">Byte position in the text that was checked.</param>
internal readonly record struct XhtmlFinding(string Code, string Message, int At);
