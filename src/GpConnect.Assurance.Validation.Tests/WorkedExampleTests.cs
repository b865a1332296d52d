using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>Whole requests and responses of GP Connect, written by hand after the specification, are valid.</summary>
public class WorkedExampleTests
{
    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetFileName(path));
        }

        return data;
    }

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "WorkedExamples");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_worked_example_has_no_errors(string file)
    {
        var result = Support.Validation.Of(File.ReadAllBytes(Path.Combine(Folder, file)), FhirFormat.Json);

        Errors(result).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_worked_example_gives_the_same_issues_as_XML(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();
        var ofJson = Support.Validation.Of(json);

        var ofXml = Support.Validation.Of(json, FhirFormat.Xml);

        // JSON objects have no order, so that the XML made from them may have a wrong one.
        var inOrder = ofXml.Issues.Where(issue => issue.Code != IssueCode.ElementOrder.Code);
        inOrder.Select(Summary).Should().BeEquivalentTo(ofJson.Issues.Select(Summary));
    }

    private static (string Code, string Path, string? Element) Summary(ValidationIssue issue) => (issue.Code, issue.Path, issue.Element);

    private static IEnumerable<string> Errors(ValidationResult result) =>
        result.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => IssueText.Line(issue, "example"));
}
