namespace GpConnect.Assurance.Harness.Run;

/// <summary>How the provider answers an interaction when nothing is wrong with the request.</summary>
/// <param name="Succeeds">The status is that of success.</param>
/// <param name="Resources">Resources in the answer's Bundle, or 1 for a resource alone.</param>
/// <param name="Summary">The answer in a few words.</param>
public sealed record SoundAnswer(bool Succeeds, int Resources, string Summary)
{
    /// <summary>The answer is of the resource type that the interaction gives.</summary>
    public bool HasRightType { get; init; }

    /// <summary>The answer is what was asked for, as far as can be told without looking into it.</summary>
    public bool IsRight => Succeeds && HasRightType && Resources > 0;
}
