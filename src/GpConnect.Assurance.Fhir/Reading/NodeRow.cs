namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// One node: 32 bytes, two to a cache line. Rows link by index; 0 means none, since the root is nobody's child or sibling.
/// A resource has no value, so its type shares <see cref="ValueStart"/>.
/// </summary>
internal struct NodeRow
{
    public const uint KindMask = 0x7;
    public const uint InArray = 1 << 3;

    /// <summary>XML: written as an attribute. JSON: its id and extensions came as the <c>_name</c> companion.</summary>
    public const uint AttributeOrCompanion = 1 << 4;

    public const uint Resource = 1 << 5;

    /// <summary>The value was unescaped and lies in the document's text buffer, not in its source.</summary>
    public const uint InText = 1 << 6;

    /// <summary>JSON, on the first node of a property: the property itself was read. XML, on the first of a name: the name repeats.</summary>
    public const uint ValueSeenOrRepeats = 1 << 7;

    /// <summary>JSON, on the first node of a property: its <c>_name</c> companion was read.</summary>
    public const uint CompanionSeen = 1 << 8;

    private const int IndexShift = 9;

    public int NameId;
    public int Parent;
    public int Next;
    public int FirstChild;
    public int Offset;
    public int ValueStart;
    public int ValueLength;
    public uint Bits;

    public readonly FhirValueKind Kind => (FhirValueKind)(Bits & KindMask);

    public readonly int ArrayIndex => (int)(Bits >> IndexShift);

    public readonly bool Has(uint bit) => (Bits & bit) != 0;

    public static uint IndexBits(int arrayIndex) => (uint)arrayIndex << IndexShift;

    public void SetValue(FhirValueKind kind, int start, int length, bool inText)
    {
        ValueStart = start;
        ValueLength = length;
        Bits = (Bits & ~(KindMask | InText)) | (uint)kind | (inText ? InText : 0);
    }

    public void SetKind(FhirValueKind kind) => Bits = (Bits & ~KindMask) | (uint)kind;

    public void SetResource(int typeId)
    {
        ValueStart = typeId;
        Bits |= Resource;
    }
}
