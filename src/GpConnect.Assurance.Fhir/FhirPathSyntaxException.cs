namespace GpConnect.Assurance.Fhir;

/// <summary>An expression that is not FHIRPath.</summary>
/// <param name="message">What is wrong, in one sentence.</param>
/// <param name="text">The expression.</param>
/// <param name="position">0-based index of the character in <paramref name="text"/> where it went wrong.</param>
public sealed class FhirPathSyntaxException(string message, string text, int position)
    : FormatException($"{message} (at character {position + 1} of \"{text}\")")
{
    /// <summary>What is wrong, without the place.</summary>
    public string Fault { get; } = message;

    public string Text { get; } = text;

    /// <summary>0-based index into <see cref="Text"/>.</summary>
    public int Position { get; } = position;
}
