using System.Buffers;
using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// The resources of a Bundle by <c>fullUrl</c> and by type and id, for resolving references. A hash table over the document's own bytes: no strings, and
/// the array comes from the pool.
/// </summary>
internal sealed class BundleIndex : IDisposable
{
    private static readonly int EntryName = FhirNames.Intern("entry");
    private static readonly int FullUrlName = FhirNames.Intern("fullUrl");
    private static readonly int ResourceName = FhirNames.Intern("resource");
    private static readonly int IdName = FhirNames.Intern("id");

    private readonly FhirNode[] _entries;
    private readonly int _mask;

    internal BundleIndex(FhirNode bundle)
    {
        var count = bundle.ChildrenNamed(EntryName).Count();
        var size = 16;
        while (size < count * 4)
        {
            size *= 2;
        }

        _mask = size - 1;
        _entries = ArrayPool<FhirNode>.Shared.Rent(size);
        _entries.AsSpan(0, size).Clear();
        foreach (var entry in bundle.ChildrenNamed(EntryName))
        {
            Add(entry);
        }
    }

    /// <summary>The resource that a reference without fragment points to; no node when the Bundle does not hold it.</summary>
    internal FhirNode Find(ReadOnlySpan<byte> reference)
    {
        var url = WithoutVersion(reference);
        for (var place = Place(url); !_entries[place].IsNone; place = Next(place))
        {
            if (FullUrl(_entries[place]).SequenceEqual(url))
            {
                return _entries[place].Child(ResourceName);
            }
        }

        var slash = url.IndexOf((byte)'/');
        return slash > 0 ? FindById(url[..slash], url[(slash + 1)..]) : default;
    }

    public void Dispose() => ArrayPool<FhirNode>.Shared.Return(_entries, clearArray: true);

    private FhirNode FindById(ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        for (var place = Place(id); !_entries[place].IsNone; place = Next(place))
        {
            var resource = _entries[place].Child(ResourceName);
            if (resource.Child(IdName).ValueUtf8.SequenceEqual(id) && Ascii.Equals(type, resource.ResourceType))
            {
                return resource;
            }
        }

        return default;
    }

    private void Add(FhirNode entry)
    {
        var resource = entry.Child(ResourceName);
        if (resource.IsResource)
        {
            Add(entry, FullUrl(entry));
            Add(entry, resource.Child(IdName).ValueUtf8);
        }
    }

    private void Add(FhirNode entry, ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty)
        {
            return;
        }

        var place = Place(key);
        while (!_entries[place].IsNone)
        {
            place = Next(place);
        }

        _entries[place] = entry;
    }

    private int Place(ReadOnlySpan<byte> key) => Utf8Comparer.Instance.GetHashCode(key) & _mask;

    private int Next(int place) => (place + 1) & _mask;

    private static ReadOnlySpan<byte> FullUrl(FhirNode entry) => WithoutVersion(entry.Child(FullUrlName).ValueUtf8);

    private static ReadOnlySpan<byte> WithoutVersion(ReadOnlySpan<byte> url)
    {
        var history = url.IndexOf("/_history/"u8);
        return history < 0 ? url : url[..history];
    }
}
