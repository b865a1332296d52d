namespace GpConnect.Assurance.Validation;

/// <summary>SNOMED CT identifiers: 6 to 18 digits, the last a Verhoeff check digit, the two before it the partition (SNOMED CT Release File Specification).</summary>
internal static class SnomedId
{
    internal const string System = "http://snomed.info/sct";

    private const string Multiplication = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
    private const string Permutation = "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

    /// <summary>Whether it is a concept identifier. An expression (post-coordination) is not, and is left alone by the caller.</summary>
    internal static bool IsConcept(ReadOnlySpan<byte> code) =>
        code.Length is >= 6 and <= 18
        && code.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
        && code[0] != (byte)'0'
        && code[^2] == (byte)'0'
        && code[^3] is (byte)'0' or (byte)'1'
        && HasCheckDigit(code);

    /// <summary>Post-coordinated expressions carry more than digits: refinements, conjunctions, terms.</summary>
    internal static bool IsExpression(ReadOnlySpan<byte> code) => code.IndexOfAny(":+|=("u8) >= 0;

    private static bool HasCheckDigit(ReadOnlySpan<byte> code)
    {
        var check = 0;
        for (var i = 0; i < code.Length; i++)
        {
            var digit = code[code.Length - 1 - i] - '0';
            var permuted = Permutation[((i % 8) * 10) + digit] - '0';
            check = Multiplication[(check * 10) + permuted] - '0';
        }

        return check == 0;
    }
}
