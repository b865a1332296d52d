namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>A text; which type it stands for is the reader's to know.</summary>
/// <param name="Text">The text, quotes and folding resolved.</param>
/// <param name="IsNull">True for nothing at all, <c>~</c> or <c>null</c>, unquoted.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal sealed record YamlScalar(string Text, bool IsNull, int Line, int Column) : YamlValue(Line, Column)
{
    public override string Describe => IsNull ? "nothing" : "a text";
}
