namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>A start tag: where its qualified name stands, and whether the element ends with it (<c>&lt;a/&gt;</c>).</summary>
/// <param name="PrefixLength">Bytes of the namespace prefix, its colon not counted; 0 when there is none.</param>
internal readonly record struct XmlTag(int NameStart, int NameLength, int PrefixLength, bool IsEmpty)
{
    public int LocalStart => PrefixLength == 0 ? NameStart : NameStart + PrefixLength + 1;

    public int LocalLength => PrefixLength == 0 ? NameLength : NameLength - PrefixLength - 1;
}
