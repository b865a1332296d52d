using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.Evidence.Reports;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

public sealed class HtmlTests
{
    [Fact]
    public void Whatever_the_text_it_stays_text_where_it_was_put()
    {
        var texts = Texts.AnyOr("</p><script>1</script>", "\" onclick=\"1", "' x='", "&lt;", "<!--", "]]>", "\u0000\u202E\uD800", "\n\n");

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var document = new HtmlParser().ParseDocument(Written(html =>
            {
                html.Put("p", text, ("title", text));
                html.Put("pre", text);
            }));
            document.Body!.Children.Select(e => e.LocalName).Should().Equal("p", "pre");
            document.Body.Children[0].Attributes.Select(a => a.Name).Should().Equal("title");
            document.Body.Children[0].TextContent.Should().Be(PlainText.Visible(text));
            document.Body.Children[1].TextContent.Should().Be(PlainText.Visible(text));
            document.Body.Children[0].GetAttribute("title").Should().Be(PlainText.Visible(text));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("onclick", "x")]
    [InlineData("style", "x")]
    [InlineData("src", "x")]
    [InlineData("href", "javascript:alert(1)")]
    [InlineData("href", "https://provider.example")]
    [InlineData("href", "//provider.example")]
    [InlineData("href", " #x")]
    public void What_could_run_or_load_something_is_refused(string attribute, string value)
    {
        var writing = () => Written(html => html.Put("a", "x", (attribute, value)));

        writing.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void An_element_is_never_made_of_data()
    {
        var writing = () => Written(html => html.Put("a href='x'", "x"));

        writing.Should().Throw<ArgumentException>();
    }

    private static string Written(Action<Html> write)
    {
        using var output = new StringWriter();
        write(new Html(output));
        return output.ToString();
    }
}
