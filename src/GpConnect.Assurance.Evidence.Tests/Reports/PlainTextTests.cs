using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.Evidence.Reports;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Zoë naïve 中文 🙂", "Zoë naïve 中文 🙂")]
    [InlineData("a\r\nb\tc", "a\nb\tc")]
    [InlineData("a\rb", "a⟨U+000D⟩b")]
    [InlineData("\u0000\u001B\u007F\u0085", "⟨U+0000⟩⟨U+001B⟩⟨U+007F⟩⟨U+0085⟩")]
    [InlineData("\u202Eabc\u2066\u200B\uFEFF", "⟨U+202E⟩abc⟨U+2066⟩⟨U+200B⟩⟨U+FEFF⟩")]
    public void What_cannot_be_seen_is_shown(string text, string expected) => PlainText.Visible(text).Should().Be(expected);

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced() => PlainText.Visible("\uD83D!").Should().Be("\uFFFD!");

    [Fact]
    public void Whatever_the_text_XML_allows_the_result() =>
        Prop.ForAll(Texts.Any.ToArbitrary(), text => XmlConvert.VerifyXmlChars(PlainText.Visible(text)) is not null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc… (1 more character)")]
    [InlineData("ab🙂d", 3, "ab… (3 more characters)")]
    public void A_long_text_is_cut_between_characters(string text, int length, string expected) => PlainText.Clip(text, length).Should().Be(expected);

    [Theory]
    [InlineData(0.4, "under 1 ms")]
    [InlineData(34.4, "34 ms")]
    [InlineData(2_400, "2.4 s")]
    [InlineData(185_000, "3 min 5 s")]
    public void Durations_are_read_at_a_glance(double milliseconds, string expected) => PlainText.Duration(milliseconds).Should().Be(expected);
}
