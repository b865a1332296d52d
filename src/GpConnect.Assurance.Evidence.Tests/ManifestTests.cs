using System.Security.Cryptography;
using GpConnect.Assurance.Evidence.Tests.Samples;

namespace GpConnect.Assurance.Evidence.Tests;

public sealed class ManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ManifestTests() => SampleRun.Write(_folder.Run);

    private string Report => Path.Combine(_folder.Run, EvidenceFiles.Report);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_finished_pack_is_as_its_manifest_says() => Manifest.Verify(_folder.Run).Should().BeEmpty();

    [Fact]
    public void Every_file_but_the_manifest_is_listed_in_order_with_its_digest()
    {
        var manifest = Manifest.Read(_folder.Run);

        manifest.Files.Select(f => f.Path).Should().BeInAscendingOrder(StringComparer.Ordinal)
            .And.BeEquivalentTo(_folder.Files().Select(f => f.Path.Replace('\\', '/')).Where(path => path != EvidenceFiles.Manifest));
        var report = File.ReadAllBytes(Report);
        manifest.Files.Single(f => f.Path == EvidenceFiles.Report)
            .Should().Be(new ManifestFile(EvidenceFiles.Report, report.Length, Convert.ToHexStringLower(SHA256.HashData(report))));
    }

    [Fact]
    public void Writing_it_again_gives_the_same_manifest()
    {
        var before = _folder.Read(EvidenceFiles.Manifest);

        Manifest.Write(_folder.Run);

        _folder.Read(EvidenceFiles.Manifest).Should().Be(before);
    }

    [Fact]
    public void A_missing_file_is_a_difference()
    {
        File.Delete(Report);

        Manifest.Verify(_folder.Run).Should().Equal(new ManifestDifference(ManifestDifferenceKind.Missing, "report.html", "report.html is missing."));
    }

    [Fact]
    public void A_file_of_another_length_is_a_difference()
    {
        File.AppendAllText(Report, "x");

        Manifest.Verify(_folder.Run).Should().ContainSingle().Which.Kind.Should().Be(ManifestDifferenceKind.Altered);
    }

    [Fact]
    public void One_changed_byte_is_a_difference()
    {
        var bytes = File.ReadAllBytes(Report);
        bytes[^10] ^= 1;
        File.WriteAllBytes(Report, bytes);

        Manifest.Verify(_folder.Run).Should().Equal(new ManifestDifference(ManifestDifferenceKind.Altered, "report.html", "report.html has other content than when the run ended."));
    }

    [Fact]
    public void An_added_file_is_a_difference_wherever_it_is()
    {
        File.WriteAllText(Path.Combine(_folder.Run, "exchanges", "e01", ".hidden"), "x");

        Manifest.Verify(_folder.Run).Should().Equal(
            new ManifestDifference(ManifestDifferenceKind.Extra, "exchanges/e01/.hidden", "exchanges/e01/.hidden is not in the manifest: it was added after the run ended."));
    }

    [Fact]
    public void A_manifest_changed_to_fit_a_changed_file_does_not_fit_its_own_digest()
    {
        var path = Path.Combine(_folder.Run, EvidenceFiles.Manifest);
        var old = Manifest.Read(_folder.Run).Files.Single(f => f.Path == EvidenceFiles.Report).Sha256;
        File.WriteAllText(path, File.ReadAllText(path).Replace(old, new string('0', 64)));

        Manifest.Verify(_folder.Run).Select(d => d.Path).Should().BeEquivalentTo("manifest.json", "report.html");
    }

    [Fact]
    public void A_path_that_leads_out_of_the_folder_is_missing_and_never_opened()
    {
        var path = Path.Combine(_folder.Run, EvidenceFiles.Manifest);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"report.html\"", "\"../outside.txt\""));
        File.WriteAllText(Path.Combine(_folder.Root, "outside.txt"), "x");

        Manifest.Verify(_folder.Run).Should().Contain(d => d.Kind == ManifestDifferenceKind.Missing && d.Path == "../outside.txt");
    }

    [SkippableFact]
    public void A_link_is_a_difference_and_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege there.");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Run, "loop"), _folder.Run);
        File.Delete(Report);
        File.CreateSymbolicLink(Report, "/dev/zero");

        Manifest.Verify(_folder.Run).Select(d => (d.Kind, d.Path)).Should().BeEquivalentTo(
            [(ManifestDifferenceKind.Extra, "loop"), (ManifestDifferenceKind.Altered, "report.html")]);
    }

    [Theory]
    [InlineData("{\"files\":[null],\"digest\":\"\"}", "*manifest.json is not what this tool writes*")]
    [InlineData("", "*manifest.json is not what this tool writes*")]
    [InlineData("{\"version\":9,\"files\":[],\"digest\":\"\"}", "*manifest.json has version 9; this tool reads version 1.")]
    public void A_broken_manifest_is_one_sentence(string content, string message)
    {
        File.WriteAllText(Path.Combine(_folder.Run, EvidenceFiles.Manifest), content);

        Verifying().Should().Throw<EvidenceException>().WithMessage(message);
    }

    [Fact]
    public void A_missing_manifest_is_one_sentence()
    {
        File.Delete(Path.Combine(_folder.Run, EvidenceFiles.Manifest));

        Verifying().Should().Throw<EvidenceException>().WithMessage("*manifest.json is missing.");
    }

    private Func<object> Verifying() => () => Manifest.Verify(_folder.Run);
}
