namespace GpConnect.Assurance.Evidence;

/// <summary>How an evidence pack differs from its manifest.</summary>
/// <param name="Kind">What kind of difference it is.</param>
/// <param name="Path">The file, from the run's folder, with <c>/</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record ManifestDifference(ManifestDifferenceKind Kind, string Path, string Message);
