using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Resources: which profiles they are to meet, and extensions and alternatives, which are chosen likewise.</summary>
internal sealed partial class ValidationRun
{
    private static readonly int MetaName = FhirNames.Intern("meta");
    private static readonly int ProfileName = FhirNames.Intern("profile");
    private static readonly int ContainedName = FhirNames.Intern("contained");

    private void ResourceElement(FhirNode node, ElementRule rule)
    {
        if (!node.IsResource)
        {
            if (node.HasValue)
            {
                Report(IssueCode.ElementHasValue, node, rule, null, $"{node.Name} must be a resource, not a plain value.", "Resource", Shown(node));
            }
            else if (node.IsCompanion)
            {
                Companion(node, rule);
            }
            else if (node.HasChildren)
            {
                Report(IssueCode.ResourceTypeMissing, node, rule, null, $"{node.Name} must be a resource, but does not say its resourceType.");
            }

            return;
        }

        Resource(node, rule.Alternatives, isRoot: false);
    }

    /// <param name="required">Profiles that the place in the document asks for; one of them must be met.</param>
    private void Resource(FhirNode node, CompiledProfile[] required, bool isRoot)
    {
        var type = store.ResourceType(node);
        if (type is not { IsResource: true })
        {
            NotCarried(node);
            return;
        }

        if (required.Length > 1)
        {
            AnyProfile(node, required);
        }

        var profiles = new ProfileSet();
        Claimed(node, type, ref profiles);
        Asked(node, type, required, isRoot, ref profiles);
        if (profiles.Count == 0)
        {
            profiles.Add(type);
        }

        var (bundle, wasKnown) = (_bundle, _isBundleKnown);
        _isBundleKnown = false;
        for (var i = 0; i < profiles.Count; i++)
        {
            Apply(node, profiles[i]);
        }

        (_bundle, _isBundleKnown) = (bundle, wasKnown);
    }

    private void Apply(FhirNode node, CompiledProfile profile)
    {
        if (profile.Root is not { } root)
        {
            return;
        }

        Element(node, root);
    }

    private void Applied(CompiledProfile profile)
    {
        if (profile.IsBaseType || _trials > 0 || (profile.Id < _isApplied.Length && _isApplied[profile.Id]))
        {
            return;
        }

        if (profile.Id >= _isApplied.Length)
        {
            Array.Resize(ref _isApplied, profile.Id * 2);
        }

        _isApplied[profile.Id] = true;
        _applied.Add(profile);
    }

    private void NotCarried(FhirNode node)
    {
        if (IsResourceType(Utf8Comparer.Bytes(node.ResourceType!)))
        {
            Report(IssueCode.ResourceNotCarried, node, null, null, $"The definition of {node.ResourceType} is not carried; only its serialisation was checked.");
        }
        else
        {
            Report(IssueCode.ResourceUnknown, node, null, null, $"FHIR {FhirVersions.Name(store.Version)} has no resource type '{node.ResourceType}'.");
        }
    }

    private void Claimed(FhirNode node, CompiledProfile type, ref ProfileSet profiles)
    {
        var claims = false;
        for (var claim = node.Child(MetaName).FirstChild; !claim.IsNone; claim = claim.NextSibling)
        {
            if (claim.NameId != ProfileName || !claim.HasValue)
            {
                continue;
            }

            claims = true;
            if (store.Profile(claim.ValueUtf8) is not { } profile)
            {
                if (store.HasOperation(claim.Value!))
                {
                    ClaimedOperation(node, claim);
                    continue;
                }

                Report(IssueCode.ProfileUnknown, claim, null, null, $"The claimed profile {Shown(claim)} is not among the definitions, so that it was not checked.", null, Shown(claim));
            }
            else if (profile.Type != type.Type && !profile.IsBaseType)
            {
                Report(IssueCode.ProfileType, claim, null, null, $"The claimed profile {profile.Url} is for {profile.Type}, not for {type.Type}.", type.Type, profile.Type);
            }
            else if (profile.Type == type.Type)
            {
                profiles.Add(profile);
                Spelling(claim, profile);
            }
        }

        if (!claims && _options.RequireProfile && node.NameId != ContainedName)
        {
            Report(IssueCode.ProfileMissing, node, null, null, $"{node.ResourceType} claims no profile in meta.profile.");
        }
    }

    private void Spelling(FhirNode claim, CompiledProfile profile)
    {
        if (claim.ValueUtf8.Length != profile.Url.Length && Canonical.Clean(claim.Value!) is var spelled && spelled != profile.Url)
        {
            Report(IssueCode.CanonicalScheme, claim, null, null, $"The profile's canonical URL is {profile.Url}, not {spelled}.", profile.Url, spelled);
        }
    }

    private void Asked(FhirNode node, CompiledProfile type, CompiledProfile[] required, bool isRoot, ref ProfileSet profiles)
    {
        if (required is [var only])
        {
            if (only.Type == type.Type)
            {
                profiles.Add(only);
            }
            else if (only.Type != "Resource" && only.Type != "DomainResource")
            {
                Report(IssueCode.ResourceType, node, null, null, $"{node.Name} must be {Article(only.Type)}, not {Article(type.Type)}.", only.Type, type.Type);
            }
        }

        if (_options.ProfileByType.Count > 0 && _options.ProfileByType.TryGetValue(type.Type, out var canonical))
        {
            profiles.Add(Named(canonical));
        }

        if (isRoot)
        {
            foreach (var extra in _options.Profiles)
            {
                ForRoot(node, type, Named(extra), ref profiles);
            }
        }
    }

