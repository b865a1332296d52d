using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Divides the elements of one list among the slices of a profile.</summary>
internal sealed class Slicer
{
    /// <summary>Up to here it costs less to compare than to hash.</summary>
    private const int FewSlices = 8;
    private readonly Dictionary<byte[], SliceRule>? _byUrl;
    private readonly (byte[] Url, SliceRule Slice)[] _fewUrls = [];

    internal Slicer(SliceRule[] slices, SlicingRules rules, bool isOrdered, int counter)
    {
        Slices = slices;
        Rules = rules;
        IsOrdered = isOrdered;
        Counter = counter;
        CounterCount = 1 + slices.Sum(slice => 1 + (slice.Slicer?.CounterCount ?? 0));
        HasRequired = slices.Any(slice => slice.Min > 0 || slice.Slicer?.HasRequired == true);
        _byUrl = ByUrl(slices);
        if (_byUrl is { Count: <= FewSlices })
        {
            _fewUrls = [.. _byUrl.Select(slice => (slice.Key, slice.Value))];
        }
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
            return _fewUrls.Length > 0 ? OfFew(url)
                : _byUrl.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(url, out var slice) ? slice : null;
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

    private SliceRule? OfFew(ReadOnlySpan<byte> url)
    {
        foreach (var (known, slice) in _fewUrls)
        {
            if (url.SequenceEqual(known))
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
