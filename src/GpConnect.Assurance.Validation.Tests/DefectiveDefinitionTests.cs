using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>A defect of a published definition is a finding about it; what else it says holds, and no document is at fault for it.</summary>
public sealed class DefectiveDefinitionTests : IDisposable
{
    private const string Patient = """{"resourceType":"Patient","active":true,"generalPractitioner":[{"reference":"Practitioner/1"}]}""";
    private const string Required = """{ "id": "Patient.birthDate", "path": "Patient.birthDate", "min": 1 }""";

    private readonly OwnDefinitions _own = new();

    public void Dispose() => _own.Dispose();

    [Theory]
    [InlineData("an element that the base has not", """{ "id": "Patient.shoeSize", "path": "Patient.shoeSize", "min": 1 }""", "Patient.shoeSize", "The base definition has no such element")]
    [InlineData("a slice that fixes nothing", """{ "id": "Patient.name", "path": "Patient.name", "slicing": { "discriminator": [{ "type": "value", "path": "text" }], "rules": "closed" } }, { "id": "Patient.name:a", "path": "Patient.name", "sliceName": "a", "min": 1 }""", "Patient.name:a", "It fixes nothing for the discriminator")]
    [InlineData("slices without a discriminator", """{ "id": "Patient.name", "path": "Patient.name", "slicing": { "rules": "closed" } }, { "id": "Patient.name:a", "path": "Patient.name", "sliceName": "a", "min": 1 }""", "Patient.name", "It has slices but no discriminator")]
    [InlineData("a target profile that is nowhere", """{ "id": "Patient.generalPractitioner", "path": "Patient.generalPractitioner", "type": [{ "code": "Reference", "targetProfile": "https://example.org/none" }] }""", "Patient.generalPractitioner", "Its target profile https://example.org/none is not among the definitions")]
    [InlineData("an extension definition that is nowhere", """{ "id": "Patient.extension:a", "path": "Patient.extension", "sliceName": "a", "type": [{ "code": "Extension", "profile": "https://example.org/none" }] }""", "Patient.extension:a", "Its type profile https://example.org/none is not among the definitions")]
    [InlineData("an invariant that is no FHIRPath", """{ "id": "Patient", "path": "Patient", "constraint": [{ "key": "own-1", "severity": "error", "human": "x", "expression": "name..given(" }] }""", "Patient", "Its invariant own-1 is not FHIRPath")]
    [InlineData("a datatype in place of a primitive", """{ "id": "Patient.active", "path": "Patient.active", "type": [{ "code": "CodeableConcept" }] }""", "Patient.active", "It has the type CodeableConcept where its base has boolean")]
    public void A_defect_is_one_finding_and_the_rest_holds(string what, string element, string where, string says)
    {
        var profile = _own.Profile("defective", "Patient", element + "," + Required);

        var result = _own.Validate(Patient, profile);

        result.Issues.Select(issue => $"{issue.Code} {issue.Element}").Should().Equal(["element-missing Patient.birthDate"], what);
        _own.Store.Findings.Should().ContainSingle(finding => finding.Definition == profile).Which.Should().Match<DefinitionFinding>(
            finding => finding.Element == where && finding.Message.StartsWith(says, StringComparison.Ordinal), what);
    }

    [Fact]
    public void A_profile_on_a_base_that_is_nowhere_still_says_what_it_says()
    {
        _own.Add("orphan", $$"""
            {
              "resourceType": "StructureDefinition", "url": "{{OwnDefinitions.Base}}orphan", "name": "orphan", "kind": "resource", "abstract": false, "type": "Patient",
              "baseDefinition": "https://example.org/none", "derivation": "constraint", "differential": { "element": [{{Required}}] }
            }
            """);

        _own.Validate(Patient, OwnDefinitions.Base + "orphan").Issues.Should().ContainSingle().Which.Element.Should().Be("Patient.birthDate");
        _own.Store.Findings.Should().ContainSingle(finding => finding.Message == "Its base definition https://example.org/none is not among the definitions.");
    }

    [Fact]
    public void A_definition_with_faults_of_its_own_is_used()
    {
        _own.Add("undated", $$"""
            {
              "resourceType": "StructureDefinition", "url": "{{OwnDefinitions.Base}}undated", "name": "undated", "meta": { "lastUpdated": "yesterday" }, "date": "31/12/2017", "status": "",
              "kind": "resource", "abstract": false, "type": "Patient", "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Patient", "derivation": "constraint",
              "differential": { "element": [{{Required}}] }
            }
            """);

        _own.Validate(Patient, OwnDefinitions.Base + "undated").Issues.Should().ContainSingle().Which.Element.Should().Be("Patient.birthDate");
    }

    [Fact]
    public void A_value_set_on_a_value_set_that_is_nowhere_is_not_checked()
    {
        _own.Add("set", """{ "resourceType": "ValueSet", "url": "https://example.org/set", "status": "active", "compose": { "include": [{ "valueSet": ["https://example.org/none"] }] } }""");
        var profile = _own.Profile("bound", "Patient", """{ "id": "Patient.maritalStatus", "path": "Patient.maritalStatus", "binding": { "strength": "required", "valueSetUri": "https://example.org/set" } }""");

        var result = _own.Validate("""{"resourceType":"Patient","maritalStatus":{"coding":[{"system":"urn:x","code":"y"}]}}""", profile);

        result.IsValid.Should().BeTrue();
        result.Issues.Should().ContainSingle().Which.Code.Should().Be(IssueCode.CodeNotChecked.Code);
        _own.Store.Findings.Should().ContainSingle(finding => finding.Message == "It includes the value set https://example.org/none, which is not among the definitions.");
    }
}
