namespace GpConnect.Assurance.Fhir;

/// <summary>What a document may cost; beyond any of these reading stops with a <see cref="ReadingSeverity.Fatal"/> issue.</summary>
public sealed record ReaderLimits
{
    /// <summary>The most nodes a document may have, whatever <see cref="MaxNodes"/> asks: an array index is kept in 23 bits.</summary>
    public const int NodeCeiling = (1 << 23) - 1;

    /// <summary>The deepest nesting, whatever <see cref="MaxDepth"/> asks: readers and walkers recurse once per level.</summary>
    public const int DepthCeiling = 250;

    public static ReaderLimits Default { get; } = new();

    /// <summary>Size of the document in bytes.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Elements nested in elements; the root is at depth 1.</summary>
    public int MaxDepth { get; init; } = 100;

    public int MaxNodes { get; init; } = 5_000_000;
}
