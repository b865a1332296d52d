using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>A style sheet or script of the product, carried in the assembly and written into the page.</summary>
internal sealed class InlineBlock
{
    private InlineBlock(string element, string resource)
    {
        Element = element;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly does not carry {resource}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Content = "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public static InlineBlock Style { get; } = new("style", "report.css");

    public static InlineBlock Script { get; } = new("script", "report.js");

    public string Element { get; }

    public string Content { get; }

    /// <summary>What a content security policy must name for a browser to accept this block and no other.</summary>
    public string Source => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Content)))}'";
}
