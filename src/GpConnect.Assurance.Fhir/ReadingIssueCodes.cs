namespace GpConnect.Assurance.Fhir;

/// <summary>The codes of <see cref="ReadingIssue"/>. Reports and baselines hold them, so they do not change.</summary>
public static class ReadingIssueCodes
{
    public const string CompanionMismatch = "companion-mismatch";
    public const string CompanionType = "companion-type";
    public const string Depth = "depth";
    public const string DuplicateKey = "duplicate-key";
    public const string EmptyArray = "empty-array";
    public const string EmptyObject = "empty-object";
    public const string EmptyString = "empty-string";
    public const string Encoding = "encoding";
    public const string JsonSyntax = "json-syntax";
    public const string Names = "names";
    public const string Nodes = "nodes";
    public const string NullValue = "null-value";
    public const string ResourceTypeMissing = "resource-type-missing";
    public const string Size = "size";
    public const string TooManyIssues = "too-many-issues";
    public const string WrongJsonType = "wrong-json-type";
    public const string XhtmlAttribute = "xhtml-attribute";
    public const string XhtmlElement = "xhtml-element";
    public const string XhtmlEmpty = "xhtml-empty";
    public const string XhtmlNamespace = "xhtml-namespace";
    public const string XhtmlSyntax = "xhtml-syntax";
    public const string XmlAttribute = "xml-attribute";
    public const string XmlDoctype = "xml-doctype";
    public const string XmlNamespace = "xml-namespace";
    public const string XmlProcessingInstruction = "xml-processing-instruction";
    public const string XmlResource = "xml-resource";
    public const string XmlSyntax = "xml-syntax";
    public const string XmlText = "xml-text";
}
