namespace GpConnect.Assurance.Validation;

/// <summary>One step of a discriminator's path, from an element to those it leads to.</summary>
/// <param name="NameIds">Of children: the names they may have, several for a choice. Empty for the other kinds.</param>
/// <param name="Url">Of an extension.</param>
internal sealed record PathStep(PathStepKind Kind, int[] NameIds, byte[]? Url)
{
    internal static PathStep Resolve { get; } = new(PathStepKind.Resolve, [], null);

    internal static PathStep Child(params int[] nameIds) => new(PathStepKind.Child, nameIds, null);

    internal static PathStep Extension(string url) => new(PathStepKind.Extension, [], Utf8Comparer.Bytes(url));
}
