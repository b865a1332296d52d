using System.Xml;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>Text of any document, made fit for XML 1.0.</summary>
internal static class XmlText
{
    /// <summary>What XML cannot hold becomes U+FFFD.</summary>
    public static string Fit(string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException)
        {
            return string.Concat(text.EnumerateRunes().Select(rune => IsAllowed(rune) ? rune.ToString() : "\uFFFD"));
        }
    }

    private static bool IsAllowed(System.Text.Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
