using GpConnect.Assurance.ReferenceProvider;
using YamlDotNet.Serialization;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The configuration file with which a run tests a reference provider that is served separately.</summary>
internal static class ReferenceConfiguration
{
    public static string Yaml(ProviderTestData provider) => new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(new
    {
        target = new { url = provider.BaseUrl.ToString().TrimEnd('/'), asid = provider.Asid, odsCode = provider.OdsCode },
        testData = new
        {
            patients = provider.Patients.ToDictionary(role => role.Key, role => new { nhsNumber = role.Value.NhsNumber, expected = role.Value.Expected }),
            practitioners = provider.Practitioners.ToDictionary(role => role.Key, role => new { sdsUserId = role.Value.SdsUserId }),
            organizations = provider.Organizations.ToDictionary(role => role.Key, role => new { odsCode = role.Value.OdsCode }),
            locations = provider.Locations.ToDictionary(role => role.Key, role => new { id = role.Value.LogicalId }),
        },
    });
}
