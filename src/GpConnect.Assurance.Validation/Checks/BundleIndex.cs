using System.Buffers;
using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// The resources of a Bundle by <c>fullUrl</c> and by type and id, for resolving references. A hash table over the document's own bytes: no strings, and
/// the arrays come from the pool.
/// </summary>
internal sealed class BundleIndex : IDisposable
{
    private static readonly int EntryName = FhirNames.Intern("entry");
    private static readonly int FullUrlName = FhirNames.Intern("fullUrl");
    private static readonly int ResourceName = FhirNames.Intern("resource");
    private static readonly int IdName = FhirNames.Intern("id");
    private static readonly int MetaName = FhirNames.Intern("meta");
    private static readonly int ProfileName = FhirNames.Intern("profile");

    private readonly DefinitionStore _store;
    private readonly FhirDocument _document;
    private readonly int _mask;
    private readonly Place[] _places;
    private readonly Entry[] _entries;
    private int _count;
    private bool _hasRelativeFullUrl;

    internal BundleIndex(FhirNode bundle, DefinitionStore store)
    {
        _store = store;
        _document = bundle.Document;
        var count = bundle.ChildrenNamed(EntryName).Count();
        var size = 16;
        while (size < count * 4)
        {
            size *= 2;
        }

        _mask = size - 1;
        _places = ArrayPool<Place>.Shared.Rent(size);
        _places.AsSpan(0, size).Clear();
        _entries = ArrayPool<Entry>.Shared.Rent(count + 1);
        Node = bundle.Index;
        foreach (var entry in bundle.ChildrenNamed(EntryName))
        {
            Add(entry);
        }
    }

    /// <summary>The Bundle.</summary>
    internal int Node { get; }

    /// <summary>The number of the entry that a reference without fragment points to; -1 when the Bundle does not hold it.</summary>
    internal int Find(ReadOnlySpan<byte> reference) => Find(reference, ReferenceUrl.SlashOfTypeAndId(reference));

    /// <param name="slashOfTypeAndId">As <see cref="ReferenceUrl.SlashOfTypeAndId"/> gives it.</param>
    internal int Find(ReadOnlySpan<byte> reference, int slashOfTypeAndId)
    {
        if (slashOfTypeAndId > 0 && !_hasRelativeFullUrl)
        {
            return FindById(reference[..slashOfTypeAndId], reference[(slashOfTypeAndId + 1)..]);
        }

        var url = WithoutVersion(reference);
        var hash = Hash(url);
        for (var place = hash & _mask; _places[place].Number != 0; place = (place + 1) & _mask)
        {
            var number = _places[place].Number - 1;
            if (_places[place].Hash == hash && FullUrl(number).SequenceEqual(url))
            {
                return number;
            }
        }

        var slash = url.IndexOf((byte)'/');
        return slash > 0 ? FindById(url[..slash], url[(slash + 1)..]) : -1;
    }

    internal FhirNode Resource(int number) => At(_entries[number].Resource);

    /// <summary>The first profile of its own type that a resource claims; null when there is none.</summary>
    internal CompiledProfile? Claim(int number)
    {
        ref var entry = ref _entries[number];
        if (!entry.IsClaimKnown)
        {
            entry.Claim = FirstClaim(At(entry.Resource));
            entry.IsClaimKnown = true;
        }

        return entry.Claim;
    }

    public void Dispose()
    {
        ArrayPool<Place>.Shared.Return(_places);
        _entries.AsSpan(0, _count).Clear();
        ArrayPool<Entry>.Shared.Return(_entries);
    }

    private int FindById(ReadOnlySpan<byte> type, ReadOnlySpan<byte> id)
    {
        var typeId = FhirNames.IdOf(type);
        var hash = Hash(id);
        for (var place = hash & _mask; _places[place].Number != 0; place = (place + 1) & _mask)
        {
            var number = _places[place].Number - 1;
            if (_places[place].Hash == hash && IsType(number, type, typeId) && Value(_entries[number].Id).SequenceEqual(id))
            {
                return number;
            }
        }

        return -1;
    }

    /// <summary>A type that is not among the names known everywhere may still be one of this document's own.</summary>
    private bool IsType(int number, ReadOnlySpan<byte> type, int typeId) =>
        typeId >= 0 ? _entries[number].Type == typeId : Ascii.Equals(type, Resource(number).ResourceType);

    private void Add(FhirNode entry)
    {
        var resource = entry.Child(ResourceName);
        if (!resource.IsResource)
        {
            return;
        }

        ref var added = ref _entries[_count++];
        added = new Entry { Resource = resource.Index, Type = resource.ResourceTypeId, FullUrl = entry.Child(FullUrlName).Index, Id = resource.Child(IdName).Index };
        var fullUrl = FullUrl(_count - 1);
        _hasRelativeFullUrl |= !fullUrl.IsEmpty && !fullUrl.Contains((byte)':');
        Add(fullUrl);
        Add(Value(added.Id));
    }

    /// <summary>Adds a key of the last entry.</summary>
    private void Add(ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty)
        {
            return;
        }

        var hash = Hash(key);
        var place = hash & _mask;
        while (_places[place].Number != 0)
        {
            place = (place + 1) & _mask;
        }

        _places[place] = new Place(hash, _count);
    }

    private CompiledProfile? FirstClaim(FhirNode resource)
    {
        for (var claim = resource.Child(MetaName).FirstChild; !claim.IsNone; claim = claim.NextSibling)
        {
            if (claim.NameId == ProfileName && claim.HasValue && _store.Profile(claim.ValueUtf8) is { } profile && profile.TypeNameId == resource.ResourceTypeId)
            {
                return profile;
            }
        }

        return null;
    }

    private FhirNode At(int index) => index == 0 ? default : new FhirNode(_document, index);

    private ReadOnlySpan<byte> Value(int index) => At(index).ValueUtf8;

    private ReadOnlySpan<byte> FullUrl(int number) => WithoutVersion(Value(_entries[number].FullUrl));

    private static int Hash(ReadOnlySpan<byte> key) => Utf8Comparer.Instance.GetHashCode(key);

    private static ReadOnlySpan<byte> WithoutVersion(ReadOnlySpan<byte> url)
    {
        var history = url.IndexOf("/_history/"u8);
        return history < 0 ? url : url[..history];
    }

    /// <param name="Number">That of the entry, from 1; 0 of a free place.</param>
    private readonly record struct Place(int Hash, int Number);

    /// <summary>Places in the node table, 0 for none, and the claim once it was asked for.</summary>
    private struct Entry
    {
        public int Resource;
        public int Type;
        public int FullUrl;
        public int Id;
        public bool IsClaimKnown;
        public CompiledProfile? Claim;
    }
}
