using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>Parameters resources against the definitions of GP Connect's operations.</summary>
public class OperationTests
{
    private const string Definition = "https://fhir.nhs.uk/STU3/OperationDefinition/";
    private const string NhsNumber = """{"name":"patientNHSNumber","valueIdentifier":{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9476719931"}}""";

    [Theory]
    [InlineData(NhsNumber)]
    [InlineData(NhsNumber + """,{"name":"includeProblems"}""")]
    [InlineData(NhsNumber + """,{"name":"includeAllergies","part":[{"name":"includeResolvedAllergies","valueBoolean":false}]}""")]
    [InlineData(NhsNumber + """,{"name":"includeProblems","part":[{"name":"filterStatus","valueCode":"active"}]}""")]
    [InlineData(NhsNumber + """,{"name":"includeMedication","part":[{"name":"includePrescriptionIssues","valueBoolean":true},{"name":"medicationSearchFromDate","valueDate":"2020-01-01"}]}""")]
    public void The_parameters_of_the_operation_are_right(string parameters)
    {
        Of(parameters, "$gpc.getstructuredrecord").ShouldBeClean();
    }

    [Theory]
    [InlineData("""{"name":"includeProblems"}""", "parameter-missing", "Parameters")]
    [InlineData(NhsNumber + "," + NhsNumber, "parameter-repeated", "Parameters.parameter[1]")]
    [InlineData(NhsNumber + """,{"name":"includeGenomics"}""", "parameter-unknown", "Parameters.parameter[1]")]
    [InlineData("""{"name":"patientNHSNumber","valueString":"9476719931"}""", "parameter-type", "Parameters.parameter[0].valueString")]
    [InlineData("""{"name":"patientNHSNumber"}""", "parameter-type", "Parameters.parameter[0]")]
    [InlineData(NhsNumber + """,{"name":"includeAllergies"}""", "parameter-missing", "Parameters.parameter[1]")]
    [InlineData(NhsNumber + """,{"name":"includeAllergies","part":[{"name":"includeResolvedAllergies","valueString":"yes"}]}""", "parameter-type", "Parameters.parameter[1].part[0].valueString")]
    [InlineData(NhsNumber + """,{"name":"includeProblems","valueBoolean":true}""", "parameter-type", "Parameters.parameter[1].valueBoolean")]
    [InlineData(NhsNumber + """,{"name":"includeProblems","part":[{"name":"filterSignificance","valueCode":"major"}]}""", "parameter-unknown", "Parameters.parameter[1].part[0]")]
    [InlineData(NhsNumber + """,{"name":"includeProblems","part":[{"name":"filterStatus","valueCode":"sometimes"}]}""", "code-not-in-value-set", "Parameters.parameter[1].part[0].valueCode")]
    public void What_breaks_the_definition_is_one_issue(string parameters, string code, string path)
    {
        var result = Of(parameters, Definition + "GPConnect-GetStructuredRecord-Operation-1");

        result.Lines().Should().ContainSingle();
        result.Issues[0].Should().BeEquivalentTo(new { Code = code, Path = path, Profile = Definition + "GPConnect-GetStructuredRecord-Operation-1" });
    }

    [Fact]
    public void A_request_that_claims_the_definition_is_held_against_it()
    {
        Support.Validation.Of(Samples.Parameters()).ShouldBeClean();
        Support.Validation.Of(Samples.Parameters().With(parameters => parameters.Set("parameter[1].name", "includeGenomics"))).ShouldHaveOnly(IssueCode.ParameterUnknown, "Parameters.parameter[1]");
    }

    [Fact]
    public void Without_a_claim_or_a_demand_no_operation_is_asked_for()
    {
        Support.Validation.Of("""{"resourceType":"Parameters","parameter":[{"name":"includeGenomics"}]}""").ShouldBeClean();
    }

