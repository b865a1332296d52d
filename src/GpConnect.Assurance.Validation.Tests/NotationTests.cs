using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>What only one of the formats can spell wrongly: each once, whether the reader or the validator sees it.</summary>
public class NotationTests
{
    [Theory]
    [InlineData("an empty object", """{"resourceType":"Patient","maritalStatus":{}}""", "empty-object", "Patient.maritalStatus")]
    [InlineData("an empty object for a primitive", """{"resourceType":"Patient","active":{}}""", "empty-object", "Patient.active")]
    [InlineData("an empty array", """{"resourceType":"Patient","name":[]}""", "empty-array", "Patient.name")]
    [InlineData("an empty string", """{"resourceType":"Patient","language":""}""", "empty-string", "Patient.language")]
    [InlineData("null", """{"resourceType":"Patient","birthDate":null}""", "null-value", "Patient.birthDate")]
    [InlineData("an array in an array", """{"resourceType":"Patient","name":[[{"family":"x"}]]}""", "wrong-json-type", "Patient.name[0]")]
    [InlineData("a datatype with an id alone", """{"resourceType":"Patient","name":[{"id":"a"}]}""", "element-empty", "Patient.name[0]")]
    [InlineData("a primitive with an id alone", """{"resourceType":"Patient","_birthDate":{"id":"a"}}""", "element-empty", "Patient.birthDate")]
    [InlineData("an object for a primitive", """{"resourceType":"Patient","birthDate":{"year":1}}""", "primitive-has-children", "Patient.birthDate")]
    [InlineData("an extension in place of a primitive", """{"resourceType":"Patient","birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"2001-01-01T00:00:00Z"}]}}""", "primitive-has-children", "Patient.birthDate")]
    [InlineData("an id in place of a primitive", """{"resourceType":"Patient","birthDate":{"id":"a"}}""", "primitive-has-children", "Patient.birthDate")]
    [InlineData("an extension in place of one primitive of several", """{"resourceType":"Patient","name":[{"given":["a",{"id":"b","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor","valueBoolean":true}]}]}]}""", "primitive-has-children", "Patient.name[0].given[1]")]
    [InlineData("a companion of a datatype", """{"resourceType":"Patient","_maritalStatus":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor","valueBoolean":true}]}}""", "companion-type", "Patient.maritalStatus")]
    [InlineData("a companion of a list of datatypes", """{"resourceType":"Patient","_name":[{"id":"a"}]}""", "companion-type", "Patient.name[0]")]
    [InlineData("a companion beside a datatype", """{"resourceType":"Patient","maritalStatus":{"text":"x"},"_maritalStatus":{"id":"a"}}""", "companion-type", "Patient.maritalStatus")]
    [InlineData("a companion of a resource", """{"resourceType":"Parameters","parameter":[{"name":"x","_resource":{"id":"x"}}]}""", "companion-type", "Parameters.parameter[0].resource")]
    [InlineData("an array of values for one value", """{"resourceType":"Patient","birthDate":["2001","2002"]}""", "json-array-unexpected", "Patient.birthDate[0]")]
    [InlineData("a datatype in an array", """{"resourceType":"Patient","maritalStatus":[{"text":"x"}]}""", "json-array-unexpected", "Patient.maritalStatus[0]")]
    [InlineData("a resource that does not say its type", """{"resourceType":"Parameters","parameter":[{"name":"x","resource":{"id":"x"}}]}""", "resource-type-missing", "Parameters.parameter[0].resource")]
    [InlineData("a string for a resource", """{"resourceType":"Patient","contained":["x"]}""", "element-has-value", "Patient.contained[0]")]
    [InlineData("a resource for a datatype", """{"resourceType":"Patient","managingOrganization":{"resourceType":"Organization","name":"x"}}""", "resource-misplaced", "Patient.managingOrganization")]
    [InlineData("the same name twice", """{"resourceType":"Patient","active":true,"active":false}""", "duplicate-key", "Patient.active")]
    [InlineData("an empty XML element", """<Patient xmlns="http://hl7.org/fhir"><active/></Patient>""", "empty-object", "Patient.active")]
    [InlineData("an XML element with an id alone", """<Patient xmlns="http://hl7.org/fhir"><name id="x"/></Patient>""", "element-empty", "Patient.name[0]")]
    [InlineData("an XML value on a datatype", """<Patient xmlns="http://hl7.org/fhir"><name value="x"/></Patient>""", "element-has-value", "Patient.name[0]")]
    [InlineData("an XML element inside a primitive", """<Patient xmlns="http://hl7.org/fhir"><birthDate value="2001"><x value="y"/></birthDate></Patient>""", "primitive-has-children", "Patient.birthDate.x")]
    [InlineData("XML elements out of order", """<Patient xmlns="http://hl7.org/fhir"><gender value="male"/><active value="true"/></Patient>""", "element-order", "Patient.active")]
    [InlineData("the url of an extension as an XML element", """<Patient xmlns="http://hl7.org/fhir"><extension><url value="http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor"/><valueBoolean value="true"/></extension></Patient>""", "xml-attribute", "Patient.extension.url")]
    public void A_wrong_notation_gives_one_issue(string what, string document, string code, string path)
    {
        var result = Support.Validation.Of(document);

        result.Lines().Should().ContainSingle(what);
        result.Issues[0].Code.Should().Be(code);
        result.Issues[0].Path.Should().Be(path);
    }

    [Theory]
    [InlineData("a primitive with an extension alone", """{"resourceType":"Patient","_birthDate":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"2001-01-01T00:00:00Z"}]}}""")]
    [InlineData("values and companions in step", """{"resourceType":"Patient","name":[{"given":["a",null],"_given":[null,{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor","valueBoolean":true}]}]}]}""")]
    [InlineData("an XML primitive with an extension alone", """<Patient xmlns="http://hl7.org/fhir"><birthDate><extension url="http://hl7.org/fhir/StructureDefinition/patient-birthTime"><valueDateTime value="2001-01-01T00:00:00Z"/></extension></birthDate></Patient>""")]
    [InlineData("a primitive with an id and extension in the companion", """{"resourceType":"Patient","_birthDate":{"id":"a","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-birthTime","valueDateTime":"2001-01-01T00:00:00Z"}]}}""")]
    [InlineData("a companion before its value", """{"resourceType":"Patient","_birthDate":{"id":"a"},"birthDate":"2001-01-01"}""")]
    [InlineData("companions without any value", """{"resourceType":"Patient","name":[{"_given":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor","valueBoolean":true}]}]}]}""")]
    [InlineData("a resource of nothing but its type", """{"resourceType":"Patient"}""")]
    [InlineData("an XML resource of nothing but its type", """<Patient xmlns="http://hl7.org/fhir"/>""")]
    [InlineData("an XML resource of nothing but its type, opened and closed", """<Patient xmlns="http://hl7.org/fhir"></Patient>""")]
    [InlineData("narrative", """{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">hello</div>"}}""")]
    public void A_right_notation_gives_none(string what, string document)
    {
        Support.Validation.Of(document).Lines().Should().BeEmpty(what);
    }
}
