using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The resource types and profiles that a Reference may point to.</summary>
internal sealed class ReferenceTargets
{
    private readonly HashSet<int> _typeIds = [];
    private volatile CompiledProfile[] _metBy = [];
    private readonly List<byte[]> _typesUtf8 = [];
    private readonly List<string> _types = [];

    private ReferenceTargets()
    {
    }

    /// <summary>The definitions carried among the targets: base types and profiles.</summary>
    internal List<CompiledProfile> Profiles { get; } = [];

    /// <summary>Any resource will do.</summary>
    internal bool IsAny { get; private set; }

    /// <summary>For messages: "Practitioner, Organization".</summary>
    internal string Description => string.Join(", ", _types);

    /// <summary>Null when nothing is to be checked.</summary>
    internal static ReferenceTargets? Of(CompiledProfile profile, SnapshotElement element, TypeFacts type)
    {
        if (type.TargetProfiles.Count == 0)
        {
            return null;
        }

        var targets = new ReferenceTargets();
        foreach (var canonical in type.TargetProfiles)
        {
            targets.Add(profile, element, canonical);
        }

        return targets.IsAny ? null : targets;
    }

    /// <summary>For messages: the canonicals allowed for one type.</summary>
    internal string ProfilesOf(int resourceTypeId) =>
        string.Join(", ", Profiles.Where(profile => profile.TypeNameId == resourceTypeId).Select(profile => profile.Url));

    /// <summary>Whether a resource that claims the profile thereby claims one of those allowed. Each claim is worked out once.</summary>
    internal bool AreMetBy(CompiledProfile claim)
    {
        if (Array.IndexOf(_metBy, claim) >= 0)
        {
            return true;
        }

        if (!Profiles.Exists(claim.Includes))
        {
            return false;
        }

        // Two threads may both find it out and one of them be forgotten: it will be found out again.
        _metBy = [.. _metBy, claim];
        return true;
    }

    internal bool Allows(int resourceTypeId) => _typeIds.Contains(resourceTypeId);

    internal bool Allows(ReadOnlySpan<byte> resourceType)
    {
        foreach (var type in _typesUtf8)
        {
            if (resourceType.SequenceEqual(type))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(CompiledProfile profile, SnapshotElement element, string canonical)
    {
        if (profile.Store.Profile(canonical) is { } target)
        {
            Profiles.Add(target);
        }

        var name = profile.Store.TypeOf(canonical);
        if (name is null && canonical.StartsWith(Canonical.Hl7Structure, StringComparison.Ordinal))
        {
            // A resource type of FHIR that no profile here reaches: its name is all that is needed.
            name = canonical[Canonical.Hl7Structure.Length..];
        }

        if (name is null)
        {
            profile.Store.Report(profile.Url, element.Id, $"Its target profile {canonical} is not among the definitions; any target is accepted.");
            IsAny = true;
        }
        else if (name == "Resource")
        {
            IsAny = true;
        }
        else if (_typeIds.Add(FhirNames.Intern(name)))
        {
            _types.Add(name);
            _typesUtf8.Add(Utf8Comparer.Bytes(name));
        }
    }
}
