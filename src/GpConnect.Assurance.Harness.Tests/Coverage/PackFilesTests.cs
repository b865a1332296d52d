using GpConnect.Assurance.Harness.Coverage;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Coverage;

public sealed class PackFilesTests : IDisposable
{
    private readonly TemporaryFolder _features = new();

    public void Dispose() => _features.Dispose();

    [Fact]
    public void What_a_pack_says_of_itself_is_read()
    {
        _features.Write("test/pack.yaml", "pack: test\ntitle: Test pack\nfinished: true\ntags: [slow]\nscenarios: 12\nrules: 3\n");
        PackFiles.Read(_features.Path)["test"].Should().BeEquivalentTo(
            new Pack { Name = "test", Title = "Test pack", IsFinished = true, Tags = ["slow"], Scenarios = 12, Rules = 3 });
    }

    [Theory]
    [InlineData("pack: other\ntitle: T\n", "its folder is \"test\"")]
    [InlineData("pack: test\n", "lacks the key \"title\"")]
    [InlineData("pack: test\ntitle: T\nfinished: perhaps\n", "write true or false")]
    [InlineData("pack: test\ntitle: T\nscenarios: -1\n", "write a whole number")]
    [InlineData("pack: test\ntitle: T\nfinnished: true\n", "did you mean finished?")]
    [InlineData("pack: [\n", "not YAML")]
    public void A_wrong_file_is_told_with_its_place(string text, string says)
    {
        _features.Write("test/pack.yaml", text);
        var read = () => PackFiles.Read(_features.Path);
        read.Should().Throw<RequirementCatalogueException>().WithMessage($"*pack.yaml:*{says}*");
    }

    [Fact]
    public void The_packs_of_the_repository_can_be_read() =>
        PackFiles.Read(Repository.File("features")).Keys.Should().Contain(["api", "foundations"]);
}
