using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Reads the settings of a run from a YAML file and the environment.</summary>
public static class SettingsReader
{
    /// <summary>Settings from <paramref name="yamlFile"/>, overridden by the <c>GPC_…</c> variables of <paramref name="environment"/>.</summary>
    /// <param name="yamlFile">Path of the file; null for none. Paths in it are relative to its folder.</param>
    /// <param name="environment">Environment variables by name; those that do not start with <c>GPC_</c> are ignored.</param>
    /// <exception cref="SettingsException">The file cannot be read, or a setting is unknown or has a wrong value.</exception>
    public static TargetSettings Read(string? yamlFile, IReadOnlyDictionary<string, string> environment)
    {
        var fromFile = yamlFile is null ? [] : SettingsFile.Read(yamlFile);
        var values = new SettingValues(fromFile.Concat(SettingsEnvironment.Read(environment)));
        NeedsPath(values, "tls.clientCertificate");
        Needs(values, "proxy.username", "proxy.http");
        Needs(values, "proxy.password", "proxy.username");
        Needs(values, "proxy.passwordFile", "proxy.username");
        return ToSettings(values);
    }

    private static void NeedsPath(SettingValues values, string certificate)
    {
        foreach (var key in new[] { "keyPath", "password", "passwordFile" })
        {
            Needs(values, $"{certificate}.{key}", $"{certificate}.path");
        }
    }

    private static void Needs(SettingValues values, string path, string other)
    {
        if (values.Find(path) is { } value && values.Find(other) is null)
        {
            throw new SettingsException($"{value.Subject} is of no use without {other}; set that too.");
        }
    }

    private static TargetSettings ToSettings(SettingValues values)
    {
        var settings = new TargetSettings();
        return settings with
        {
            Roots = new ServiceRoots
            {
                Foundations = values.RootUrl("target.url"),
                FoundationsEndsWithSlash = values.Text("target.url")?.EndsWith('/') == true,
                Structured = values.RootUrl("target.structuredUrl"),
                Documents = values.RootUrl("target.documentsUrl"),
            },
            ProviderAsid = values.Text("target.asid") ?? settings.ProviderAsid,
            OdsCode = values.Text("target.odsCode"),
            Consumer = ToConsumer(values, settings.Consumer),
            Tls = ToTls(values),
            Proxy = ToProxy(values),
            Limits = ToLimits(values, settings.Limits),
            TestData = ToTestData(values),
            Seed = values.Number("generation.seed") ?? settings.Seed,
        };
    }

    private static ConsumerSettings ToConsumer(SettingValues values, ConsumerSettings defaults) => new()
    {
        Asid = values.Text("consumer.asid") ?? defaults.Asid,
        Issuer = values.Url("consumer.issuer") ?? defaults.Issuer,
        Device = new DeviceSettings
        {
            IdentifierSystem = values.Url("consumer.device.identifierSystem") ?? defaults.Device.IdentifierSystem,
            IdentifierValue = values.Text("consumer.device.identifierValue") ?? defaults.Device.IdentifierValue,
            Model = values.Text("consumer.device.model") ?? defaults.Device.Model,
            Version = values.Text("consumer.device.version") ?? defaults.Device.Version,
        },
        Organization = new OrganizationSettings
        {
            OdsCode = values.Text("consumer.organization.odsCode") ?? defaults.Organization.OdsCode,
            Name = values.Text("consumer.organization.name") ?? defaults.Organization.Name,
        },
        Practitioner = ToPractitioner(values, defaults.Practitioner),
    };

    private static PractitionerSettings ToPractitioner(SettingValues values, PractitionerSettings defaults) => new()
    {
        Id = values.Text("consumer.practitioner.id") ?? defaults.Id,
        Family = values.Text("consumer.practitioner.family") ?? defaults.Family,
        Given = values.Texts("consumer.practitioner.given") ?? defaults.Given,
        Prefix = values.Texts("consumer.practitioner.prefix") ?? defaults.Prefix,
        SdsUserId = values.Text("consumer.practitioner.sdsUserId") ?? defaults.SdsUserId,
        SdsRoleProfileId = values.Text("consumer.practitioner.sdsRoleProfileId") ?? defaults.SdsRoleProfileId,
        LocalIdentifierSystem = values.Url("consumer.practitioner.localIdentifierSystem") ?? defaults.LocalIdentifierSystem,
        LocalIdentifierValue = values.Text("consumer.practitioner.localIdentifierValue") ?? defaults.LocalIdentifierValue,
    };

