using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Divides the elements of one list among the slices of a profile.</summary>
internal sealed class Slicer
{
    private readonly Dictionary<byte[], SliceRule>? _byUrl;

    internal Slicer(SliceRule[] slices, SlicingRules rules, bool isOrdered, int counter)
    {
        Slices = slices;
        Rules = rules;
        IsOrdered = isOrdered;
        Counter = counter;
        CounterCount = 1 + slices.Sum(slice => 1 + (slice.Slicer?.CounterCount ?? 0));
        HasRequired = slices.Any(slice => slice.Min > 0 || slice.Slicer?.HasRequired == true);
        _byUrl = ByUrl(slices);
    }

    /// <summary>First of the counters: the last slice met, then one for each slice (and for the slices of slices).</summary>
    internal int Counter { get; }

    internal SliceRule[] Slices { get; }

    internal SlicingRules Rules { get; }

    internal bool IsOrdered { get; }

    internal int CounterCount { get; }

    internal bool HasRequired { get; }

    /// <summary>The first slice that an element belongs to; null when it belongs to none.</summary>
    internal SliceRule? Find(FhirNode node, IDocumentView view)
    {
        if (_byUrl is not null)
        {
            var url = ExtensionUrl.WithoutScheme(ExtensionUrl.Of(node));
            return _byUrl.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(url, out var slice) ? slice : null;
        }

        foreach (var slice in Slices)
        {
            if (slice.Matches(node, view))
            {
                return slice;
            }
        }

        return null;
    }

    /// <summary>Extensions are found by their url in one look-up, in either scheme.</summary>
    private static Dictionary<byte[], SliceRule>? ByUrl(SliceRule[] slices)
    {
        var byUrl = new Dictionary<byte[], SliceRule>(Utf8Comparer.Instance);
        foreach (var slice in slices)
        {
            if (slice.Discriminators is not [{ ExtensionUrl: { } url }])
            {
                return null;
            }

            byUrl.TryAdd(ExtensionUrl.WithoutScheme(url).ToArray(), slice);
        }

        return byUrl;
    }
}
