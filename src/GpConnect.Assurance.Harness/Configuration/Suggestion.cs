namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean "…"?</c>, or a full stop when nothing is near.</summary>
    public static string EndOfSentence(string unknown, IEnumerable<string> known)
    {
        var nearest = Nearest(unknown, known);
        return nearest is null ? "." : $"; did you mean {nearest}?";
    }

    /// <summary>The known name with the fewest letters to change, if these are few; else null.</summary>
    public static string? Nearest(string unknown, IEnumerable<string> known)
    {
        var best = known.Select(name => (name, distance: Distance(unknown.ToUpperInvariant(), name.ToUpperInvariant())))
            .DefaultIfEmpty((name: "", distance: int.MaxValue))
            .MinBy(candidate => candidate.distance);
        return best.distance <= Math.Max(2, unknown.Length / 3) ? best.name : null;
    }

    /// <summary>Letters to insert, remove or replace to make one of the other (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