    private void ForRoot(FhirNode node, CompiledProfile type, CompiledProfile profile, ref ProfileSet profiles)
    {
        if (profile.Type == type.Type)
        {
            profiles.Add(profile);
        }
        else
        {
            Report(IssueCode.ResourceType, node, null, null, $"{profile.Url} asks for {Article(profile.Type)}, but this is {Article(type.Type)}.", profile.Type, type.Type);
        }
    }

    private CompiledProfile Named(string canonical) =>
        store.Profile(canonical) ?? throw new DefinitionException($"The profile {canonical} is not among the definitions.");

    private void AnyProfile(FhirNode node, CompiledProfile[] profiles)
    {
        var hasType = false;
        foreach (var profile in profiles)
        {
            if (profile.TypeNameId != node.ResourceTypeId)
            {
                continue;
            }

            hasType = true;
            if (profile.IsBaseType || (profile.Root is { } root && Meets(node, root)))
            {
                return;
            }
        }

        if (!hasType)
        {
            var types = string.Join(", ", profiles.Select(profile => profile.Type).Distinct());
            Report(IssueCode.ResourceType, node, null, null, $"{node.Name} must be one of {types}, not {Article(node.ResourceType!)}.", types, node.ResourceType);
            return;
        }

        var names = string.Join(", ", profiles.Select(profile => profile.Url));
        Report(IssueCode.TypeProfile, node, null, null, $"{node.ResourceType} meets none of the profiles allowed here: {names}.", names, null);
    }

    private void AnyAlternative(FhirNode node, ElementRule rule)
    {
        foreach (var profile in rule.Alternatives)
        {
            if (profile.Root is { } root && Meets(node, root))
            {
                return;
            }
        }

        var names = string.Join(", ", rule.Alternatives.Select(profile => profile.Url));
        Report(IssueCode.TypeProfile, node, rule, null, $"{node.Name} meets none of the profiles allowed here: {names}.", names, null);
    }

    /// <summary>Whether an element meets a rule, without reporting what it does not meet. The first error decides.</summary>
    /// <param name="isOfProfileOnly">What FHIR's own definitions of datatypes ask is left out.</param>
    private bool Meets(FhirNode node, ElementRule rule, bool isOfProfileOnly = false)
    {
        var (hasFailed, wasOfProfileOnly, bundle, wasKnown) = (_hasFailed, _isOfProfileOnly, _bundle, _isBundleKnown);
        (_hasFailed, _isOfProfileOnly, _isBundleKnown) = (false, isOfProfileOnly, false);
        _trials++;
        Element(node, rule);
        _trials--;
        var meets = !_hasFailed;
        (_hasFailed, _isOfProfileOnly, _bundle, _isBundleKnown) = (hasFailed, wasOfProfileOnly, bundle, wasKnown);
        return meets;
    }

    /// <summary>An extension that no slice of its parent names: found by its url.</summary>
    private void UnslicedExtension(FhirNode node, ElementRule rule)
    {
        var url = ExtensionUrl.Of(node);
        if (url.IsEmpty)
        {
            Element(node, rule);
            return;
        }

        var isRelative = ExtensionUrl.IsRelative(url);
        if (!isRelative && store.Profile(url) is { Type: "Extension", Root: { } root } profile)
        {
            Repeated(node, root, url);
            Element(node, root);
            return;
        }

        if (isRelative)
        {
            Report(IssueCode.ExtensionNotNested, node, rule, null, $"The relative extension url '{Shown(node.Child("url"))}' is not defined by the extension around it.");
        }
        else
        {
            var severity = node.Name == "modifierExtension" ? IssueSeverity.Warning : IssueSeverity.Information;
            Report(IssueCode.ExtensionUnknown, severity, node, rule, null, $"The extension {Shown(node.Child("url"))} is not among the definitions; only its form was checked.", null, Shown(node.Child("url")));
        }

        Element(node, rule);
    }

    /// <summary>An extension's own definition says how often it may occur beside others of its kind.</summary>
    private void Repeated(FhirNode node, ElementRule definition, ReadOnlySpan<byte> url)
    {
        // Far more siblings than any record has; beyond them a hostile document could make the search quadratic.
        const int MostSiblings = 64;
        if (node.ArrayIndex is 0 or > MostSiblings || definition.Profile.Snapshot is not { Max: < int.MaxValue } snapshot)
        {
            return;
        }

        var before = 0;
        for (var sibling = node.Parent.FirstChild; sibling != node; sibling = sibling.NextSibling)
        {
            before += sibling.NameId == node.NameId && ExtensionUrl.Of(sibling).SequenceEqual(url) ? 1 : 0;
        }

        if (before == snapshot.Max)
        {
            Report(IssueCode.SliceRepeated, node, definition, null, $"The extension {definition.Profile.Url} may occur at most {Times(snapshot.Max)} here.", $"{snapshot.Max}", $"{before + 1} or more");
        }
    }

    /// <param name="subject">Tells two faults of one code at one node apart.</param>
    /// <param name="element">Element id when it is not the rule's own.</param>
    private void Report(IssueCode code, FhirNode node, ElementRule? rule, string? subject, string message, string? expected = null, string? actual = null, string? element = null) =>
        Report(code, code.Severity, node, rule, subject, message, expected, actual, element);

    private void Report(IssueCode code, IssueSeverity severity, FhirNode node, ElementRule? rule, string? subject, string message, string? expected, string? actual, string? element = null, string? definition = null)
    {
        if (_trials > 0)
        {
            _hasFailed |= severity == IssueSeverity.Error;
            return;
        }

        if (_issues.TryAdd(node, code, severity, subject))
        {
            var (line, column) = node.Position;
            _issues.Add(new ValidationIssue(severity, code.Code, code.FhirCode, message, _baseRules.PathOf(node), line, column, definition ?? rule?.Profile.Url, element ?? rule?.ElementId, expected, actual));
        }
    }
}
