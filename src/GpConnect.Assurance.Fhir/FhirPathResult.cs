namespace GpConnect.Assurance.Fhir;

/// <summary>What an expression evaluated to.</summary>
public sealed class FhirPathResult
{
    internal FhirPathResult(IReadOnlyList<FhirPathItem> items, FhirPathTruth truth, string? undecidedBecause)
    {
        Items = items;
        Truth = truth;
        UndecidedBecause = undecidedBecause;
    }

    /// <summary>The collection, in order; it may hold items of kind <see cref="FhirPathItemKind.Unknown"/>.</summary>
    public IReadOnlyList<FhirPathItem> Items { get; }

    /// <summary>The result read as a rule: any true item, else whether it is false, empty or undecided.</summary>
    public FhirPathTruth Truth { get; }

    /// <summary>The result depends on something not known here.</summary>
    public bool IsUndecided => UndecidedBecause is not null;

    /// <summary>One sentence; null when the result is decided.</summary>
    public string? UndecidedBecause { get; }

    /// <summary>The result read as a rule; null when it is empty or undecided.</summary>
    public bool? AsBoolean() => Truth switch
    {
        FhirPathTruth.True => true,
        FhirPathTruth.False => false,
        _ => null,
    };

    /// <summary>The items, comma-separated, in braces unless there is exactly one.</summary>
    public string ToDisplayString()
    {
        const int Most = 20;
        if (Items.Count == 1)
        {
            return Items[0].ToDisplayString();
        }

        var shown = string.Join(", ", Items.Take(Most).Select(item => item.ToDisplayString()));
        return Items.Count > Most ? $"{{{shown}, … {Items.Count} in all}}" : $"{{{shown}}}";
    }

    public override string ToString() => ToDisplayString();
}
