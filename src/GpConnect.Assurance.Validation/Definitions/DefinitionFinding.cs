namespace GpConnect.Assurance.Validation;

/// <summary>A defect of a definition itself, met while reading or compiling it. The definition is used as far as it can be.</summary>
/// <param name="Definition">Canonical of the definition, or the file when it has none.</param>
/// <param name="Element">Element id inside the definition, when the defect is about one.</param>
public sealed record DefinitionFinding(string Definition, string? Element, string Message)
{
    public override string ToString() => Element is null ? $"{Definition}: {Message}" : $"{Definition}#{Element}: {Message}";
}
