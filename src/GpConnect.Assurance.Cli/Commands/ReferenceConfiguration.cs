using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.ReferenceProvider;
using YamlDotNet.Serialization;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The configuration file with which a run tests a reference provider that is served separately.</summary>
internal static class ReferenceConfiguration
{
    /// <summary>For the default practice of a provider that is called directly over plain HTTP.</summary>
    public static string Yaml(ProviderTestData provider) => Yaml(ReferenceTarget.Settings(new TargetSettings(), provider));

    /// <param name="settings">How the provider is called. Passwords are left to the environment.</param>
    public static string Yaml(TargetSettings settings)
    {
        var data = settings.TestData;
        return new SerializerBuilder().WithQuotingNecessaryStrings().ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull).Build().Serialize(new
        {
            target = new { url = settings.Roots.Foundations, asid = settings.ProviderAsid, odsCode = settings.OdsCode },
            tls = settings.Tls is { ClientCertificate: { } certificate } tls
                ? new
                {
                    clientCertificate = new { path = certificate.Path },
                    refusedCertificates = tls.RefusedCertificates.ToDictionary(role => role.Key, role => new { path = role.Value.Path }),
                    authorityFile = tls.AuthorityFile,
                }
                : null,
            proxy = settings.Proxy.Spine is { } spine ? new { spine } : null,
            testData = new
            {
                patients = data.Patients.ToDictionary(role => role.Key, role => new { nhsNumber = role.Value.NhsNumber, expected = role.Value.Expected }),
                practitioners = data.Practitioners.ToDictionary(role => role.Key, role => new { sdsUserId = role.Value.SdsUserId, expected = role.Value.Expected }),
                organizations = data.Organizations.ToDictionary(role => role.Key, role => new { odsCode = role.Value.OdsCode, expected = role.Value.Expected }),
                locations = data.Locations.ToDictionary(role => role.Key, role => new { id = role.Value.Id, expected = role.Value.Expected }),
                // Slots without a type cannot be told apart by it, so that a file cannot name them.
                slots = data.Slots.Where(role => role.Value.ServiceType.Length > 0).ToDictionary(role => role.Key, role => new { serviceType = role.Value.ServiceType, expected = role.Value.Expected }),
                appointments = data.Appointments.ToDictionary(role => role.Key, role => new { id = role.Value.Id, expected = role.Value.Expected }),
                practices = data.Practices.ToDictionary(role => role.Key, role => new { url = role.Value.Url, asid = role.Value.Asid }),
            },
        });
    }
}
