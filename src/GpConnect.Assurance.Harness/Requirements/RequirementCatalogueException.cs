namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>A requirements file cannot be used; the message is one sentence that says what, where and what to do.</summary>
public sealed class RequirementCatalogueException : Exception
{
    public RequirementCatalogueException(string message, string file, int line, int column)
        : base($"{file}:{line}:{column}: {message}")
    {
        File = file;
        Line = line;
        Column = column;
    }

    public RequirementCatalogueException(string message)
        : base(message)
    {
    }

    /// <summary>The file at fault; null when it is the folder as a whole.</summary>
    public string? File { get; }

    /// <summary>1-based; 0 when no line is at fault.</summary>
    public int Line { get; }

    /// <summary>1-based; 0 when no line is at fault.</summary>
    public int Column { get; }
}
