using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>Resources of Access Record HTML are judged by DSTU2 and the 0.7 profiles. The right twin of each is the worked example itself.</summary>
public class Dstu2Tests
{
    private const string GpConnect = "http://fhir.nhs.net/StructureDefinition/";

    private static readonly string[] KnownDefects =
    [
        "gpconnect-location-1#Location.identifier",
        "gpconnect-operationoutcome-1#OperationOutcome.issue.code",
        "gpconnect-practitioner-1#Practitioner.identifier:SDS Role Profile ID",
        "gpconnect-searchset-bundle-1#Bundle.signature",
        "sds-job-role-name-1#",
    ];

    private static readonly Fault[] Faults =
    [
        new("a section of another code", Record, b => b.Set("entry[0].resource.section[0].code.coding[0].code", "XYZ"), IssueCode.SliceUnmatched, "Bundle.entry[0].resource.section[0]"),
        new("a section without title", Record, b => b.Delete("entry[0].resource.section[0].title"), IssueCode.ElementMissing, "Bundle.entry[0].resource.section[0]"),
        new("a Bundle with a total", Record, b => b.InsertAfter("type", "total", 5), IssueCode.ElementProhibited, "Bundle.total"),
        new("another type of Bundle", Record, b => b.Set("type", "collection"), IssueCode.ValueFixed, "Bundle.type"),
        new Fault("an element that came with STU3", Record, b => b.Set("entry[0].resource.relatesTo", new JsonArray(new JsonObject { ["code"] = "replaces" })), IssueCode.ElementUnknown, "Bundle.entry[0].resource.relatesTo[0]") with { IsJsonOnly = true },
        new Fault("a family name as STU3 has it", Record, b => b.Set(Patient(b, "name[0].family"), "Smith"), IssueCode.JsonArrayMissing, "Bundle.entry[1].resource.name[0].family") with { IsJsonOnly = true },
        new("an NHS number with a wrong check digit", Record, b => b.Set(Patient(b, "identifier[0].value"), "9990041280"), IssueCode.IdentifierForm, "Bundle.entry[1].resource.identifier[0].value"),
        new("a code outside a value set with codes of its own", Record, b => b.Set("entry[0].resource.status", "complete"), IssueCode.ValueFixed, "Bundle.entry[0].resource.status"),
        new("a code outside a required value set", Outcome, o => o.Set("issue[0].severity", "grave"), IssueCode.CodeNotInValueSet, "OperationOutcome.issue[0].severity"),
        new("an outcome without details", Outcome, o => o.Delete("issue[0].details"), IssueCode.ElementMissing, "OperationOutcome.issue[0]"),
        new("a contact without name, telecom, address and organisation", () => Claiming("Patient", "gpconnect-patient-1").With(p => p.Set("contact", new JsonArray(new JsonObject { ["gender"] = "male" }))), _ => { }, IssueCode.Invariant, "Patient.contact[0]"),
        new("a resource type of STU3 alone", () => Claiming("CapabilityStatement", "gpconnect-patient-1"), _ => { }, IssueCode.ResourceUnknown, "CapabilityStatement"),
    ];

