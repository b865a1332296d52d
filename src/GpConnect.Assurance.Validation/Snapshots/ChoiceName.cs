namespace GpConnect.Assurance.Validation;

/// <summary>How a choice element is spelled for a type: <c>value[x]</c> with <c>dateTime</c> is <c>valueDateTime</c>.</summary>
internal static class ChoiceName
{
    internal static string Suffix(string typeCode) => typeCode.Length == 0 ? string.Empty : char.ToUpperInvariant(typeCode[0]) + typeCode[1..];

    internal static string Of(string choice, string typeCode) => choice[..^3] + Suffix(typeCode);
}
