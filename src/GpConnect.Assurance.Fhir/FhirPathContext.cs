namespace GpConnect.Assurance.Fhir;

/// <summary>What an expression may ask of its surroundings. All of it is optional.</summary>
public sealed record FhirPathContext
{
    internal static FhirPathContext Default { get; } = new();

    /// <summary><c>%resource</c>. Default: the resource that holds the focus, or, when that is contained, the one that contains it.</summary>
    public FhirNode? Resource { get; init; }

    /// <summary><c>%rootResource</c>. Default: the resource that holds the focus and is not contained in another.</summary>
    public FhirNode? RootResource { get; init; }

    /// <summary>Further <c>%name</c> values.</summary>
    public IReadOnlyDictionary<string, FhirPathItem> Variables { get; init; } = new Dictionary<string, FhirPathItem>();

    /// <summary>
    /// Finds the resource of a reference (the text of <c>Reference.reference</c> or a uri); null when it cannot. References to contained
    /// resources (<c>#id</c>) are resolved without it.
    /// </summary>
    public Func<string, FhirNode?>? Resolve { get; init; }

    public IFhirTypes? Types { get; init; }

    /// <summary>For <c>memberOf()</c>: whether a coded element is in the value set of that address; null when it cannot be told.</summary>
    public Func<FhirNode, string, bool?>? MemberOf { get; init; }

    /// <summary>For <c>conformsTo()</c>: whether an element conforms to the profile of that address; null when it cannot be told.</summary>
    public Func<FhirNode, string, bool?>? ConformsTo { get; init; }

    /// <summary>Receives what <c>trace()</c> is given: its name and the items.</summary>
    public Action<string, IReadOnlyList<FhirPathItem>>? Trace { get; init; }

    /// <summary>For <c>now()</c>, <c>today()</c> and <c>timeOfDay()</c>, and the offset of times that state none. Default: the clock.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Items an evaluation may visit or make before it is given up as undecided.</summary>
    public int MaxSteps { get; init; } = 10_000_000;
}
