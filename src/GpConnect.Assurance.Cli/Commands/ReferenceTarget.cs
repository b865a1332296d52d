using System.Globalization;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.TestData;
using GpConnect.Assurance.ReferenceProvider;
using TestPatient = GpConnect.Assurance.Harness.TestData.TestPatient;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The mapping that the reference provider brings, put into the harness's terms.</summary>
internal static class ReferenceTarget
{
    /// <param name="settings">What else is configured.</param>
    /// <param name="provider">The provider's mapping.</param>
    /// <param name="tls">How it is connected to; null for what is configured.</param>
    public static TargetSettings Settings(TargetSettings settings, ProviderTestData provider, TlsSettings? tls = null) => settings with
    {
        Tls = tls ?? settings.Tls,
        Roots = new ServiceRoots { Foundations = provider.BaseUrl.ToString().TrimEnd('/'), FoundationsEndsWithSlash = provider.BaseUrl.ToString().EndsWith('/') },
        ProviderAsid = provider.Asid,
        OdsCode = provider.OdsCode,
        TestData = new TestDataMap
        {
            Patients = Patients(provider),
            Practitioners = provider.Practitioners.ToDictionary(p => p.Key, p => new Harness.TestData.TestPractitioner(p.Value.SdsUserId) { Expected = p.Value.Expected }),
            Organizations = provider.Organizations.ToDictionary(o => o.Key, o => new Harness.TestData.TestOrganization(o.Value.OdsCode) { Expected = o.Value.Expected }),
            Locations = provider.Locations.ToDictionary(l => l.Key, l => new Harness.TestData.TestLocation(l.Value.LogicalId) { Expected = l.Value.Expected }),
            Slots = provider.Slots.ToDictionary(s => s.Key, s => new Harness.TestData.TestSlot(s.Value.ServiceType) { Expected = s.Value.Expected }),
            Appointments = provider.Appointments.ToDictionary(a => a.Key, a => new Harness.TestData.TestAppointment(a.Value.Id) { Expected = a.Value.Expected }),
            Practices = new Dictionary<string, TestPractice> { ["appointments-off"] = new(provider.WithoutAppointments.ToString().TrimEnd('/')) },
        },
    };

    /// <summary>By role; patients who can be registered once are numbered from 1.</summary>
    private static Dictionary<string, TestPatient> Patients(ProviderTestData provider) =>
        provider.Patients.Select(patient => (Role: patient.Key, patient.Value))
            .Concat(Numbered("unregistered", provider.Unregistered))
            .Concat(Numbered("lapsed", provider.Lapsed))
            .ToDictionary(patient => patient.Role, patient => new TestPatient(patient.Value.NhsNumber) { Expected = Expected(patient.Value) });

    private static IEnumerable<(string Role, ReferenceProvider.TestPatient Value)> Numbered(string role, IEnumerable<ReferenceProvider.TestPatient> patients) =>
        patients.Select((patient, index) => ($"{role}-{index + 1}", patient));

    /// <summary>The logical id is among what is known, for patients whom no search finds.</summary>
    private static Dictionary<string, string> Expected(ReferenceProvider.TestPatient patient)
    {
        var expected = new Dictionary<string, string>(patient.Expected);
        Add("id", patient.LogicalId);
        Add("family", patient.Family);
        Add("given", patient.Given);
        Add("birthDate", Day(patient.BirthDate));
        Add("gender", patient.Gender);
        if (patient.BirthDateOnPds != patient.BirthDate)
        {
            Add(TestPatient.BirthDateOnPds, Day(patient.BirthDateOnPds));
        }

        return expected;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                expected[name] = value;
            }
        }
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
