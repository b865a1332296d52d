using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>Invariants of the definitions carried, met and broken, and those that a document cannot decide.</summary>
public class InvariantTests
{
    [Theory]
    [InlineData("ext-1", """{"resourceType":"Patient","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor"}]}""", "Patient.extension[0]")]
    [InlineData("qty-3", """{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1,"code":"kg"}}""", "Observation.valueQuantity")]
    [InlineData("per-1", """{"resourceType":"Patient","address":[{"text":"x","period":{"start":"2020-02-02","end":"2020-02-01"}}]}""", "Patient.address[0].period")]
    [InlineData("pat-1", """{"resourceType":"Patient","contact":[{"gender":"female"}]}""", "Patient.contact[0]")]
    [InlineData("org-1", """{"resourceType":"Organization","telecom":[{"system":"phone","value":"1"}]}""", "Organization")]
    [InlineData("org-2", """{"resourceType":"Organization","name":"x","address":[{"use":"home","text":"x"}]}""", "Organization.address[0]")]
    [InlineData("obs-6", """{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueString":"x","dataAbsentReason":{"text":"x"}}""", "Observation")]
    [InlineData("app-3", """{"resourceType":"Appointment","status":"booked","participant":[{"actor":{"reference":"Patient/1"},"status":"accepted"}]}""", "Appointment")]
    [InlineData("app-2", """{"resourceType":"Appointment","status":"proposed","start":"2020-02-02T00:00:00Z","participant":[{"actor":{"reference":"Patient/1"},"status":"accepted"}]}""", "Appointment")]
    [InlineData("bdl-1", """{"resourceType":"Bundle","type":"collection","total":0}""", "Bundle")]
    [InlineData("bdl-5", """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"https://example.org/1"}]}""", "Bundle.entry[0]")]
    [InlineData("bdl-8", """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"https://example.org/Patient/1/_history/1","resource":{"resourceType":"Patient","active":true}}]}""", "Bundle.entry[0]")]
    [InlineData("dom-2", """{"resourceType":"Patient","link":[{"other":{"reference":"#a"},"type":"refer"}],"contained":[{"resourceType":"Patient","id":"a","contained":[{"resourceType":"Patient","active":true}]}]}""", "Patient")]
    [InlineData("dom-3", """{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"a","name":"x"}]}""", "Patient")]
    [InlineData("dom-4", """{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"a","meta":{"versionId":"1"},"name":"x"}],"managingOrganization":{"reference":"#a"}}""", "Patient")]
    [InlineData("inv-1", """{"resourceType":"Parameters","parameter":[{"name":"a","valueString":"x","part":[{"name":"b","valueString":"y"}]}]}""", "Parameters.parameter[0]")]
    [InlineData("con-3", """{"resourceType":"Condition","verificationStatus":"confirmed","subject":{"reference":"Patient/1"}}""", "Condition")]
    [InlineData("con-4", """{"resourceType":"Condition","clinicalStatus":"active","subject":{"reference":"Patient/1"},"abatementDateTime":"2020"}""", "Condition")]
    public void A_broken_invariant_is_one_issue_that_names_it(string key, string document, string path)
    {
        var result = Support.Validation.Of(document);

        result.Lines().Should().ContainSingle();
        result.Issues[0].Code.Should().Be(IssueCode.Invariant.Code);
        result.Issues[0].Message.Should().StartWith($"The invariant {key} is not met: ");
        result.Issues[0].Path.Should().Be(path);
    }

    [Theory]
    [InlineData("a period of one day", """{"resourceType":"Patient","address":[{"text":"x","period":{"start":"2020-02-02","end":"2020-02-02"}}]}""")]
    [InlineData("an entry without fullUrl", """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","active":true}}]}""")]
    [InlineData("a contained resource that is referred to", """{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"a","name":"x"}],"managingOrganization":{"reference":"#a"}}""")]
    [InlineData("a parameter of a name alone", """{"resourceType":"Parameters","parameter":[{"name":"includeProblems"}]}""")]
    [InlineData("an abated condition that is resolved", """{"resourceType":"Condition","clinicalStatus":"resolved","verificationStatus":"confirmed","subject":{"reference":"Patient/1"},"abatementDateTime":"2020"}""")]
    [InlineData("a prediction without probability", """{"resourceType":"RiskAssessment","status":"final","prediction":[{"outcome":{"text":"x"}}]}""")]
    [InlineData("a condition without verification status", """{"resourceType":"Condition","clinicalStatus":"active","subject":{"reference":"Patient/1"}}""")]
    public void What_meets_the_invariants_has_no_issue(string what, string document)
    {
        Support.Validation.Of(document).Lines().Should().BeEmpty(what);
    }

    [Fact]
    public void A_reference_out_of_the_document_leaves_an_invariant_undecided_and_the_document_valid()
    {
        var careTeam = Support.Validation.Of("""{"resourceType":"CareTeam","participant":[{"member":{"reference":"https://example.org/x"},"onBehalfOf":{"reference":"Organization/1"}}]}""");

        careTeam.IsValid.Should().BeTrue();
        careTeam.ShouldHaveOnly(IssueCode.InvariantNotChecked, "CareTeam.participant[0]");
    }

    [Theory]
    [InlineData("Practitioner", true)]
    [InlineData("Patient", false)]
    public void A_reference_inside_the_Bundle_decides_it(string type, bool isValid)
    {
        var bundle = JsonNode.Parse($$"""
            {
              "resourceType": "Bundle",
              "type": "collection",
              "entry": [
                { "resource": { "resourceType": "CareTeam", "id": "1", "participant": [{ "member": { "reference": "{{type}}/2" }, "onBehalfOf": { "reference": "Organization/1" } }] } },
                { "resource": { "resourceType": "{{type}}", "id": "2", "active": true } }
              ]
            }
            """)!.AsObject();

        Support.Validation.Of(bundle, FhirFormat.Json).IsValid.Should().Be(isValid);
        Support.Validation.Of(bundle, FhirFormat.Xml).IsValid.Should().Be(isValid);
    }

    [Theory]
    [InlineData("no value set", """{"strength":"required"}""", true)]
    [InlineData("a value set by reference", """{"strength":"required","valueSetReference":{"reference":"http://example.org/vs"}}""", true)]
    [InlineData("a value set by URL", """{"strength":"required","valueSetUri":"http://example.org/vs"}""", true)]
    [InlineData("a value set by another kind of URI", """{"strength":"required","valueSetUri":"ftp://example.org/vs"}""", false)]
    public void Eld_12_is_about_value_sets_named_by_URI_alone(string what, string binding, bool isMet)
    {
        var definition = Profiles.Store.BaseType("ElementDefinition")!;
        var facts = definition.Snapshot!.Descendant("ElementDefinition.binding")!.Constraints.Single(constraint => constraint.Key == "eld-12");
        using var document = FhirReader.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"resourceType":"ElementDefinition","binding":{{binding}}}"""), FhirFormat.Json);

        var truth = new Invariant(definition, definition.Snapshot, facts).Test(document.Root.Child("binding"), new FhirPathContext(), out _);

        truth.Should().Be(isMet ? FhirPathTruth.True : FhirPathTruth.False, what);
    }
}
