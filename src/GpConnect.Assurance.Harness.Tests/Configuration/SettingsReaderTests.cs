using System.Text;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Tests.Configuration;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_setting_can_stand_in_the_file()
    {
        _folder.Write("password.txt", "pass word\n");
        var settings = Read("""
            target:
              url: https://provider.example/GP0001/STU3/1/gpconnect
              structuredUrl: https://provider.example:443/GP0001/STU3/1/gpconnect/structured/
              documentsUrl: http://documents.example/d
              asid: 000000000042
              odsCode: GP0009
            consumer:
              asid: "200000000359"
              issuer: https://my.example/
              device: {identifierSystem: https://my.example/device, identifierValue: d1, model: Tool, version: 2.50}
              organization: {odsCode: A1, name: My practice}
              practitioner:
                id: u7
                family: Who
                given: [John, Q]
                prefix: Mr
                sdsUserId: "111222333444"
                sdsRoleProfileId: "444333222111"
                localIdentifierSystem: https://my.example/user
                localIdentifierValue: who
            tls:
              clientCertificate: {path: certs/client.pem, keyPath: /keys/client.key, passwordFile: password.txt}
              authorityFile: ca.pem
              insecure: true
              checkRevocation: true
            proxy: {spine: https://ssp.example/, http: http://proxy.example:8080, username: me, passwordFile: password.txt}
            limits: {connectTimeout: 500ms, totalTimeout: 2m, headerBytes: 5000, bodyBytes: 1MiB, decompressedBytes: 10 KiB}
            testData:
              patients:
                registered: {nhsNumber: "9690937278", expected: {family: Smith, "name[0].given": Ann}}
                no-allergies: {nhsNumber: 9690937286}
              practitioners: {known: {sdsUserId: G13579135}}
              organizations: {practice: {odsCode: GP0001}}
              locations: {main: {id: l1}}
              practices:
                appointments-off: {url: https://provider.example/GP0002/STU3/1/gpconnect/, asid: "200000000099"}
                another: {url: https://provider.example/GP0003}
            """);

        settings.Should().BeEquivalentTo(new
        {
            Roots = new
            {
                Foundations = "https://provider.example/GP0001/STU3/1/gpconnect",
                Structured = "https://provider.example:443/GP0001/STU3/1/gpconnect/structured",
                Documents = "http://documents.example/d",
            },
            ProviderAsid = "000000000042",
            OdsCode = "GP0009",
            Consumer = new ConsumerSettings
            {
                Asid = "200000000359",
                Issuer = "https://my.example/",
                Device = new DeviceSettings { IdentifierSystem = "https://my.example/device", IdentifierValue = "d1", Model = "Tool", Version = "2.50" },
                Organization = new OrganizationSettings { OdsCode = "A1", Name = "My practice" },
                Practitioner = new PractitionerSettings
                {
                    Id = "u7",
                    Family = "Who",
                    Given = ["John", "Q"],
                    Prefix = ["Mr"],
                    SdsUserId = "111222333444",
                    SdsRoleProfileId = "444333222111",
                    LocalIdentifierSystem = "https://my.example/user",
                    LocalIdentifierValue = "who",
                },
            },
            Tls = new
            {
                ClientCertificate = new { Path = Path.Combine(_folder.Path, "certs/client.pem"), KeyPath = "/keys/client.key" },
                AuthorityFile = Path.Combine(_folder.Path, "ca.pem"),
                Insecure = true,
                CheckRevocation = true,
            },
            Proxy = new { Spine = "https://ssp.example", Http = "http://proxy.example:8080", Username = "me" },
            Limits = new LimitSettings
            {
                ConnectTimeout = TimeSpan.FromMilliseconds(500),
                TotalTimeout = TimeSpan.FromMinutes(2),
                HeaderBytes = 5000,
                BodyBytes = 1024 * 1024,
                DecompressedBytes = 10 * 1024,
            },
            TestData = new TestDataMap
            {
                Patients = new Dictionary<string, TestPatient>
                {
                    ["registered"] = new("9690937278") { Expected = new Dictionary<string, string> { ["family"] = "Smith", ["name[0].given"] = "Ann" } },
                    ["no-allergies"] = new("9690937286"),
                },
                Practitioners = new Dictionary<string, TestPractitioner> { ["known"] = new("G13579135") },
                Organizations = new Dictionary<string, TestOrganization> { ["practice"] = new("GP0001") },
                Locations = new Dictionary<string, TestLocation> { ["main"] = new("l1") },
                Practices = new Dictionary<string, TestPractice>
                {
                    ["appointments-off"] = new("https://provider.example/GP0002/STU3/1/gpconnect") { Asid = "200000000099" },
                    ["another"] = new("https://provider.example/GP0003"),
                },
            },
        });
        settings.Secrets.Select(secret => (secret.Reveal(), secret.Origin, secret.ToString()))
            .Should().AllBeEquivalentTo(("pass word", $"the file {Path.Combine(_folder.Path, "password.txt")}", "***"))
            .And.HaveCount(2);
    }

    [Fact]
    public void Every_setting_can_come_from_the_environment_which_wins_over_the_file()
    {
        var settings = Read(
            """
            target: {url: https://file.example/x, asid: "1"}
            testData: {patients: {no-allergies: {nhsNumber: "1", expected: {family: Filed}}, registered: {nhsNumber: "2"}}}
            """,
            ("GPC_TARGET_URL", "https://environment.example/x"),
            ("GPC_TARGET_STRUCTURED_URL", "https://environment.example/s"),
            ("GPC_CONSUMER_PRACTITIONER_GIVEN", "Ann, Beth"),
            ("GPC_CONSUMER_PRACTITIONER_SDS_ROLE_PROFILE_ID", "7"),
            ("GPC_TLS_CLIENT_CERTIFICATE_PATH", "client.pfx"),
            ("GPC_TLS_CLIENT_CERTIFICATE_PASSWORD", "secret"),
            ("GPC_LIMITS_TOTAL_TIMEOUT", "2.5"),
            ("GPC_TEST_DATA_PATIENTS_NO_ALLERGIES_NHS_NUMBER", "3"),
            ("GPC_TEST_DATA_PATIENTS_NO_ALLERGIES_EXPECTED", "{family: Set}"),
            ("GPC_TEST_DATA_LOCATIONS_MAIN_SITE_ID", "l2"),
            ("GPC_TOKEN", "of a shell line"),
            ("GPC_TLS_INSECURE", ""),
            ("PATH", "/bin"));

        settings.Roots.Should().Be(new ServiceRoots { Foundations = "https://environment.example/x", Structured = "https://environment.example/s" });
        settings.ProviderAsid.Should().Be("1");
        settings.Consumer.Practitioner.Given.Should().Equal("Ann", "Beth");
        settings.Consumer.Practitioner.SdsRoleProfileId.Should().Be("7");
        settings.Tls.ClientCertificate!.Path.Should().Be(Path.Combine(Directory.GetCurrentDirectory(), "client.pfx"));
        settings.Tls.ClientCertificate.Password!.Reveal().Should().Be("secret");
        settings.Tls.ClientCertificate.Password.Origin.Should().Be("the environment variable GPC_TLS_CLIENT_CERTIFICATE_PASSWORD");
        settings.Tls.Insecure.Should().BeFalse();
        settings.Limits.TotalTimeout.Should().Be(TimeSpan.FromSeconds(2.5));
        settings.TestData.Patients.Should().HaveCount(2);
        settings.TestData.Patients["no-allergies"].NhsNumber.Should().Be("3");
        settings.TestData.Patients["no-allergies"].Expected.Should().Equal(new Dictionary<string, string> { ["family"] = "Set" });
        settings.TestData.Locations["main-site"].Id.Should().Be("l2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("target:\nconsumer: ~\ntls: {insecure: }\n")]
    public void What_is_not_set_has_its_default(string yaml)
    {
        Read(yaml).Should().BeEquivalentTo(new TargetSettings());
        SettingsReader.Read(null, new Dictionary<string, string>()).Should().BeEquivalentTo(new TargetSettings());
    }

    [Fact]
    public void The_defaults_of_the_table_are_the_true_ones()
    {
        var environment = SettingKeys.All.Where(key => key.Default is not null).ToDictionary(key => key.EnvironmentVariable, key => key.Default!);

        SettingsReader.Read(null, environment).Should().BeEquivalentTo(new TargetSettings());
    }

    [Fact]
    public void The_table_names_each_setting_with_its_variable()
    {
        SettingKeys.MarkdownTable().Split('\n').Should()
            .HaveCount(SettingKeys.All.Count + 3)
            .And.Contain("| `tls.clientCertificate.path` | `GPC_TLS_CLIENT_CERTIFICATE_PATH` |  | client certificate: .pfx or .p12, or PEM with its issuers |")
            .And.Contain("| `testData.patients.<role>.nhsNumber` | `GPC_TEST_DATA_PATIENTS_<ROLE>_NHS_NUMBER` |  | NHS number of the patient that plays the role |")
            .And.Contain("| `limits.totalTimeout` | `GPC_LIMITS_TOTAL_TIMEOUT` | `60s` | from dialling to the last byte of the response |");
        SettingKeys.All.Select(key => key.EnvironmentVariable).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void The_practice_is_told_by_the_root_URL_when_not_set()
    {
        Read("target: {url: https://provider.example/a/GP0001/STU3/1/gpconnect}").OdsCode.Should().Be("GP0001");
        Read("target: {url: https://provider.example/STU3/1}").OdsCode.Should().BeNull();
        Read("target: {url: https://provider.example/fhir}").OdsCode.Should().BeNull();
    }

    [Fact]
    public void Each_capability_has_the_root_URL_set_for_it_and_no_other()
    {
        var roots = Read("target: {url: https://a.example/f, documentsUrl: https://a.example/d}").Roots;

        Enum.GetValues<Capability>().Select(roots.Of).Should().Equal("https://a.example/f", "https://a.example/f", null, "https://a.example/d");
    }

    [Theory]
    [InlineData("targt: {}", "1:1: The key \"targt\" is not known; did you mean target?")]
    [InlineData("qqqqqq: {}", "1:1: The key \"qqqqqq\" is not known.")]
    [InlineData("target:\n  asid: 1\n  uri: x", "3:3: The key \"uri\" is not known; did you mean url?")]
    [InlineData("tls:\n  clientCertificate:\n    file: x", "3:5: The key \"file\" is not known.")]
    [InlineData("testData:\n  patients:\n    registered:\n      nhsnumber: 1", "4:7: The key \"nhsnumber\" is not known; did you mean nhsNumber?")]
    [InlineData("testData: {patients: {Has Blanks: {nhsNumber: 1}}}", "1:23: The role \"Has Blanks\" is not lower-case letters, digits and single hyphens; rename it.")]
    [InlineData("target: https://provider.example", "1:9: target is a text; write keys with values.")]
    [InlineData("- target", "1:1: The file is a list; write keys with values.")]
    [InlineData("target:\n  asid: 1\n  asid: 2", "3:3: The key \"asid\" stands here a second time; keep one.")]
    [InlineData("target:\n  asid: [1]", "2:9: target.asid is a list; write a text.")]
    [InlineData("target:\n  asid: ''", "2:9: target.asid is \"\"; write a text.")]
    [InlineData("target: {url: provider.example}", "1:15: target.url is \"provider.example\"; write an absolute http or https URL without query, such as https://provider.example/GP0001/STU3/1/gpconnect.")]
    [InlineData("target: {url: https://p.example/x?y}", "1:15: target.url is \"https://p.example/x?y\"; write an absolute http or https URL without query, such as https://provider.example/GP0001/STU3/1/gpconnect.")]
    [InlineData("proxy: {http: 'http://me:secret@p.example'}", "1:15: proxy.http holds a user name or password; leave it out of the URL.")]
    [InlineData("consumer: {issuer: me}", "1:20: consumer.issuer is \"me\"; write an absolute http or https URL.")]
    [InlineData("consumer: {practitioner: {given: [{a: b}]}}", "1:35: consumer.practitioner.given is a mapping; write a text.")]
    [InlineData("tls: {insecure: yes}", "1:17: tls.insecure is \"yes\"; write true or false.")]
    [InlineData("limits: {totalTimeout: soon}", "1:24: limits.totalTimeout is \"soon\"; write a time up to an hour, such as 500ms, 10s or 2m.")]
    [InlineData("limits: {totalTimeout: 61m}", "1:24: limits.totalTimeout is \"61m\"; write a time up to an hour, such as 500ms, 10s or 2m.")]
    [InlineData("limits: {totalTimeout: 0}", "1:24: limits.totalTimeout is \"0\"; write a time up to an hour, such as 500ms, 10s or 2m.")]
    [InlineData("limits: {bodyBytes: 2GiB}", "1:21: limits.bodyBytes is \"2GiB\"; write a size up to 1024MiB, such as 5000, 64KiB or 10MiB.")]
    [InlineData("limits: {bodyBytes: 1025MiB}", "1:21: limits.bodyBytes is \"1025MiB\"; write a size up to 1024MiB, such as 5000, 64KiB or 10MiB.")]
    [InlineData("testData: {patients: {a: {expected: {b: c}}}}", "1:37: testData.patients.a.expected is of no use without testData.patients.a.nhsNumber; set that too.")]
    [InlineData("testData: {practices: {a: {asid: b}}}", "1:34: testData.practices.a.asid is of no use without testData.practices.a.url; set that too.")]
    [InlineData("testData: {patients: {a: {nhsNumber: 1, expected: x}}}", "1:51: testData.patients.a.expected is \"x\"; write names with values, such as {family: Smith}.")]
    [InlineData("testData: {patients: {a: {nhsNumber: 1, expected: {b: [c]}}}}", "1:55: testData.patients.a.expected.b is a list; write a text.")]
    [InlineData("tls: {clientCertificate: {password: x}}", "1:37: tls.clientCertificate.password must not stand in a file; set the environment variable GPC_TLS_CLIENT_CERTIFICATE_PASSWORD, or name the file that holds it in tls.clientCertificate.passwordFile.")]
    [InlineData("tls: {clientCertificate: {keyPath: x}}", "1:36: tls.clientCertificate.keyPath is of no use without tls.clientCertificate.path; set that too.")]
    [InlineData("proxy: {username: x}", "1:19: proxy.username is of no use without proxy.http; set that too.")]
    [InlineData("target: {url: [1,\nb: }", "1:17: This is not YAML from here on; look for a bracket or quote that is not closed.")]
    [InlineData("target: {url: [", "2:1: This is not YAML: While parsing a node, did not find expected node content.")]
    [InlineData("target: *anchor", "1:9: Aliases are not read here; write the value out.")]
    [InlineData("target: {}\n---\ntarget: {}", "2:1: A second document starts here; keep one in a file.")]
    [InlineData("? [a]\n: b", "1:3: A key must be a text.")]
    public void What_is_wrong_in_the_file_is_told_with_its_place(string yaml, string message)
    {
        Reading(yaml).Should().Throw<SettingsException>().Which.Message.Should().Be($"{File}:{message}");
    }

    [Theory]
    [InlineData("target:\n\turl: x")]
    [InlineData("a: b: c")]
    [InlineData("\"open")]
    [InlineData("a: !!x\n  - }")]
    public void What_is_not_YAML_is_told_with_its_line(string yaml)
    {
        Reading(yaml).Should().Throw<SettingsException>().Which.Message.Should().MatchRegex($"^{File}:\\d+:\\d+: .+\\.$").And.NotContain("\n");
    }

    [Fact]
    public void Whatever_the_file_holds_it_is_read_or_told_in_a_line()
    {
        var random = new Random(20260401);
        var seed = "target:\n  url: &a 'https://p.example/x'\n  asid: !!str 1\nlimits: {bodyBytes: 1KiB}\ntestData:\n  patients: {a: {nhsNumber: \"1\"}}\n"u8.ToArray();
        var refused = 0;
        for (var round = 0; round < 2000; round++)
        {
            try
            {
                Read(Encoding.Latin1.GetString(Mutation.Of(seed, random)));
            }
            catch (SettingsException exception)
            {
                exception.Message.Should().NotContain("\n");
                refused++;
            }
        }

        refused.Should().BeInRange(1000, 1999);
    }

    [Theory]
    [InlineData("GPC_TARGT_URL", "x", "The environment variable GPC_TARGT_URL is not known; did you mean GPC_TARGET_URL?")]
    [InlineData("GPC_SOMETHING_ELSE_ALTOGETHER", "x", "The environment variable GPC_SOMETHING_ELSE_ALTOGETHER is not known.")]
    [InlineData("GPC_TEST_DATA_PATIENTS__NHS_NUMBER", "x", "The environment variable GPC_TEST_DATA_PATIENTS__NHS_NUMBER is not known; did you mean GPC_TEST_DATA_PATIENTS_<ROLE>_NHS_NUMBER?")]
    [InlineData("GPC_TLS_INSECURE", "1", "The environment variable GPC_TLS_INSECURE is \"1\"; write true or false.")]
    [InlineData("GPC_LIMITS_BODY_BYTES", "-1", "The environment variable GPC_LIMITS_BODY_BYTES is \"-1\"; write a size up to 1024MiB, such as 5000, 64KiB or 10MiB.")]
    [InlineData("GPC_PROXY_PASSWORD", "x", "The environment variable GPC_PROXY_PASSWORD is of no use without proxy.username; set that too.")]
    [InlineData("GPC_TEST_DATA_PATIENTS_A_EXPECTED", "x", "The environment variable GPC_TEST_DATA_PATIENTS_A_EXPECTED is of no use without testData.patients.a.nhsNumber; set that too.")]
    public void What_is_wrong_in_the_environment_is_told_by_name(string name, string value, string message)
    {
        var environment = new Dictionary<string, string> { [name] = value };

        new Action(() => SettingsReader.Read(null, environment)).Should().Throw<SettingsException>().Which.Message.Should().Be(message);
    }

    [Fact]
    public void A_file_that_does_not_exist_is_named()
    {
        new Action(() => SettingsReader.Read("/nonexistent", new Dictionary<string, string>()))
            .Should().Throw<SettingsException>().WithMessage("The configuration file /nonexistent does not exist.");
    }

    [Fact]
    public void A_password_file_that_cannot_be_read_is_named()
    {
        Reading("tls: {clientCertificate: {path: c.pfx, passwordFile: none.txt}}").Should().Throw<SettingsException>()
            .WithMessage($"{File}:1:54: tls.clientCertificate.passwordFile is \"none.txt\"; that file cannot be read: *");
    }

    [Theory]
    [InlineData("https://p.example/GP0001/STU3/1/gpconnect/", "https://p.example/GP0001/STU3/1/gpconnect")]
    [InlineData("http://127.0.0.1:9/x", "http://127.0.0.1:9/x")]
    [InlineData("https://P.example:443/%41", "https://P.example:443/%41")]
    public void A_root_URL_is_used_letter_for_letter_but_for_a_slash_at_its_end(string given, string used)
    {
        ServiceRoots.ParseUrl(given, "--target").Should().Be(used);
    }

    [Fact]
    public void A_root_URL_given_as_an_option_is_told_by_the_options_name()
    {
        new Action(() => ServiceRoots.ParseUrl("ftp://x", "--target")).Should().Throw<SettingsException>()
            .WithMessage("--target is \"ftp://x\"; write an absolute http or https URL without query, such as *");
    }

    private string File => Path.Combine(_folder.Path, "assurance.yaml");

    private Action Reading(string yaml) => () => Read(yaml);

    private TargetSettings Read(string yaml, params (string Name, string Value)[] environment)
    {
        _folder.Write("assurance.yaml", yaml);
        return SettingsReader.Read(File, environment.ToDictionary(variable => variable.Name, variable => variable.Value));
    }
}
