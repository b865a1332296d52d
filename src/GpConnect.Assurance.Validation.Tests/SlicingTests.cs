using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>How the elements of a list are told apart, for each kind of discriminator and of list: what is right and what is wrong.</summary>
public sealed class SlicingTests : IDisposable
{
    private const string Snomed = "http://snomed.info/sct";
    private const string Loinc = "http://loinc.org";

    private readonly OwnDefinitions _own = new();

    public void Dispose() => _own.Dispose();

    [Theory]
    [InlineData("""{"system":"urn:a","value":"1"}""", null)]
    [InlineData("""{"system":"urn:a","value":"1"},{"system":"urn:b","value":"1"}""", null)]
    [InlineData("""{"system":"urn:b","value":"1"}""", "slice-missing Patient")]
    [InlineData("""{"system":"urn:a","value":"1"},{"system":"urn:a","value":"2"}""", "slice-repeated Patient.identifier[1]")]
    [InlineData("""{"system":"urn:a"}""", "element-missing Patient.identifier[0]")]
    public void By_value(string identifiers, string? issue)
    {
        var profile = _own.Profile("by-value", "Patient", """
            { "id": "Patient.identifier", "path": "Patient.identifier", "slicing": { "discriminator": [{ "type": "value", "path": "system" }], "rules": "open" } },
            { "id": "Patient.identifier:a", "path": "Patient.identifier", "sliceName": "a", "min": 1, "max": "1" },
            { "id": "Patient.identifier:a.system", "path": "Patient.identifier.system", "min": 1, "fixedUri": "urn:a" },
            { "id": "Patient.identifier:a.value", "path": "Patient.identifier.value", "min": 1 }
            """);

        ShouldGive(_own.Validate($$"""{"resourceType":"Patient","identifier":[{{identifiers}}]}""", profile), issue);
    }

