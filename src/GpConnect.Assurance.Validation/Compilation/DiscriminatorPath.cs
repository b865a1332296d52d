namespace GpConnect.Assurance.Validation;

/// <summary>
/// The path of a discriminator in its steps: element names, <c>resolve()</c>, <c>extension(url)</c>. A choice narrowed by <c>ofType(X)</c> or
/// <c>as(X)</c> is the element of that name: <c>valueX</c>.
/// </summary>
internal static class DiscriminatorPath
{
    internal const string Resolve = "resolve()";
    private const string ExtensionStart = "extension(";
    private static readonly string[] TypeFilters = ["ofType(", "as("];

    /// <summary>Null when the path has a function that discriminators do not know.</summary>
    internal static string[]? Parse(string path)
    {
        var steps = new List<string>();
        foreach (var step in Split(path))
        {
            if (step is "" or "$this")
            {
                continue;
            }

            if (Array.Find(TypeFilters, filter => step.StartsWith(filter, StringComparison.Ordinal)) is { } filter && steps.Count > 0)
            {
                steps[^1] += ChoiceName.Suffix(step[filter.Length..^1].Trim());
            }
            else if (step.Contains('(', StringComparison.Ordinal) && step != Resolve && UrlOf(step) is null)
            {
                return null;
            }
            else
            {
                steps.Add(step);
            }
        }

        return [.. steps];
    }

    /// <summary>The url in <c>extension('url')</c>; null of any other step.</summary>
    internal static string? UrlOf(string step) =>
        step.StartsWith(ExtensionStart, StringComparison.Ordinal) && step.EndsWith(')') ? step[ExtensionStart.Length..^1].Trim('\'', '"', ' ') : null;

    /// <summary>At the dots outside parentheses: urls have dots too.</summary>
    private static List<string> Split(string path)
    {
        var steps = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i == path.Length || (path[i] == '.' && depth == 0))
            {
                steps.Add(path[start..i]);
                start = i + 1;
            }
            else
            {
                depth += path[i] == '(' ? 1 : path[i] == ')' ? -1 : 0;
            }
        }

        return steps;
    }
}
