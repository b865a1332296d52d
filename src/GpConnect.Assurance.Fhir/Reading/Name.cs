using System.Text;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>An element or resource type name with its id; immutable, so that readers may share it without locks.</summary>
internal sealed class Name(int id, NameKey key, byte[] utf8)
{
    private string? _text;

    public int Id { get; } = id;

    public NameKey Key { get; } = key;

    public byte[] Utf8 { get; } = utf8;

    public string Text => _text ??= Encoding.UTF8.GetString(Utf8);
}
