namespace GpConnect.Assurance.Evidence;

/// <summary>One file of an evidence pack.</summary>
/// <param name="Path">From the run's folder, with <c>/</c>.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record ManifestFile(string Path, long Length, string Sha256);
