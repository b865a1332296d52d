namespace GpConnect.Assurance.Harness.Configuration;

internal sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, int Line, int Column) : YamlValue(Line, Column)
{
    public override string Describe => "a mapping";
}
