using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

public class ValidationOptionsTests
{
    private const string PatientProfile = Profiles.Nhs + "CareConnect-GPC-Patient-1";

    [Fact]
    public void A_profile_named_by_the_caller_is_applied_to_the_root_though_it_is_not_claimed()
    {
        var patient = Unclaimed();
        patient.Delete("name[0].family");

        Support.Validation.Of(patient).ShouldBeClean();
        Support.Validation.Of(patient, options: new ValidationOptions { Profiles = [PatientProfile] }).ShouldHaveOnly(IssueCode.ElementMissing, "Patient.name[0]");
    }

    [Fact]
    public void A_profile_named_for_another_type_is_one_issue()
    {
        var options = new ValidationOptions { Profiles = [Profiles.Nhs + "GPConnect-Slot-1"] };

        Support.Validation.Of(Samples.Patient(), options: options).ShouldHaveOnly(IssueCode.ResourceType, "Patient");
    }

    [Fact]
    public void A_profile_named_by_type_is_applied_to_every_resource_of_the_type()
    {
        var bundle = Samples.SearchsetBundle();
        bundle.Delete("entry[0].resource.meta");
        bundle.Delete("entry[0].resource.name[0].family");
        var options = new ValidationOptions { ProfileByType = new Dictionary<string, string> { ["Patient"] = PatientProfile } };

        Support.Validation.Of(bundle, options: options).ShouldHaveOnly(IssueCode.ElementMissing, "Bundle.entry[0].resource.name[0]");
    }

    [Fact]
    public void A_profile_can_be_required_of_every_resource_but_contained_ones()
    {
        var options = new ValidationOptions { RequireProfile = true };

        Support.Validation.Of(Samples.Appointment(), options: options).ShouldBeClean();
        Support.Validation.Of(Unclaimed(), options: options).ShouldHaveOnly(IssueCode.ProfileMissing, "Patient");
    }

    [Fact]
    public void A_profile_that_is_not_carried_cannot_be_asked_for()
    {
        var act = () => Support.Validation.Of(Samples.Patient(), options: new ValidationOptions { Profiles = ["https://example.org/none"] });

        act.Should().Throw<DefinitionException>().WithMessage("The profile https://example.org/none is not among the definitions.");
    }

    [Fact]
    public void Issues_beyond_the_maximum_are_counted_in_one_closing_issue()
    {
        var patient = Samples.Patient();
        for (var i = 0; i < 10; i++)
        {
            patient[$"unknown{i}"] = i;
        }

        var result = Support.Validation.Of(patient, options: new ValidationOptions { MaxIssues = 4 });

        result.Issues.Should().HaveCount(5);
        result.Issues[^1].Code.Should().Be(IssueCode.TooManyIssues.Code);
        result.Issues[^1].Message.Should().Be("6 more faults are not listed.");
    }

    [Fact]
    public void Remarks_beyond_the_maximum_make_no_document_invalid_and_hide_no_error()
    {
        var observation = Samples.Observation();
        observation["extension"] = new JsonArray([.. Enumerable.Range(0, 10).Select(i => new JsonObject { ["url"] = $"https://example.org/unknown{i}", ["valueCode"] = "a" })]);

        Support.Validation.Of(observation, options: new ValidationOptions { MaxIssues = 4 }).IsValid.Should().BeTrue();
        observation["unknown"] = 1;

        var faulty = Support.Validation.Of(observation, options: new ValidationOptions { MaxIssues = 4 });

        faulty.Issues.Should().Contain(issue => issue.Code == IssueCode.ElementUnknown.Code);
        faulty.Issues[^1].Severity.Should().Be(IssueSeverity.Information);
    }

    [Fact]
    public void A_document_that_cannot_be_read_gives_its_reading_issues()
    {
        var result = Support.Validation.Of("""{ "resourceType": "Patient", """);

        result.IsValid.Should().BeFalse();
        result.Issues.Should().ContainSingle().Which.Code.Should().Be(ReadingIssueCodes.JsonSyntax);
    }

    [Fact]
    public void A_validator_is_safe_to_share_between_threads()
    {
        var validator = new ProfileValidator(DefinitionStore.Open(Profiles.Folder));
        var good = FhirJsonWriter.Write(Samples.SearchsetBundle());
        var bad = FhirXmlWriter.Write(Samples.Observation().With(o => o.Set("status", "nope")));

        var counts = Enumerable.Range(0, 64).AsParallel().WithDegreeOfParallelism(8)
            .Select(i => validator.Validate(FhirReader.Read(i % 2 == 0 ? good : bad, i % 2 == 0 ? FhirFormat.Json : FhirFormat.Xml)).Issues.Count == i % 2);

        counts.Should().AllBeEquivalentTo(true);
    }

    private static JsonObject Unclaimed() => Samples.Patient().With(patient => patient.Delete("meta"));
}
