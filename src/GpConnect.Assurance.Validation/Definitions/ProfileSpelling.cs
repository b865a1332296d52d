namespace GpConnect.Assurance.Validation;

/// <summary>A canonical as documents write it, and the profile it stands for.</summary>
internal sealed record ProfileSpelling(byte[] Utf8, CompiledProfile Profile);
