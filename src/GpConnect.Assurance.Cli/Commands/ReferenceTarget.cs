using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.TestData;
using GpConnect.Assurance.ReferenceProvider;
using TestPatient = GpConnect.Assurance.Harness.TestData.TestPatient;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The mapping that the reference provider brings, put into the harness's terms.</summary>
internal static class ReferenceTarget
{
    public static TargetSettings Settings(TargetSettings settings, ProviderTestData provider) => settings with
    {
        Roots = new ServiceRoots { Foundations = provider.BaseUrl.ToString().TrimEnd('/') },
        ProviderAsid = provider.Asid,
        OdsCode = provider.OdsCode,
        TestData = new TestDataMap
        {
            Patients = provider.Patients.ToDictionary(p => p.Key, p => new TestPatient(p.Value.NhsNumber) { Expected = Expected(p.Value) }),
            Practitioners = provider.Practitioners.ToDictionary(p => p.Key, p => new Harness.TestData.TestPractitioner(p.Value.SdsUserId)),
            Organizations = provider.Organizations.ToDictionary(o => o.Key, o => new Harness.TestData.TestOrganization(o.Value.OdsCode)),
            Locations = provider.Locations.ToDictionary(l => l.Key, l => new Harness.TestData.TestLocation(l.Value.LogicalId)),
        },
    };

    /// <summary>The logical id is among what is known, for patients whom no search finds.</summary>
    private static Dictionary<string, string> Expected(ReferenceProvider.TestPatient patient)
    {
        var expected = new Dictionary<string, string>(patient.Expected);
        if (patient.LogicalId is { } id)
        {
            expected["id"] = id;
        }

        return expected;
    }
}
