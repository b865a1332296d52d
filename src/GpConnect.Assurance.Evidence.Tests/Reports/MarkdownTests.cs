using GpConnect.Assurance.Evidence.Reports;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("a|b", "a\\|b")]
    [InlineData("<img src=x>", "\\<img src=x\\>")]
    [InlineData("[click](https://evil.example)", "\\[click\\](https\\://evil.example)")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("`code` *bold* _it_", "\\`code\\` \\*bold\\* \\_it\\_")]
    public void Text_is_never_markup(string text, string expected) => Markdown.Text(text).Should().Be(expected);

    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`", "`` ` ``")]
    [InlineData("a\nb", "`a b`")]
    public void Code_cannot_end_its_own_fence(string text, string expected) => Markdown.Code(text).Should().Be(expected);
}
