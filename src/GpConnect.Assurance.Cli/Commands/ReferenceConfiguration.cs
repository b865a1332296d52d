using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.ReferenceProvider;
using YamlDotNet.Serialization;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The configuration file with which a run tests a reference provider that is served separately.</summary>
internal static class ReferenceConfiguration
{
    /// <param name="provider">The provider's mapping.</param>
    /// <param name="tls">How it is connected to; null for plain HTTP. Passwords are left to the environment.</param>
    public static string Yaml(ProviderTestData provider, TlsSettings? tls = null)
    {
        var settings = ReferenceTarget.Settings(new TargetSettings(), provider, tls);
        var data = settings.TestData;
        return new SerializerBuilder().WithQuotingNecessaryStrings().ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull).Build().Serialize(new
        {
            target = new { url = settings.Roots.Foundations, asid = settings.ProviderAsid, odsCode = settings.OdsCode },
            tls = tls is null ? null : new
            {
                clientCertificate = new { path = tls.ClientCertificate?.Path },
                refusedCertificates = tls.RefusedCertificates.ToDictionary(role => role.Key, role => new { path = role.Value.Path }),
                authorityFile = tls.AuthorityFile,
            },
            testData = new
            {
                patients = data.Patients.ToDictionary(role => role.Key, role => new { nhsNumber = role.Value.NhsNumber, expected = role.Value.Expected }),
                practitioners = data.Practitioners.ToDictionary(role => role.Key, role => new { sdsUserId = role.Value.SdsUserId, expected = role.Value.Expected }),
                organizations = data.Organizations.ToDictionary(role => role.Key, role => new { odsCode = role.Value.OdsCode, expected = role.Value.Expected }),
                locations = data.Locations.ToDictionary(role => role.Key, role => new { id = role.Value.Id, expected = role.Value.Expected }),
                slots = data.Slots.ToDictionary(role => role.Key, role => new { serviceType = role.Value.ServiceType, expected = role.Value.Expected }),
                appointments = data.Appointments.ToDictionary(role => role.Key, role => new { id = role.Value.Id, expected = role.Value.Expected }),
            },
        });
    }
}
