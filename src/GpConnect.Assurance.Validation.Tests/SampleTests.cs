using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>The right twin of every wrong instance: what the fault tests start from is valid.</summary>
public class SampleTests
{
    public static TheoryData<string, FhirFormat> Resources()
    {
        var data = new TheoryData<string, FhirFormat>();
        foreach (var name in All.Keys)
        {
            data.Add(name, FhirFormat.Json);
            data.Add(name, FhirFormat.Xml);
        }

        return data;
    }

    private static readonly Dictionary<string, Func<JsonObject>> All = new()
    {
        ["Patient"] = Samples.Patient,
        ["OperationOutcome"] = Samples.OperationOutcome,
        ["Bundle"] = Samples.SearchsetBundle,
        ["Appointment"] = Samples.Appointment,
        ["Observation"] = Samples.Observation,
        ["Parameters"] = Samples.Parameters,
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_conforming_resource_has_no_issues(string name, FhirFormat format)
    {
        Support.Validation.Of(All[name](), format).ShouldBeClean();
    }

    [Fact]
    public void The_profiles_applied_are_listed()
    {
        Support.Validation.Of(Samples.SearchsetBundle()).ProfilesApplied.Should().BeEquivalentTo(
            Profiles.Nhs + "GPConnect-Searchset-Bundle-1",
            Profiles.Nhs + "CareConnect-GPC-Patient-1",
            Profiles.Nhs + "Extension-CareConnect-GPC-RegistrationDetails-1",
            Profiles.Nhs + "Extension-CareConnect-GPC-NHSNumberVerificationStatus-1");
    }
}
