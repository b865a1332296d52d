namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>A line to run elsewhere; the page's script puts a button beside it that copies it.</summary>
internal static class CopyBlock
{
    public static void Write(Html html, string label, string? text)
    {
        if (text is null)
        {
            return;
        }

        using var block = html.In("div", ("class", "copy"));
        html.Put("p", label, ("class", "label"));
        html.Put("pre", text);
    }
}
