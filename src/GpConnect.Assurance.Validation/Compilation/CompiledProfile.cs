using System.Collections.Concurrent;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>A StructureDefinition made ready for validating, part by part as documents need it.</summary>
internal sealed class CompiledProfile
{
    private static int s_lastId;
    private volatile StructureFacts? _structure;
    private volatile SnapshotElement? _snapshot;
    private volatile ElementRule? _root;
    private readonly ConcurrentDictionary<string, ElementRule> _byPath = new(StringComparer.Ordinal);
    private volatile CompiledProfile[]? _bases;
    private bool _isBuilding;

    internal CompiledProfile(DefinitionStore store, string url, string? knownType)
    {
        Store = store;
        Url = url;
        Type = knownType ?? store.Structure(url)?.Type ?? string.Empty;
        TypeNameId = FhirNames.Intern(Type);
        IsBaseType = Url == Canonical.OfBaseType(Type);
    }

    /// <summary>Distinguishes profiles cheaply within the process.</summary>
    internal int Id { get; } = Interlocked.Increment(ref s_lastId);

    internal string Url { get; }

    internal DefinitionStore Store { get; }

    /// <summary>The FHIR type described or constrained: "Patient", "HumanName", "Extension".</summary>
    internal string Type { get; }

    internal int TypeNameId { get; }

    /// <summary>Whether it is FHIR's own definition of a type, and not a profile on one.</summary>
    internal bool IsBaseType { get; }

    internal StructureFacts? Structure => _structure ??= Store.Structure(Url);

    internal bool IsResource => Structure?.Kind == "resource";

    /// <summary>The element tree; null when the definition cannot be read.</summary>
    internal SnapshotElement? Snapshot
    {
        get
        {
            if (_snapshot is { } known)
            {
                return known;
            }

            lock (Store.CompileLock)
            {
                return _snapshot ??= BuildSnapshot();
            }
        }
    }

    /// <summary>The rule for an element of this type; null when the definition cannot be read.</summary>
    internal ElementRule? Root
    {
        get
        {
            if (_root is { } known)
            {
                return known;
            }

            lock (Store.CompileLock)
            {
                return _root ??= Snapshot is { } snapshot ? RuleCompiler.Root(this, snapshot) : null;
            }
        }
    }

    /// <summary>The rule of an element that others refer to (<c>#Composition.section</c>): one for all, since it can refer to itself. Null when there is none.</summary>
    internal ElementRule? Referred(string path)
    {
        if (_byPath.TryGetValue(path, out var known))
        {
            return known;
        }

        return Snapshot?.Descendant(path) is { } element ? _byPath.GetOrAdd(path, RuleCompiler.Rule(this, element)) : null;
    }

    /// <summary>Whether this is <paramref name="other"/> or is derived from it, so that what meets this meets the other.</summary>
    internal bool Includes(CompiledProfile other) => ReferenceEquals(this, other) || Array.IndexOf(_bases ??= Bases(), other) >= 0;

    private CompiledProfile[] Bases()
    {
        var bases = new List<CompiledProfile>();
        for (var current = this; bases.Count < SnapshotBuilder.MaxBases; bases.Add(current))
        {
            current = current.Structure?.BaseDefinition is { } url ? Store.Profile(url) : null;
            if (current is null)
            {
                break;
            }
        }

        return [.. bases];
    }

    private SnapshotElement? BuildSnapshot()
    {
        if (_isBuilding)
        {
            Store.Report(Url, null, "It is derived from itself.");
            return null;
        }

        _isBuilding = true;
        try
        {
            return Structure is { } structure ? new SnapshotBuilder(Store).Build(structure) : null;
        }
        finally
        {
            _isBuilding = false;
        }
    }
}
