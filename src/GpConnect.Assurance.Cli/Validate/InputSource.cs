namespace GpConnect.Assurance.Cli.Validate;

/// <param name="Name">As the user would name it; it starts the lines about it.</param>
/// <param name="Problem">Why there is nothing to read: one sentence; null when it can be tried.</param>
internal sealed record InputSource(string Name, string? Problem = null)
{
    public const string StandardInput = "-";

    public bool IsStandardInput => Name == StandardInput;

    /// <summary>Bytes to come; null when nobody knows before the end.</summary>
    public long? Length => Problem is not null ? 0 : IsStandardInput ? null : new FileInfo(Name) is { Exists: true } file ? file.Length : 0;

    /// <summary>True when the name says that there is one resource on each line.</summary>
    public bool IsLinesByName => Path.GetExtension(Name).Equals(".ndjson", StringComparison.OrdinalIgnoreCase);
}
