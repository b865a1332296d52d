using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Tests.Configuration;

public sealed class ConfigurationPageTests
{
    [Fact]
    public void The_page_lists_every_setting_as_the_reader_knows_it() =>
        Normal(File.ReadAllText(Repository.File("docs/configuration.md"))).Should().EndWith(Normal(SettingKeys.MarkdownTable()));

    [Fact]
    public void The_example_on_the_page_is_one_that_the_reader_takes()
    {
        var page = Normal(File.ReadAllText(Repository.File("docs/configuration.md")));
        var start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
            var settings = SettingsReader.Read(path, new Dictionary<string, string>());
            settings.TestData.Patient("deceased").IsMapped.Should().BeTrue();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