    public static TheoryData<string, FhirFormat> Names()
    {
        var data = new TheoryData<string, FhirFormat>();
        foreach (var fault in Faults)
        {
            data.Add(fault.Name, FhirFormat.Json);
            if (!fault.IsJsonOnly)
            {
                data.Add(fault.Name, FhirFormat.Xml);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_gives_one_issue_at_its_place(string name, FhirFormat format)
    {
        var fault = Faults.Single(candidate => candidate.Name == name);

        var issues = Support.Validation.Of(fault.BrokenResource(), format).Issues.Where(issue => issue.Severity == IssueSeverity.Error && issue.Code != IssueCode.ElementOrder.Code).ToList();

        issues.Select(issue => IssueText.Line(issue, "document")).Should().ContainSingle();
        issues[0].Code.Should().Be(fault.Code.Code);
        issues[0].Path.Should().Be(fault.Path);
    }

    [Fact]
    public void Every_definition_compiles_and_the_defects_of_the_published_ones_are_found()
    {
        var store = DefinitionStore.Open(Profiles.Folder).OfVersion(FhirVersion.Dstu2)!;

        store.CompileAll();

        store.Version.Should().Be(FhirVersion.Dstu2);
        store.Findings.Select(finding => $"{finding.Definition[(finding.Definition.LastIndexOf('/') + 1)..]}#{finding.Element}").Should().BeEquivalentTo(KnownDefects);
    }

    [Fact]
    public void A_document_tells_its_release_by_the_profiles_it_claims()
    {
        Support.Validation.Of(Record()).ProfilesApplied.Should().Contain(GpConnect + "gpconnect-carerecord-composition-1").And.Contain(GpConnect + "gpconnect-patient-1");
        Support.Validation.Of(Record().With(bundle => bundle.Delete("meta"))).ProfilesApplied.Should().Contain(GpConnect + "gpconnect-carerecord-composition-1");
        Support.Validation.Of(Samples.SearchsetBundle()).ProfilesApplied.Should().Contain(Profiles.Nhs + "CareConnect-GPC-Patient-1");
    }

    [Fact]
    public void A_document_without_profiles_tells_it_by_its_systems_or_by_a_type_that_one_release_has()
    {
        const string Part = """{"resourceType":"Parameters","parameter":[{"name":"a","valueIdentifier":{"system":"SYSTEM","value":"1","type":{"coding":[{"code":"PPN","system":"http://hl7.org/fhir/identifier-type"}]}}}]}""";

        Support.Validation.Of("""{"resourceType":"Conformance","status":"draft"}""").Issues.Should().Contain(issue => issue.Element == "Conformance.date");
        Support.Validation.Of(Part.Replace("SYSTEM", "http://fhir.nhs.net/Id/x", StringComparison.Ordinal)).IsValid.Should().BeTrue();
        Support.Validation.Of(Part.Replace("SYSTEM", "https://fhir.nhs.uk/Id/x", StringComparison.Ordinal)).IsValid.Should().BeTrue();
    }

    [Fact]
    public void The_caller_may_say_which_release_it_is()
    {
        const string Named = """{"resourceType":"Patient","name":[{"family":"Smith"}]}""";

        Support.Validation.Of(Named).ShouldBeClean();
        Support.Validation.Of(Named, new ValidationOptions { Version = FhirVersion.Dstu2 }).ShouldHaveOnly(IssueCode.JsonArrayMissing, "Patient.name[0].family");
        Support.Validation.Of(Named, new ValidationOptions { Profiles = [GpConnect + "gpconnect-patient-1"] }).Issues.Should().Contain(issue => issue.Code == IssueCode.JsonArrayMissing.Code);
    }

    [Fact]
    public void A_release_that_the_caller_names_holds_whatever_the_document_claims()
    {
        var result = Support.Validation.Of(Record(), options: new ValidationOptions { Version = FhirVersion.Stu3 });

        result.ProfilesApplied.Should().NotContain(profile => profile.StartsWith(GpConnect, StringComparison.Ordinal));
        result.Issues.Should().Contain(issue => issue.Code == IssueCode.ProfileUnknown.Code && issue.Path == "Bundle.meta.profile[0]");
    }

    [Fact]
    public void Comments_in_JSON_are_DSTU2_s_own()
    {
        const string Commented = """{"resourceType":"Patient","fhir_comments":["a comment"],"active":true}""";

        Support.Validation.Of(Commented, new ValidationOptions { Version = FhirVersion.Dstu2 }).ShouldBeClean();
        Support.Validation.Of(Commented).Issues.Should().Contain(issue => issue.Code == IssueCode.ElementUnknown.Code);
    }

    [Fact]
    public void Without_definitions_of_DSTU2_a_document_is_judged_by_STU3()
    {
        DefinitionStore.Open(Path.Combine(Profiles.Folder, "stu3")).OfVersion(FhirVersion.Dstu2).Should().BeNull();
    }

    private static JsonObject Record() => Example("html-2.json");

    private static JsonObject Outcome() => Example("html-3.json");

    private static JsonObject Example(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "WorkedExamples", file)))!.AsObject();

    private static JsonObject Claiming(string type, string profile) => new()
    {
        ["resourceType"] = type,
        ["meta"] = new JsonObject { ["profile"] = new JsonArray(GpConnect + profile) },
        ["identifier"] = new JsonArray(new JsonObject { ["system"] = "http://fhir.nhs.net/Id/nhs-number", ["value"] = "9990041288" }),
    };

    private static string Patient(JsonObject bundle, string path)
    {
        var index = bundle["entry"]!.AsArray().ToList().FindIndex(entry => (string?)entry!["resource"]!["resourceType"] == "Patient");
        return $"entry[{index}].resource.{path}";
    }
}
