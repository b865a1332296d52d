namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>An attribute: where its name and its value (between the quotes) stand.</summary>
/// <param name="IsPlain">The value is its own text: no entity to resolve, no line break or tab to normalise.</param>
internal readonly record struct XmlAttribute(int NameStart, int NameLength, int ValueStart, int ValueLength, bool IsPlain)
{
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> source) => source.Slice(NameStart, NameLength);

    public ReadOnlySpan<byte> RawValue(ReadOnlySpan<byte> source) => source.Slice(ValueStart, ValueLength);
}
