using System.Security.Cryptography;
using System.Text;

namespace GpConnect.Assurance.Evidence;

/// <summary>Turns an id that nobody vouches for into a file name that is one on every system.</summary>
internal static class SafeName
{
    private const int Longest = 80;

    /// <summary>The id itself when it is made of ASCII letters, digits and hyphens; otherwise those of it, and a digest that keeps it unique.</summary>
    public static string Of(string id)
    {
        var safe = id.Length is > 0 and <= Longest && id.All(IsSafe) && !IsReserved(id);
        return safe ? id : $"{Cleaned(id)}-{Digest(id)}";
    }

    /// <summary>Eight hexadecimal digits that stand for the text.</summary>
    public static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    private static string Cleaned(string id)
    {
        var kept = id.Take(Longest).Select(c => IsSafe(c) ? c : '-');
        return "x" + string.Concat(kept);
    }

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';

    /// <summary>Device names that Windows takes for itself.</summary>
    private static bool IsReserved(string id) => id.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (id.Length == 4 && char.IsAsciiDigit(id[3]) && id[..3].ToUpperInvariant() is "COM" or "LPT");
}
