using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.Evidence.Reports;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

public sealed class IndentationTests
{
    [Fact]
    public void JSON_on_one_line_is_laid_out() =>
        Indentation.OfJson("""{"a":[1,{"b":"x, {y}\" :"},[]],"c":{}}""").Should().Be("""
            {
              "a": [
                1,
                {
                  "b": "x, {y}\" :"
                },
                []
              ],
              "c": {}
            }
            """);

    [Fact]
    public void XML_on_one_line_is_laid_out_without_touching_text() =>
        Indentation.OfXml("""<?xml version="1.0"?><a><b v="1"/><c></c><d>t <e>x</e> u</d></a>""").Should().Be("""
            <?xml version="1.0"?>
            <a>
              <b v="1"/>
              <c></c>
              <d>t <e>x</e> u</d>
            </a>
            """);

    [Theory]
    [InlineData("{\n\"a\":1}")]
    [InlineData("<a>\n<b/></a>")]
    public void What_has_lines_keeps_them(string body)
    {
        Indentation.OfJson(body).Should().Be(body);
        Indentation.OfXml(body).Should().Be(body);
    }

    [Theory]
    [InlineData("{\"a\":")]
    [InlineData("}}}}]]]]")]
    [InlineData("\"never ends")]
    [InlineData("{\"a\\")]
    [InlineData("<a><b")]
    [InlineData("<")]
    [InlineData("")]
    public void What_is_broken_is_shown_all_the_same(string body)
    {
        Squeeze(Indentation.OfJson(body)).Should().Be(Squeeze(body));
        Squeeze(Indentation.OfXml(body)).Should().Be(Squeeze(body));
    }

    [Fact]
    public void Depth_without_end_makes_no_lines_without_end() =>
        Indentation.OfJson(new string('[', 50_000)).Length.Should().BeLessThan(50_000 * 90);

    [Fact]
    public void JSON_means_the_same_after_it_is_laid_out() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<Dictionary<string, string[]>>().ToArbitrary(), value =>
        {
            var json = JsonSerializer.Serialize(value);
            return JsonSerializer.Serialize(JsonDocument.Parse(Indentation.OfJson(json))) == JsonSerializer.Serialize(JsonDocument.Parse(json));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_the_body_no_character_of_it_is_lost() =>
        Prop.ForAll(Texts.AnyOr("{\"a\": [", "<a b='1'>", "\\\"", "]]>").ToArbitrary(), body =>
            Squeeze(Indentation.OfJson(body)) == Squeeze(body) && Squeeze(Indentation.OfXml(body)) == Squeeze(body)).QuickCheckThrowOnFailure();

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