    /// <summary>As CareConnect-BloodPressure-Observation-1 does: nothing is fixed at the path itself, but in the slices of the codings below.</summary>
    [Theory]
    [InlineData("code", "loinc 1|snomed 2", "mm", null)]
    [InlineData("code", "loinc 1|snomed 2", "cm", "value-fixed Observation.component[0].valueQuantity.unit")]
    [InlineData("code", "loinc 1", "mm", "slice-missing Observation.component[0].code")]
    [InlineData("code", "loinc 7|snomed 8", "cm", null)]
    [InlineData("code.coding", "loinc 1|snomed 2", "mm", null)]
    [InlineData("code.coding", "loinc 1|snomed 2", "cm", "value-fixed Observation.component[0].valueQuantity.unit")]
    [InlineData("code.coding", "snomed 2", "mm", "slice-missing Observation.component[0].code")]
    [InlineData("code.coding.code", "loinc 1|snomed 2", "cm", "value-fixed Observation.component[0].valueQuantity.unit")]
    [InlineData("code.coding.code", "loinc 7|snomed 8", "cm", null)]
    public void By_what_is_fixed_below_the_path_or_in_slices_on_it(string path, string codings, string unit, string? issue)
    {
        var profile = _own.Profile("below-path", "Observation", $$"""
            { "id": "Observation.component", "path": "Observation.component", "slicing": { "discriminator": [{ "type": "value", "path": "{{path}}" }], "rules": "open" } },
            { "id": "Observation.component:one", "path": "Observation.component", "sliceName": "one" },
            { "id": "Observation.component:one.code.coding", "path": "Observation.component.code.coding", "slicing": { "discriminator": [{ "type": "value", "path": "system" }], "rules": "open" } },
            { "id": "Observation.component:one.code.coding:loinc", "path": "Observation.component.code.coding", "sliceName": "loinc", "min": 1, "max": "1" },
            { "id": "Observation.component:one.code.coding:loinc.system", "path": "Observation.component.code.coding.system", "min": 1, "fixedUri": "{{Loinc}}" },
            { "id": "Observation.component:one.code.coding:loinc.code", "path": "Observation.component.code.coding.code", "min": 1, "fixedCode": "1" },
            { "id": "Observation.component:one.code.coding:snomed", "path": "Observation.component.code.coding", "sliceName": "snomed", "min": 1, "max": "1" },
            { "id": "Observation.component:one.code.coding:snomed.system", "path": "Observation.component.code.coding.system", "min": 1, "fixedUri": "urn:snomed" },
            { "id": "Observation.component:one.code.coding:snomed.code", "path": "Observation.component.code.coding.code", "min": 1, "fixedCode": "2" },
            { "id": "Observation.component:one.value[x]:valueQuantity", "path": "Observation.component.valueQuantity", "sliceName": "valueQuantity", "type": [{ "code": "Quantity" }] },
            { "id": "Observation.component:one.value[x]:valueQuantity.unit", "path": "Observation.component.valueQuantity.unit", "fixedString": "mm" }
            """);
        var list = string.Join(",", codings.Split('|').Select(coding => coding.Split(' ')).Select(parts => $$"""{"system":"{{(parts[0] == "loinc" ? Loinc : "urn:snomed")}}","code":"{{parts[1]}}"}"""));

        ShouldGive(_own.Validate($$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"component":[{"code":{"coding":[{{list}}]},"valueQuantity":{"value":1,"unit":"{{unit}}"} }]}""", profile), issue);
    }

    [Theory]
    [InlineData("""{"system":"urn:a","code":"1","display":"One"}""", "x", "value-fixed Observation.component[0].valueString")]
    [InlineData("""{"system":"urn:a","code":"1"}""", "x", "value-fixed Observation.component[0].valueString")]
    [InlineData("""{"system":"urn:a","code":"1","display":"Two"}""", "x", null)]
    [InlineData("""{"system":"urn:a","code":"2","display":"One"}""", "x", null)]
    [InlineData("""{"system":"urn:a","code":"1"}""", "right", null)]
    public void By_several_values_below_the_path_of_which_some_may_be_absent(string coding, string value, string? issue)
    {
        var profile = _own.Profile("below-path-optional", "Observation", """
            { "id": "Observation.component", "path": "Observation.component", "slicing": { "discriminator": [{ "type": "value", "path": "code" }], "rules": "open" } },
            { "id": "Observation.component:one", "path": "Observation.component", "sliceName": "one" },
            { "id": "Observation.component:one.code.coding", "path": "Observation.component.code.coding", "min": 1 },
            { "id": "Observation.component:one.code.coding.system", "path": "Observation.component.code.coding.system", "min": 1, "fixedUri": "urn:a" },
            { "id": "Observation.component:one.code.coding.code", "path": "Observation.component.code.coding.code", "min": 1, "fixedCode": "1" },
            { "id": "Observation.component:one.code.coding.display", "path": "Observation.component.code.coding.display", "fixedString": "One" },
            { "id": "Observation.component:one.value[x]:valueString", "path": "Observation.component.valueString", "sliceName": "valueString", "type": [{ "code": "string" }], "fixedString": "right" }
            """);

        ShouldGive(_own.Validate($$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"component":[{"code":{"coding":[{{coding}}]},"valueString":"{{value}}"}]}""", profile), issue);
    }

    [Theory]
    [InlineData("pattern")]
    [InlineData("value")]
    public void By_pattern(string type)
    {
        var profile = _own.Profile("by-pattern", "Patient", $$"""
            { "id": "Patient.telecom", "path": "Patient.telecom", "slicing": { "discriminator": [{ "type": "{{type}}", "path": "$this" }], "rules": "open" } },
            { "id": "Patient.telecom:workPhone", "path": "Patient.telecom", "sliceName": "workPhone", "min": 1, "max": "1", "patternContactPoint": { "system": "phone", "use": "work" } }
            """);

        ShouldGive(_own.Validate("""{"resourceType":"Patient","telecom":[{"system":"phone","value":"1","use":"home"},{"system":"phone","value":"2","use":"work"}]}""", profile), null);
        ShouldGive(_own.Validate("""{"resourceType":"Patient","telecom":[{"system":"email","value":"2","use":"work"}]}""", profile), "slice-missing Patient");
        ShouldGive(_own.Validate("""{"resourceType":"Patient","telecom":[{"system":"phone","value":"1","use":"work"},{"system":"phone","value":"2","use":"work"}]}""", profile), "slice-repeated Patient.telecom[1]");
    }

    [Fact]
    public void By_a_required_value_set()
    {
        var profile = _own.Profile("by-binding", "Patient", """
            { "id": "Patient.identifier", "path": "Patient.identifier", "slicing": { "discriminator": [{ "type": "value", "path": "type" }], "rules": "open" } },
            { "id": "Patient.identifier:gendered", "path": "Patient.identifier", "sliceName": "gendered", "max": "1" },
            { "id": "Patient.identifier:gendered.type", "path": "Patient.identifier.type", "min": 1, "binding": { "strength": "required", "valueSetReference": { "reference": "http://hl7.org/fhir/ValueSet/administrative-gender" } } }
            """);

        const string Female = """{"type":{"coding":[{"system":"http://hl7.org/fhir/administrative-gender","code":"female"}]},"value":"1"}""";
        const string Other = """{"type":{"text":"x"},"value":"1"}""";
        ShouldGive(_own.Validate($$"""{"resourceType":"Patient","identifier":[{{Female}},{{Other}},{{Other}}]}""", profile), null);
        ShouldGive(_own.Validate($$"""{"resourceType":"Patient","identifier":[{{Female}},{{Female}}]}""", profile), "slice-repeated Patient.identifier[1]");
    }

    [Theory]
    [InlineData("""{"family":"x","period":{"start":"2020"}}""", null)]
    [InlineData("""{"family":"x"}""", null)]
    [InlineData("""{"text":"x","period":{"start":"2020"}}""", "element-missing Patient.name[0]")]
    [InlineData("""{"family":"x"},{"family":"y"}""", "slice-repeated Patient.name[1]")]
    [InlineData("""{"text":"x"}""", null)]
    public void By_existence(string names, string? issue)
    {
        var profile = _own.Profile("by-existence", "Patient", """
            { "id": "Patient.name", "path": "Patient.name", "slicing": { "discriminator": [{ "type": "exists", "path": "period" }], "rules": "open" } },
            { "id": "Patient.name:dated", "path": "Patient.name", "sliceName": "dated" },
            { "id": "Patient.name:dated.period", "path": "Patient.name.period", "min": 1 },
            { "id": "Patient.name:dated.family", "path": "Patient.name.family", "min": 1 },
            { "id": "Patient.name:undated", "path": "Patient.name", "sliceName": "undated", "max": "1" },
            { "id": "Patient.name:undated.period", "path": "Patient.name.period", "max": "0" }
            """);

        ShouldGive(_own.Validate($$"""{"resourceType":"Patient","name":[{{names}}]}""", profile), issue);
    }

    [Theory]
    [InlineData("resource", """{"resourceType":"Patient","active":true}""", null)]
    [InlineData("resource", """{"resourceType":"Organization","name":"x"}""", "slice-missing Bundle")]
    public void By_resource_type(string path, string resource, string? issue)
    {
        var profile = _own.Profile("by-resource", "Bundle", $$"""
            { "id": "Bundle.entry", "path": "Bundle.entry", "slicing": { "discriminator": [{ "type": "type", "path": "{{path}}" }], "rules": "open" } },
            { "id": "Bundle.entry:patient", "path": "Bundle.entry", "sliceName": "patient", "min": 1, "max": "1" },
            { "id": "Bundle.entry:patient.resource", "path": "Bundle.entry.resource", "min": 1, "type": [{ "code": "Patient" }] }
            """);

        ShouldGive(_own.Validate($$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{resource}} }]}""", profile), issue);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","active":true}""", null)]
    [InlineData("""{"resourceType":"Practitioner","active":true}""", null)]
    [InlineData("""{"resourceType":"Organization","name":"x"}""", "resource-type Bundle.entry[0].resource")]
    [InlineData("""{"resourceType":"Patient","birthDate":"2001-02-30"}""", "value-format Bundle.entry[0].resource.birthDate")]
    public void A_place_for_resources_may_be_for_some_types_only(string resource, string? issue)
    {
        var profile = _own.Profile("two-types", "Bundle", """
            { "id": "Bundle.entry.resource", "path": "Bundle.entry.resource", "type": [{ "code": "Patient" }, { "code": "Practitioner" }] }
            """);

        ShouldGive(_own.Validate($$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{resource}} }]}""", profile), issue);
    }

    [Theory]
    [InlineData("valueQuantity", """{"value":1}""", "element-missing Observation.component[0].valueQuantity")]
    [InlineData("valueQuantity", """{"value":1,"unit":"mm"}""", null)]
    [InlineData("valueString", "\"x\"", null)]
    public void By_the_type_of_a_choice(string name, string value, string? issue)
    {
        var profile = _own.Profile("by-choice", "Observation", """
            { "id": "Observation.component", "path": "Observation.component", "slicing": { "discriminator": [{ "type": "type", "path": "value" }], "rules": "open" } },
            { "id": "Observation.component:measured", "path": "Observation.component", "sliceName": "measured" },
            { "id": "Observation.component:measured.value[x]", "path": "Observation.component.value[x]", "min": 1, "type": [{ "code": "Quantity" }] },
            { "id": "Observation.component:measured.value[x].unit", "path": "Observation.component.value[x].unit", "min": 1 }
            """);

        ShouldGive(_own.Validate($$"""{"resourceType":"Observation","status":"final","code":{"text":"x"},"component":[{"code":{"text":"y"},"{{name}}":{{value}} }]}""", profile), issue);
    }

    [Theory]
    [InlineData("Practitioner/1", null)]
    [InlineData("Organization/1", "slice-missing Patient")]
    [InlineData("#p", null)]
    [InlineData("#o", "slice-missing Patient")]
    public void By_the_type_that_a_reference_leads_to(string reference, string? issue)
    {
        var profile = _own.Profile("by-target", "Patient", """
            { "id": "Patient.generalPractitioner", "path": "Patient.generalPractitioner", "slicing": { "discriminator": [{ "type": "type", "path": "resolve()" }], "rules": "open" } },
            { "id": "Patient.generalPractitioner:doctor", "path": "Patient.generalPractitioner", "sliceName": "doctor", "min": 1, "type": [{ "code": "Reference", "targetProfile": "http://hl7.org/fhir/StructureDefinition/Practitioner" }] }
            """);
        var contained = reference switch
        {
            "#p" => """ "contained":[{"resourceType":"Practitioner","id":"p","active":true}],""",
            "#o" => """ "contained":[{"resourceType":"Organization","id":"o","name":"x"}],""",
            _ => string.Empty,
        };

        ShouldGive(_own.Validate($$"""{"resourceType":"Patient",{{contained}}"generalPractitioner":[{"reference":"{{reference}}" }]}""", profile), issue);
    }

    [Theory]
    [InlineData("#grey", null)]
    [InlineData("#nameless", "slice-missing Patient")]
    [InlineData("Practitioner/1", null)]
    [InlineData("Organization/1", "slice-missing Patient")]
    public void By_the_profile_that_the_target_of_a_reference_meets(string reference, string? issue)
    {
        var named = _own.Profile("named-practitioner", "Practitioner", """{ "id": "Practitioner.name", "path": "Practitioner.name", "min": 1 }""");
        var profile = _own.Profile("by-target-profile", "Patient", $$"""
            { "id": "Patient.generalPractitioner", "path": "Patient.generalPractitioner", "slicing": { "discriminator": [{ "type": "profile", "path": "$this.resolve()" }], "rules": "open" } },
            { "id": "Patient.generalPractitioner:doctor", "path": "Patient.generalPractitioner", "sliceName": "doctor", "min": 1, "type": [{ "code": "Reference", "targetProfile": "{{named}}" } ] }
            """);
        const string Contained = """[{"resourceType":"Practitioner","id":"grey","name":[{"family":"Grey"}]},{"resourceType":"Practitioner","id":"nameless","active":true}]""";

        var result = _own.Validate($$"""{"resourceType":"Patient","contained":{{Contained}},"generalPractitioner":[{"reference":"{{reference}}" },{"reference":"Organization/2"}]}""", profile);

        // That some contained resources are not referred to is another matter.
        result.Issues.Where(found => found.Code != IssueCode.Invariant.Code).Select(found => $"{found.Code} {found.Path}").Should().Equal(issue is null ? [] : [issue]);
    }

    [Theory]
    [InlineData("""{"resourceType":"Patient","name":[{"family":"x"}]}""", null)]
    [InlineData("""{"resourceType":"Patient","active":true}""", "slice-missing Bundle")]
    public void By_the_profile_that_a_resource_meets(string resource, string? issue)
    {
        var named = _own.Profile("named-patient", "Patient", """{ "id": "Patient.name", "path": "Patient.name", "min": 1 }""");
        var profile = _own.Profile("by-profile", "Bundle", $$"""
            { "id": "Bundle.entry", "path": "Bundle.entry", "slicing": { "discriminator": [{ "type": "profile", "path": "resource" }], "rules": "open" } },
            { "id": "Bundle.entry:named", "path": "Bundle.entry", "sliceName": "named", "min": 1 },
            { "id": "Bundle.entry:named.resource", "path": "Bundle.entry.resource", "min": 1, "type": [{ "code": "Patient", "profile": "{{named}}" } ] }
            """);

        ShouldGive(_own.Validate($$"""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{{resource}} }]}""", profile), issue);
    }

    [Theory]
    [InlineData("a", "b", null)]
    [InlineData("c", "b", "slice-missing Patient")]
    public void By_the_value_of_an_extension(string first, string second, string? issue)
    {
        var extension = _own.Profile("colour", "Extension", $$"""
            { "id": "Extension.url", "path": "Extension.url", "fixedUri": "{{OwnDefinitions.Base}}colour" },
            { "id": "Extension.value[x]", "path": "Extension.value[x]", "min": 1, "type": [{ "code": "code" }] }
            """);
        var profile = _own.Profile("by-extension", "Patient", $$"""
            { "id": "Patient.address", "path": "Patient.address", "slicing": { "discriminator": [{ "type": "value", "path": "extension('{{extension}}').value" }], "rules": "open" } },
            { "id": "Patient.address:a", "path": "Patient.address", "sliceName": "a", "min": 1 },
            { "id": "Patient.address:a.extension:colour", "path": "Patient.address.extension", "sliceName": "colour", "min": 1, "type": [{ "code": "Extension", "profile": "{{extension}}" }] },
            { "id": "Patient.address:a.extension:colour.value[x]:valueCode", "path": "Patient.address.extension.valueCode", "sliceName": "valueCode", "fixedCode": "a", "type": [{ "code": "code" }] }
            """);

        var addresses = string.Join(",", new[] { first, second }.Select(code => $$"""{"extension":[{"url":"{{extension}}","valueCode":"{{code}}"}],"text":"x"}"""));
        ShouldGive(_own.Validate($$"""{"resourceType":"Patient","address":[{{addresses}}]}""", profile), issue);
    }

    [Theory]
    [InlineData("open", false, "o b o a", null)]
    [InlineData("open", true, "o a o b", null)]
    [InlineData("open", true, "b a", "slice-order Patient.identifier[1]")]
    [InlineData("openAtEnd", false, "b a o o", null)]
    [InlineData("openAtEnd", false, "a o b", "slice-order Patient.identifier[2]")]
    [InlineData("closed", false, "b a b", null)]
    [InlineData("closed", false, "a o", "slice-unmatched Patient.identifier[1]")]
    [InlineData("closed", true, "a a b", null)]
    [InlineData("closed", true, "b b a", "slice-order Patient.identifier[2]")]
    public void What_the_list_says_of_others_and_of_order_holds(string rules, bool isOrdered, string systems, string? issue)
    {
        var profile = _own.Profile("list", "Patient", $$"""
            { "id": "Patient.identifier", "path": "Patient.identifier", "slicing": { "discriminator": [{ "type": "value", "path": "system" }], "ordered": {{(isOrdered ? "true" : "false")}}, "rules": "{{rules}}" } },
            { "id": "Patient.identifier:a", "path": "Patient.identifier", "sliceName": "a" },
            { "id": "Patient.identifier:a.system", "path": "Patient.identifier.system", "min": 1, "fixedUri": "urn:a" },
            { "id": "Patient.identifier:b", "path": "Patient.identifier", "sliceName": "b" },
            { "id": "Patient.identifier:b.system", "path": "Patient.identifier.system", "min": 1, "fixedUri": "urn:b" }
            """);
        var identifiers = string.Join(",", systems.Split(' ').Select(system => $$"""{"system":"urn:{{system}}","value":"1"}"""));

        ShouldGive(_own.Validate($$"""{"resourceType":"Patient","identifier":[{{identifiers}}]}""", profile), issue);
    }

    [Theory]
    [InlineData("a:official a:temp b:temp", null)]
    [InlineData("a:temp", "slice-missing Patient")]
    [InlineData("a:official a:official", "slice-repeated Patient.identifier[1]")]
    [InlineData("a:official b:official b:official", null)]
    [InlineData("a:official a:temp a:temp a:temp", "slice-repeated Patient.identifier[3]")]
    public void A_slice_may_be_divided_again(string identifiers, string? issue)
    {
        var profile = _own.Profile("resliced", "Patient", """
            { "id": "Patient.identifier", "path": "Patient.identifier", "slicing": { "discriminator": [{ "type": "value", "path": "system" }], "rules": "open" } },
            { "id": "Patient.identifier:a", "path": "Patient.identifier", "sliceName": "a", "max": "3", "slicing": { "discriminator": [{ "type": "value", "path": "use" }], "rules": "open" } },
            { "id": "Patient.identifier:a.system", "path": "Patient.identifier.system", "min": 1, "fixedUri": "urn:a" },
            { "id": "Patient.identifier:a/official", "path": "Patient.identifier", "sliceName": "a/official", "min": 1, "max": "1" },
            { "id": "Patient.identifier:a/official.use", "path": "Patient.identifier.use", "min": 1, "fixedCode": "official" }
            """);
        var list = string.Join(",", identifiers.Split(' ').Select(one => one.Split(':')).Select(one => $$"""{"use":"{{one[1]}}","system":"urn:{{one[0]}}","value":"1"}"""));

        ShouldGive(_own.Validate($$"""{"resourceType":"Patient","identifier":[{{list}}]}""", profile), issue);
    }

    [Theory]
    [InlineData("""{ "id": "Observation.value[x]:valueQuantity", "path": "Observation.value[x]", "sliceName": "valueQuantity", "type": [{ "code": "Quantity" }] }, { "id": "Observation.value[x]:valueQuantity.unit", "path": "Observation.value[x].unit", "min": 1 }""")]
    [InlineData("""{ "id": "Observation.value[x]:valueQuantity", "path": "Observation.valueQuantity", "sliceName": "valueQuantity", "type": [{ "code": "Quantity" }] }, { "id": "Observation.value[x]:valueQuantity.unit", "path": "Observation.valueQuantity.unit", "min": 1 }""")]
    [InlineData("""{ "id": "Observation.valueQuantity", "path": "Observation.valueQuantity", "type": [{ "code": "Quantity" }] }, { "id": "Observation.valueQuantity.unit", "path": "Observation.valueQuantity.unit", "min": 1 }""")]
    [InlineData("""{ "path": "Observation.valueQuantity", "sliceName": "valueQuantity", "type": [{ "code": "Quantity" }] }, { "path": "Observation.valueQuantity.unit", "min": 1 }""")]
    [InlineData("""{ "id": "Observation.value[x]:measured", "path": "Observation.value[x]", "sliceName": "measured", "type": [{ "code": "Quantity" }] }, { "id": "Observation.value[x]:measured.unit", "path": "Observation.value[x].unit", "min": 1 }""")]
    public void A_type_slice_may_be_spelled_in_each_of_the_ways_in_use(string elements)
    {
        const string Start = """{"resourceType":"Observation","status":"final","code":{"text":"x"},""";
        var open = _own.Profile("type-slice-open", "Observation", """{ "id": "Observation.value[x]", "path": "Observation.value[x]", "slicing": { "discriminator": [{ "type": "type", "path": "$this" }], "rules": "open" } }, """ + elements);
        var alone = _own.Profile("type-slice-alone", "Observation", elements);

        foreach (var profile in new[] { open, alone })
        {
            ShouldGive(_own.Validate(Start + """ "valueQuantity":{"value":1,"unit":"kg"}}""", profile), null);
            ShouldGive(_own.Validate(Start + """ "valueQuantity":{"value":1}}""", profile), "element-missing Observation.valueQuantity");
        }

        ShouldGive(_own.Validate(Start + """ "valueString":"x"}""", open), null);
        ShouldGive(_own.Validate(Start + """ "valueString":"x"}""", alone), "type-not-allowed Observation.valueString");
        _own.Store.Findings.Where(finding => finding.Definition.StartsWith(OwnDefinitions.Base, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void A_slice_that_fixes_nothing_is_a_finding_about_its_definition_and_no_fault_of_a_document()
    {
        var profile = _own.Profile("fixes-nothing", "Patient", $$"""
            { "id": "Patient.identifier", "path": "Patient.identifier", "slicing": { "discriminator": [{ "type": "value", "path": "system" }], "rules": "open" } },
            { "id": "Patient.identifier:a", "path": "Patient.identifier", "sliceName": "a", "min": 1 },
            { "id": "Patient.identifier:b", "path": "Patient.identifier", "sliceName": "b", "max": "1" },
            { "id": "Patient.identifier:b.system", "path": "Patient.identifier.system", "min": 1, "fixedUri": "{{Snomed}}" }
            """);

        ShouldGive(_own.Validate("""{"resourceType":"Patient","identifier":[{"system":"urn:x","value":"1"}]}""", profile), null);
        _own.Store.Findings.Should().ContainSingle(finding => finding.Definition == profile && finding.Element == "Patient.identifier:a");
    }

    private static void ShouldGive(ValidationResult result, string? issue) =>
        result.Issues.Select(found => $"{found.Code} {found.Path}").Should().Equal(issue is null ? [] : [issue]);
}
