namespace GpConnect.Assurance.Fhir.FhirPath.Syntax;

/// <param name="Text">Of strings and delimited identifiers the content with its escapes resolved.</param>
/// <param name="Position">0-based index into the expression.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position)
{
    public bool Is(string text) => Text == text && Kind is TokenKind.Symbol or TokenKind.Identifier;

    public override string ToString() => Kind == TokenKind.End ? "the end" : $"'{Text}'";
}