    [Fact]
    public void A_resource_must_have_the_type_and_meet_the_profile_that_the_operation_names()
    {
        var patient = Samples.Patient().With(sample => sample.Delete("meta"));

        Register(patient.ToJsonString()).ShouldBeClean();
        Register(patient.With(sample => sample.Delete("name[0].family")).ToJsonString()).ShouldHaveOnly(IssueCode.ElementMissing, "Parameters.parameter[0].resource.name[0]");
        Register("""{"resourceType":"Practitioner","active":true}""").ShouldHaveOnly(IssueCode.ParameterType, "Parameters.parameter[0].resource");
    }

    [Fact]
    public void A_request_to_migrate_a_record_must_say_whether_sensitive_information_is_included()
    {
        Of(NhsNumber + """,{"name":"includeFullRecord","part":[{"name":"includeSensitiveInformation","valueBoolean":true}]}""", "$gpc.migratestructuredrecord").ShouldBeClean();
        Of(NhsNumber + """,{"name":"includeFullRecord"}""", "$gpc.migratestructuredrecord").ShouldHaveOnly(IssueCode.ParameterMissing, "Parameters.parameter[1]");
    }

    [Fact]
    public void The_response_has_parameters_of_its_own()
    {
        const string Bundle = """{"resourceType":"Parameters","parameter":[{"name":"response","resource":{"resourceType":"Binary","contentType":"text/plain","content":"YQ=="}}]}""";
        var options = new ValidationOptions { Operation = new RequiredOperation("$gpc.registerpatient", ParameterUse.Out) };

        Support.Validation.Of(Bundle, options).ShouldHaveOnly(IssueCode.ParameterType, "Parameters.parameter[0].resource");
        Support.Validation.Of(Bundle, options with { Operation = new RequiredOperation("$gpc.registerpatient") }).Issues.Select(issue => issue.Code)
            .Should().BeEquivalentTo(IssueCode.ParameterMissing.Code, IssueCode.ParameterUnknown.Code);
    }

    [Fact]
    public void The_operation_of_DSTU2_is_known_too()
    {
        const string Section = """{"name":"recordSection","valueCodeableConcept":{"coding":[{"system":"http://fhir.nhs.net/ValueSet/gpconnect-record-section-1","code":"CODE"}]}}""";
        var number = NhsNumber.Replace("https://fhir.nhs.uk", "http://fhir.nhs.net", StringComparison.Ordinal);

        Of(number + "," + Section.Replace("CODE", "ENC", StringComparison.Ordinal), "$gpc.getcarerecord").ShouldBeClean();
        Of(number + "," + Section.Replace("CODE", "XYZ", StringComparison.Ordinal), "$gpc.getcarerecord").ShouldHaveOnly(IssueCode.CodeNotInValueSet, "Parameters.parameter[1].valueCodeableConcept");
        Of(number, "$gpc.getcarerecord").ShouldHaveOnly(IssueCode.ParameterMissing, "Parameters");
    }

    [Fact]
    public void Another_resource_holds_no_parameters()
    {
        Support.Validation.Of("""{"resourceType":"Patient","active":true}""", new ValidationOptions { Operation = new RequiredOperation("$gpc.registerpatient") })
            .ShouldHaveOnly(IssueCode.ResourceType, "Patient");
    }

    [Fact]
    public void An_operation_that_is_not_carried_cannot_be_asked_for()
    {
        var act = () => Of(NhsNumber, "$gpc.other");

        act.Should().Throw<DefinitionException>().WithMessage("The operation $gpc.other is not among the definitions.");
    }

    private static ValidationResult Register(string resource) => Of($$"""{"name":"registerPatient","resource":{{resource}} }""", "$gpc.registerpatient");

    private static ValidationResult Of(string parameters, string operation) =>
        Support.Validation.Of($$"""{"resourceType":"Parameters","parameter":[{{parameters}}]}""", new ValidationOptions { Operation = new RequiredOperation(operation) });
}
