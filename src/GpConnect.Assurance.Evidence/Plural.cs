namespace GpConnect.Assurance.Evidence;

internal static class Plural
{
    /// <summary><c>1 check</c>, <c>1,200 checks</c>.</summary>
    public static string Of(int count, string singular) => count == 1 ? $"1 {singular}" : $"{count:N0} {singular}s";
}
