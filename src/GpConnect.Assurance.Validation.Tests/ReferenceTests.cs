using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>References inside a Bundle: what they point to is found and judged.</summary>
public class ReferenceTests
{
    private const string Uuid = "urn:uuid:c757873d-ec9a-4326-a141-556f43239520";
    private static readonly ValidationOptions NoneDangling = new() { DanglingReferences = IssueSeverity.Error };

    [Theory]
    [InlineData("Organization/7", FhirFormat.Json)]
    [InlineData("Organization/7", FhirFormat.Xml)]
    [InlineData("Organization/7/_history/1", FhirFormat.Json)]
    [InlineData(Uuid, FhirFormat.Json)]
    public void A_resource_of_the_Bundle_is_found_by_type_and_id_and_by_fullUrl(string reference, FhirFormat format)
    {
        Support.Validation.Of(BundleWith(reference, Organization()), format, NoneDangling).ShouldBeClean();
    }

    [Theory]
    [InlineData("Organization/8")]
    [InlineData("organization/7")]
    [InlineData("urn:uuid:00000000-ec9a-4326-a141-556f43239520")]
    [InlineData("https://example.org/fhir/Organization/7")]
    public void A_reference_out_of_the_Bundle_is_reported_when_the_caller_asks(string reference)
    {
        var bundle = BundleWith(reference, Organization());

        var result = Support.Validation.Of(bundle, options: NoneDangling);

        result.ShouldHaveOnly(reference.StartsWith('o') ? IssueCode.ReferenceForm : IssueCode.ReferenceDangling, "Bundle.entry[0].resource.managingOrganization.reference");
    }

    [Fact]
    public void A_reference_out_of_the_Bundle_is_not_looked_at_otherwise()
    {
        Support.Validation.Of(BundleWith("Organization/8", Organization())).ShouldBeClean();
    }

    [Fact]
    public void The_type_of_what_a_urn_points_to_is_checked()
    {
        var location = new JsonObject { ["resourceType"] = "Location", ["id"] = "7" };

        Support.Validation.Of(BundleWith(Uuid, location)).ShouldHaveOnly(IssueCode.ReferenceType, "Bundle.entry[0].resource.managingOrganization.reference");
    }

    [Fact]
    public void A_target_without_profile_must_meet_the_profile_that_the_reference_asks_for()
    {
        var nameless = new JsonObject { ["resourceType"] = "Organization", ["id"] = "7", ["identifier"] = new JsonArray(new JsonObject { ["value"] = "x" }) };

        var result = Support.Validation.Of(BundleWith("Organization/7", nameless));

        result.ShouldHaveOnly(IssueCode.ReferenceProfile, "Bundle.entry[0].resource.managingOrganization.reference");
        result.IsValid.Should().BeFalse();
    }

    [Fact]
    public void A_target_of_another_profile_is_a_warning()
    {
        var nameless = new JsonObject
        {
            ["resourceType"] = "Organization",
            ["id"] = "7",
            ["meta"] = new JsonObject { ["profile"] = new JsonArray("https://fhir.hl7.org.uk/STU3/StructureDefinition/CareConnect-Organization-1") },
            ["identifier"] = new JsonArray(new JsonObject { ["value"] = "x" }),
        };

        var result = Support.Validation.Of(BundleWith("Organization/7", nameless));

        result.ShouldHaveOnly(IssueCode.ReferenceProfile, "Bundle.entry[0].resource.managingOrganization.reference");
        result.IsValid.Should().BeTrue();
    }

    [Fact]
    public void A_fault_of_the_target_is_reported_once_in_its_own_place()
    {
        var faulty = Organization();
        faulty["active"] = "perhaps";

        Support.Validation.Of(BundleWith("Organization/7", faulty)).ShouldHaveOnly(IssueCode.JsonKind, "Bundle.entry[1].resource.active");
    }

    [Fact]
    public void Resources_that_refer_to_each_other_do_not_loop()
    {
        var organization = Organization();
        organization["partOf"] = new JsonObject { ["reference"] = "Organization/7" };

        Support.Validation.Of(BundleWith("Organization/7", organization), options: NoneDangling).ShouldBeClean();
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Patient")]
    [InlineData("/Organization/7")]
    public void A_reference_that_points_nowhere_by_its_form_is_an_error(string reference)
    {
        Support.Validation.Of(BundleWith(reference, Organization())).ShouldHaveOnly(IssueCode.ReferenceForm, "Bundle.entry[0].resource.managingOrganization.reference");
    }

    private static JsonObject Organization() => new() { ["resourceType"] = "Organization", ["id"] = "7", ["name"] = "A practice" };

    private static JsonObject BundleWith(string reference, JsonObject target)
    {
        var patient = Samples.Patient().With(p => p.Delete("generalPractitioner"));
        patient.Set("managingOrganization.reference", reference);
        return new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = "collection",
            ["entry"] = new JsonArray(
                new JsonObject { ["fullUrl"] = "urn:uuid:11111111-ec9a-4326-a141-556f43239520", ["resource"] = patient },
                new JsonObject { ["fullUrl"] = Uuid, ["resource"] = target }),
        };
    }
}
