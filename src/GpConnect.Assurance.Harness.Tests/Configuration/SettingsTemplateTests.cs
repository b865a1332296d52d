using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Tests.Configuration;

public sealed partial class SettingsTemplateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void As_it_is_written_it_is_a_configuration_that_names_a_target()
    {
        var settings = Read(SettingsTemplate.Write());
        settings.Roots.Foundations.Should().Be("https://provider.example/A12345/STU3/1/gpconnect");
        settings.TestData.Patients.Should().BeEmpty("roles are to be filled in");
    }

    [Fact]
    public void With_every_mark_taken_away_it_is_a_configuration_that_sets_everything_to_its_default_or_an_example()
    {
        var settings = Read(EverythingSet());
        settings.Limits.Should().Be(new LimitSettings());
        settings.Consumer.Should().BeEquivalentTo(new ConsumerSettings());
        settings.Roots.Documents.Should().EndWith("/documents");
        settings.Tls.ClientCertificate.Should().NotBeNull();
    }

    [Fact]
    public void Every_setting_is_named_and_secrets_by_their_variable()
    {
        var keys = string.Join('\n', EverythingSet().Split('\n').Select(line => line.Split('#')[0]));
        foreach (var key in SettingKeys.All.Where(key => !key.Path.Contains(SettingKey.Role, StringComparison.Ordinal)))
        {
            if (key.Kind == SettingKind.Secret)
            {
                SettingsTemplate.Write().Should().Contain(key.EnvironmentVariable);
                continue;
            }

            keys.Should().MatchRegex($@"(?m)^\s*{key.Path.Split('.')[^1]}: \S", key.Path);
        }
    }

    [Fact]
    public void Every_role_is_mapped_with_what_it_needs()
    {
        var data = Read(EverythingSet()).TestData;
        var mapped = data.Patients.Select(one => (RoleKind.Patient, one.Key, (TestParticipant)one.Value))
            .Concat(data.Practitioners.Select(one => (RoleKind.Practitioner, one.Key, (TestParticipant)one.Value)))
            .Concat(data.Organizations.Select(one => (RoleKind.Organization, one.Key, (TestParticipant)one.Value)))
            .Concat(data.Locations.Select(one => (RoleKind.Location, one.Key, (TestParticipant)one.Value)))
            .ToList();
        mapped.Should().HaveCount(Roles.All.Count);
        mapped.Should().AllSatisfy(one => one.Item3.Expected.Keys.Should().BeEquivalentTo(Roles.Find(one.Item1, one.Key)!.Needs));
    }

    /// <summary>A mark without a blank behind it stands before what is not set.</summary>
    private static string EverythingSet() => NotSet().Replace(SettingsTemplate.Write(), "$1");

    private TargetSettings Read(string yaml)
    {
        foreach (var file in new[] { "certificates/client.password", "certificates/expired.password", "proxy.password" })
        {
            _folder.Write(file, "secret");
        }

        return SettingsReader.Read(_folder.Write("assurance.yaml", yaml), new Dictionary<string, string>());
    }

    [GeneratedRegex(@"(?m)^(\s*)#(?=\w)")]
    private static partial Regex NotSet();
}