    private static TlsSettings ToTls(SettingValues values) => new()
    {
        ClientCertificate = ToCertificate(values, "tls.clientCertificate"),
        RefusedCertificates = ToRefusedCertificates(values),
        AuthorityFile = values.FilePath("tls.authorityFile"),
        Insecure = values.Flag("tls.insecure") ?? false,
        CheckRevocation = values.Flag("tls.checkRevocation") ?? false,
    };

    private static ClientCertificateSettings? ToCertificate(SettingValues values, string section) => values.FilePath($"{section}.path") is { } path
        ? new ClientCertificateSettings(path, values.FilePath($"{section}.keyPath"), values.Secret($"{section}.password"))
        : null;

    private static Dictionary<string, ClientCertificateSettings> ToRefusedCertificates(SettingValues values)
    {
        const string Section = "tls.refusedCertificates";
        var certificates = new Dictionary<string, ClientCertificateSettings>(StringComparer.Ordinal);
        foreach (var role in values.Roles(Section))
        {
            NeedsPath(values, $"{Section}.{role}");
            var certificate = ToCertificate(values, $"{Section}.{role}")!;
            certificates.Add(role, certificate with { Password = certificate.Password ?? values.Secret("tls.clientCertificate.password") });
        }

        return certificates;
    }

    private static ProxySettings ToProxy(SettingValues values) => new()
    {
        Spine = values.RootUrl("proxy.spine"),
        Http = values.RootUrl("proxy.http"),
        Username = values.Text("proxy.username"),
        Password = values.Secret("proxy.password"),
    };

    private static LimitSettings ToLimits(SettingValues values, LimitSettings defaults) => new()
    {
        ConnectTimeout = values.Duration("limits.connectTimeout") ?? defaults.ConnectTimeout,
        TotalTimeout = values.Duration("limits.totalTimeout") ?? defaults.TotalTimeout,
        HeaderBytes = values.Size("limits.headerBytes") ?? defaults.HeaderBytes,
        BodyBytes = values.Size("limits.bodyBytes") ?? defaults.BodyBytes,
        DecompressedBytes = values.Size("limits.decompressedBytes") ?? defaults.DecompressedBytes,
    };

    private static TestDataMap ToTestData(SettingValues values) => new()
    {
        Patients = Participants(values, "patients", "nhsNumber", number => new TestPatient(number)),
        Practitioners = Participants(values, "practitioners", "sdsUserId", id => new TestPractitioner(id)),
        Organizations = Participants(values, "organizations", "odsCode", code => new TestOrganization(code)),
        Locations = Participants(values, "locations", "id", id => new TestLocation(id)),
        Slots = Participants(values, "slots", "serviceType", text => new TestSlot(text)),
        Appointments = Participants(values, "appointments", "id", id => new TestAppointment(id)),
        Practices = Practices(values),
    };

    private static Dictionary<string, TestPractice> Practices(SettingValues values)
    {
        const string Section = "testData.practices";
        var practices = new Dictionary<string, TestPractice>(StringComparer.Ordinal);
        foreach (var role in values.Roles(Section))
        {
            Needs(values, $"{Section}.{role}.asid", $"{Section}.{role}.url");
            practices.Add(role, new TestPractice(values.RootUrl($"{Section}.{role}.url")!) { Asid = values.Text($"{Section}.{role}.asid") });
        }

        return practices;
    }

    private static Dictionary<string, T> Participants<T>(SettingValues values, string kind, string identifier, Func<string, T> create)
        where T : TestParticipant
    {
        var participants = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var role in values.Roles($"testData.{kind}"))
        {
            var path = $"testData.{kind}.{role}";
            Needs(values, $"{path}.expected", $"{path}.{identifier}");
            participants.Add(role, create(values.Text($"{path}.{identifier}")!) with { Expected = values.Values($"{path}.expected") });
        }

        return participants;
    }
}
