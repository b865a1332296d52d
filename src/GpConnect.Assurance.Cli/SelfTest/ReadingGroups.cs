using GpConnect.Assurance.ReferenceProvider;

namespace GpConnect.Assurance.Cli.SelfTest;

/// <summary>Readings taken some at a time, so that each two are together in a group, and apart.</summary>
internal static class ReadingGroups
{
    /// <returns>About twice the binary logarithm of the number of readings; none is empty.</returns>
    public static IReadOnlyList<IReadOnlyList<Reading>> Of(IReadOnlyList<Reading> readings)
    {
        var bits = readings.Count <= 1 ? 1 : int.Log2(readings.Count - 1) + 1;
        return [.. Enumerable.Range(0, bits)
            .SelectMany(bit => new[] { Numbered(readings, number => (number >> bit & 1) == 1), Numbered(readings, number => (number >> bit & 1) == 0) })
            .Where(group => group.Count > 0)];
    }

    private static List<Reading> Numbered(IReadOnlyList<Reading> readings, Predicate<int> isIn) =>
        [.. readings.Where((_, number) => isIn(number))];
}
