using System.Text;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

public class IssueWritingTests
{
    private const string Document = """
        {
          "resourceType": "Patient",
          "meta": { "profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Slot-1"] },
          "gender": "femail"
        }
        """;

    private static readonly IReadOnlyList<ValidationIssue> Issues = Support.Validation.Of(Document).Issues;

    [Fact]
    public void Text_has_a_line_for_each_issue_with_place_code_sentence_and_definition()
    {
        IssueText.Write(Issues, "patient.json").ReplaceLineEndings("\n").Should().Be(
            """
            patient.json(3,25): error profile-type: The claimed profile https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Slot-1 is for Slot, not for Patient. [Patient.meta.profile[0]]
            patient.json(4,3): error code-not-in-value-set: The code femail of Patient.gender must be in the value set http://hl7.org/fhir/ValueSet/administrative-gender. [Patient.gender, http://hl7.org/fhir/StructureDefinition/Patient#Patient.gender]

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Json_has_an_object_for_each_issue_with_the_parts_that_are_there()
    {
        var json = JsonNode.Parse(IssueJson.Write(Issues))!.AsArray();

        json.Should().HaveCount(2);
        json[0]!.AsObject().Select(property => property.Key).Should().Equal("severity", "code", "fhirCode", "message", "path", "line", "column", "expected", "actual");
        json[1]!["element"]!.GetValue<string>().Should().Be("Patient.gender");
        json[1]!["actual"]!.GetValue<string>().Should().Be("femail");
        json[1]!["line"]!.GetValue<int>().Should().Be(4);
    }

    [Fact]
    public void An_OperationOutcome_of_issues_is_itself_valid()
    {
        var outcome = IssueOutcome.ToResource(Issues);

        Support.Validation.Of(outcome).Issues.Should().OnlyContain(issue => issue.Code == IssueCode.ExtensionUnknown.Code, "only HL7's extensions for line and column are not carried");
        outcome["issue"]!.AsArray().Should().HaveCount(2);
        outcome["issue"]![1]!["code"]!.GetValue<string>().Should().Be("code-invalid");
        outcome["issue"]![1]!["expression"]![0]!.GetValue<string>().Should().Be("Patient.gender");
    }

    [Fact]
    public void An_OperationOutcome_without_issues_is_valid_too()
    {
        Support.Validation.Of(IssueOutcome.ToResource([])).ShouldBeClean();
    }

    [Fact]
    public void Every_code_is_documented_with_its_severity()
    {
        var documentation = File.ReadAllText(Path.Combine(Profiles.Folder, "..", "docs", "validation.md"), Encoding.UTF8);

        IssueCode.All.Should().OnlyContain(code => documentation.Contains($"| `{code.Code}` | {IssueText.Word(code.Severity)} | {code.Meaning} |", StringComparison.Ordinal));
        IssueCode.All.Should().OnlyHaveUniqueItems(code => code.Code);
    }

    [Fact]
    public void Every_code_of_the_reader_is_documented()
    {
        var documentation = File.ReadAllText(Path.Combine(Profiles.Folder, "..", "docs", "validation.md"), Encoding.UTF8);

        var codes = typeof(ReadingIssueCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        codes.Should().HaveCountGreaterThan(20).And.OnlyContain(code => documentation.Contains($"`{code}`", StringComparison.Ordinal));
    }
}
