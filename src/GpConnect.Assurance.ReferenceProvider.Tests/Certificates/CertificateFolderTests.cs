using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GpConnect.Assurance.ReferenceProvider.Certificates;

namespace GpConnect.Assurance.ReferenceProvider.Tests.Certificates;

public sealed class CertificateFolderTests : IClassFixture<CertificateFolderTests.Folder>
{
    private const string Password = "pass word";

    private readonly TemporaryFolder _folder;
    private readonly X509Certificate2 _authority;

    public CertificateFolderTests(Folder folder)
    {
        _folder = folder.Files;
        _authority = X509CertificateLoader.LoadCertificateFromFile(_folder["ca.pem"]);
    }

    public static TheoryData<string> Names => [.. CertificateBlueprint.All.Select(one => one.Name)];

    [Fact]
    public void The_files_are_those_that_are_named_beforehand_and_the_page_names_each() =>
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().BeEquivalentTo(CertificateFolder.FileNames)
            .And.AllSatisfy(name => File.ReadAllText(_folder["README.md"]).Should().Contain(name == "README.md" ? "#" : name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Certificate_and_key_are_the_same_in_PEM_and_in_PFX(string name)
    {
        using var pfx = X509CertificateLoader.LoadPkcs12FromFile(_folder[$"{name}.pfx"], Password);
        using var pem = X509Certificate2.CreateFromEncryptedPemFile(_folder[$"{name}.pem"], Password, _folder[$"{name}.key"]);
        pfx.HasPrivateKey.Should().BeTrue();
        pfx.Thumbprint.Should().Be(pem.Thumbprint);
    }

    [Fact]
    public void A_wrong_password_opens_nothing()
    {
        FluentActions.Invoking(() => X509CertificateLoader.LoadPkcs12FromFile(_folder["client.pfx"], "other")).Should().Throw<CryptographicException>();
        File.ReadAllText(_folder["client.key"]).Should().Contain("ENCRYPTED PRIVATE KEY");
    }

    [SkippableFact]
    public void Only_the_owner_can_read_keys()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes.");
        foreach (var file in CertificateFolder.FileNames.Where(name => name.EndsWith(".key", StringComparison.Ordinal) || name.EndsWith(".pfx", StringComparison.Ordinal)))
        {
#pragma warning disable CA1416 // Not on Windows.
            File.GetUnixFileMode(_folder[file]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
#pragma warning restore CA1416
        }
    }

    [Fact]
    public void No_file_holds_the_authority_s_key() =>
        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Should().NotContain(name => name!.StartsWith("ca.key", StringComparison.Ordinal));

    [Theory]
    [InlineData("server", X509ChainStatusFlags.NoError)]
    [InlineData("client", X509ChainStatusFlags.NoError)]
    [InlineData("client-wrong-name", X509ChainStatusFlags.NoError)]
    [InlineData("client-revoked", X509ChainStatusFlags.NoError)]
    [InlineData("client-weak-key", X509ChainStatusFlags.NoError)]
    [InlineData("client-expired", X509ChainStatusFlags.NotTimeValid)]
    [InlineData("client-not-yet-valid", X509ChainStatusFlags.NotTimeValid)]
    [InlineData("client-unknown-authority", X509ChainStatusFlags.PartialChain)]
    [InlineData("client-self-signed", X509ChainStatusFlags.UntrustedRoot)]
    [InlineData("server-expired", X509ChainStatusFlags.NotTimeValid)]
    public void The_chain_of_each_holds_or_breaks_as_its_name_says(string name, X509ChainStatusFlags status)
    {
        using var certificate = Load(name);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.Build(certificate).Should().Be(status == X509ChainStatusFlags.NoError);
        chain.ChainStatus.Select(one => one.Status).DefaultIfEmpty(X509ChainStatusFlags.NoError).Should().Contain(status);
    }

    [Fact]
    public void Names_are_those_of_this_machine_and_of_the_proxy()
    {
        using var server = Load("server");
        server.MatchesHostname("localhost").Should().BeTrue();
        server.MatchesHostname("127.0.0.1").Should().BeTrue();
        using var client = Load("client");
        client.MatchesHostname(CertificateNames.ProxyHost).Should().BeTrue();
        using var other = Load("client-wrong-name");
        other.MatchesHostname(CertificateNames.ProxyHost).Should().BeFalse();
    }

    [Fact]
    public void One_key_is_weak()
    {
        using var certificate = Load("client-weak-key");
        using var key = certificate.GetRSAPublicKey();
        key!.KeySize.Should().Be(1024);
    }

    [Fact]
    public void The_revocation_list_is_the_authority_s_and_holds_the_revoked_alone()
    {
        var list = CertificateRevocationList.Read(File.ReadAllText(_folder["ca-crl.pem"]));
        list.IsSignedBy(_authority).Should().BeTrue();
        using var other = X509CertificateLoader.LoadCertificateFromFile(_folder["unknown-ca.pem"]);
        list.IsSignedBy(other).Should().BeFalse();
        list.IsOutOfDate(DateTimeOffset.UtcNow).Should().BeFalse();
        list.IsOutOfDate(DateTimeOffset.UtcNow.AddYears(3)).Should().BeTrue();
        CertificateBlueprint.All.Where(one =>
        {
            using var certificate = Load(one.Name);
            return list.Revokes(certificate);
        }).Select(one => one.Name).Should().Equal("server-revoked", "client-revoked");
    }

    [Fact]
    public void A_revocation_list_that_was_altered_is_nobody_s()
    {
        var der = Convert.FromBase64String(string.Concat(File.ReadAllLines(_folder["ca-crl.pem"]).Where(line => line.Length > 0 && line[0] != '-')));
        der[^1] ^= 1;
        CertificateRevocationList.Read(PemEncoding.WriteString("X509 CRL", der)).IsSignedBy(_authority).Should().BeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n")]
    [InlineData("-----BEGIN X509 CRL-----\nMAA=\n-----END X509 CRL-----\n")]
    public void What_is_no_revocation_list_is_told_as_that(string pem) =>
        FluentActions.Invoking(() => CertificateRevocationList.Read(pem)).Should().Throw<CryptographicException>().WithMessage("*not a certificate revocation list*");

    private X509Certificate2 Load(string name) => X509CertificateLoader.LoadCertificateFromFile(_folder[$"{name}.pem"]);

    public sealed class Folder : IDisposable
    {
        public Folder() => CertificateFolder.Write(Files.Path, Password, DateTimeOffset.UtcNow);

        internal TemporaryFolder Files { get; } = new();

        public void Dispose() => Files.Dispose();
    }
}
