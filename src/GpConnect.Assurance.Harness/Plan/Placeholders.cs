namespace GpConnect.Assurance.Harness.Plan;

/// <summary>The values that one example row gives to the <c>&lt;names&gt;</c> in an outline.</summary>
internal sealed class Placeholders(IReadOnlyList<string> names, IReadOnlyList<string> values)
{
    public static Placeholders None { get; } = new([], []);

    /// <summary>Replaces each <c>&lt;name&gt;</c>; values put in are not looked at again, as Gherkin has it.</summary>
    public string Fill(string text)
    {
        if (names.Count == 0 || !text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var column = ColumnAt(text, at);
            if (column < 0)
            {
                filled.Append(text[at++]);
                continue;
            }

            filled.Append(values[column]);
            at += names[column].Length + 2;
        }

        return filled.ToString();
    }

    private int ColumnAt(string text, int at)
    {
        if (text[at] != '<')
        {
            return -1;
        }

        for (var column = 0; column < names.Count; column++)
        {
            var name = names[column];
            var end = at + 1 + name.Length;
            if (end < text.Length && text[end] == '>' && string.CompareOrdinal(text, at + 1, name, 0, name.Length) == 0)
            {
                return column;
            }
        }

        return -1;
    }
}
