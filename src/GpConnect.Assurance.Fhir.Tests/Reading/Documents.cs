using System.Text;

namespace GpConnect.Assurance.Fhir.Tests.Reading;

/// <summary>Short forms for tests that read a document from a literal.</summary>
internal static class Documents
{
    public static FhirDocument Json(string text) => FhirReader.Read(Encoding.UTF8.GetBytes(text), FhirFormat.Json);

    public static FhirDocument Xml(string text) => FhirReader.Read(Encoding.UTF8.GetBytes(text), FhirFormat.Xml);

    public static string[] Codes(this FhirDocument document) => [.. document.Issues.Select(issue => issue.Code)];

    public static string[] Paths(this FhirDocument document) => [.. document.Issues.Select(issue => issue.Path)];

    /// <summary>Every node of the tree as "path = value", in tree order.</summary>
    public static string[] Lines(this FhirDocument document)
    {
        var lines = new List<string>();
        Collect(document.Root, lines);
        return [.. lines];
    }

    private static void Collect(FhirNode node, List<string> lines)
    {
        lines.Add(node.ToString());
        foreach (var child in node.Children)
        {
            Collect(child, lines);
        }
    }
}
