namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>Entries of a list of names and values; a value that is not known leaves no entry.</summary>
internal static class Facts
{
    private const int Longest = 1_500;

    public static void Write(Html html, string name, string? value) => WriteEntry(html, name, value, "span");

    public static void WriteCode(Html html, string name, string? value) => WriteEntry(html, name, value, "code");

    private static void WriteEntry(Html html, string name, string? value, string element)
    {
        if (value is null)
        {
            return;
        }

        using var entry = html.In("div");
        html.Put("dt", name);
        using var description = html.In("dd");
        html.Put(element, value.Length == 0 ? "(empty)" : PlainText.Clip(value, Longest), ("class", "value"));
    }
}
