namespace GpConnect.Assurance.Fhir.FhirPath.Syntax;

internal enum TokenKind
{
    End,

    /// <summary>A name; keywords are names too, since FHIR has elements called <c>contains</c> and <c>is</c>.</summary>
    Identifier,

    /// <summary>A name in backticks or double quotes, which is never a keyword.</summary>
    DelimitedIdentifier,
    String,
    Number,

    /// <summary><c>@2014-01</c>, <c>@2014-01-01T10:00Z</c>, <c>@T10:00</c>; the text is without the <c>@</c>.</summary>
    DateTime,
    Symbol,
}
