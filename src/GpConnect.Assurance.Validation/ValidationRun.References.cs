using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>References: their form, whether what they point to is there, and whether it has the right type and profile.</summary>
internal sealed partial class ValidationRun
{
    private const string ResourceTypes = "http://hl7.org/fhir/resource-types";
    private static readonly int ReferenceName = FhirNames.Intern("reference");
    private static readonly int IdName = FhirNames.Intern("id");
    private static readonly int EntryName = FhirNames.Intern("entry");

    private readonly Dictionary<int, BundleIndex> _bundles = [];
    private BundleIndex? _lastBundle;

    /// <summary>The index of the Bundle around the resource that is being walked, once a reference has asked for it.</summary>
    private BundleIndex? _bundle;
    private bool _isBundleKnown;
    private readonly Dictionary<(int Node, int Profile, bool IsOfProfileOnly), bool> _meets = [];

    private void Reference(FhirNode node, ElementRule rule)
    {
        var reference = node.Child(ReferenceName);
        var url = reference.ValueUtf8;
        if (url.IsEmpty || !IsWellWritten(reference, PrimitiveType.String))
        {
            return;
        }

        if (url[0] == (byte)'#')
        {
            Contained(reference, rule);
            return;
        }

        var slash = ReferenceUrl.SlashOfTypeAndId(url);
        if (slash < 0 && ReferenceUrl.IsMalformed(url))
        {
            Report(IssueCode.ReferenceForm, reference, rule, null, $"The reference '{Shown(reference)}' must be [type]/[id], an absolute URL, a urn or a #fragment.", null, Shown(reference));
            return;
        }

        if (!_isBundleKnown)
        {
            (_bundle, _isBundleKnown) = (Index(node), true);
        }

        if (_bundle is { } bundle && bundle.Find(url, slash) is >= 0 and var number)
        {
            if (rule.Targets is { } targets && !(bundle.Claim(number) is { } claim && targets.AreMetBy(claim)))
            {
                Target(reference, rule, bundle.Resource(number));
            }

            return;
        }

        TypeOfUrl(reference, rule, url);
    }

    private void TypeOfUrl(FhirNode reference, ElementRule rule, ReadOnlySpan<byte> url)
    {
        var type = ReferenceUrl.ResourceType(url);
        if (rule.Targets is { } targets && !type.IsEmpty && !targets.Allows(type) && IsResourceType(type))
        {
            Report(IssueCode.ReferenceType, reference, rule, null, $"{rule.ElementId} must refer to {targets.Description}, not to {Article(Encoding.UTF8.GetString(type))}.", targets.Description, Shown(reference));
        }
        else if (_options.DanglingReferences is { } severity && !Bundle(reference).IsNone)
        {
            Report(IssueCode.ReferenceDangling, severity, reference, rule, null, $"The Bundle does not hold the resource '{Shown(reference)}' that {rule.ElementId} refers to.", null, Shown(reference));
        }
    }

    private bool IsResourceType(ReadOnlySpan<byte> type) => store.CodeSystem(ResourceTypes)?.Find(type) is not null;

    private void Contained(FhirNode reference, ElementRule rule)
    {
        var target = ResolveContained(reference);
        if (target.IsNone)
        {
            Report(IssueCode.ReferenceContained, reference, rule, null, $"There is no contained resource with the id '{Shown(reference)[1..]}'.", null, Shown(reference));
            return;
        }

        Target(reference, rule, target);
    }

    private void Target(FhirNode reference, ElementRule rule, FhirNode target)
    {
        if (rule.Targets is not { } targets || target.ResourceTypeId < 0)
        {
            return;
        }

        if (!targets.Allows(target.ResourceTypeId))
        {
            Report(IssueCode.ReferenceType, reference, rule, null, $"{rule.ElementId} must refer to {targets.Description}, not to {Article(target.ResourceType!)}.", targets.Description, target.ResourceType);
        }
        else if (!(_trials > 0 && ClaimsAnother(target)) && !MeetsAny(target, targets))
        {
            var names = targets.ProfilesOf(target.ResourceTypeId);
            // Published profiles of GP Connect name targets of the CareConnect family that right providers cannot claim.
            var severity = ClaimsAnother(target) ? IssueSeverity.Warning : IssueSeverity.Error;
            Report(IssueCode.ReferenceProfile, severity, reference, rule, null, $"The {target.ResourceType} that {rule.ElementId} refers to meets none of the profiles allowed: {names}.", names, Shown(reference));
        }
    }

    private bool MeetsAny(FhirNode target, ReferenceTargets targets)
    {
        var isAsked = false;
        foreach (var profile in targets.Profiles)
        {
            if (profile.TypeNameId != target.ResourceTypeId)
            {
                continue;
            }

            if (profile.IsBaseType || Claims(target, profile) || MeetsProfile(target, profile, isOfProfileOnly: true))
            {
                return true;
            }

            isAsked = true;
        }

        // A resource that is faulty in itself is reported in its own place.
        return !isAsked || (store.ResourceType(target) is { } type && !MeetsProfile(target, type));
    }

    private bool ClaimsAnother(FhirNode resource)
    {
        for (var claim = resource.Child(MetaName).FirstChild; !claim.IsNone; claim = claim.NextSibling)
        {
            if (claim.NameId == ProfileName && claim.HasValue && store.Profile(claim.ValueUtf8) is { IsBaseType: false } claimed && claimed.TypeNameId == resource.ResourceTypeId)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A resource that claims a profile is judged by it in its own place; the reference need not judge it again.</summary>
    private bool Claims(FhirNode resource, CompiledProfile profile)
    {
        for (var claim = resource.Child(MetaName).FirstChild; !claim.IsNone; claim = claim.NextSibling)
        {
            if (claim.NameId == ProfileName && claim.HasValue && store.Profile(claim.ValueUtf8) is { } claimed && claimed.Includes(profile))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="isOfProfileOnly">For a caller who takes a resource that breaks FHIR's own rules as it is: these need not be asked again.</param>
    private bool MeetsProfile(FhirNode resource, CompiledProfile profile, bool isOfProfileOnly = false)
    {
        var key = (resource.Index, profile.Id, isOfProfileOnly);
        if (!_meets.TryGetValue(key, out var meets))
        {
            // References may lead in a circle: while a resource is being judged it counts as good.
            _meets[key] = true;
            meets = profile.Root is { } root && Meets(resource, root, isOfProfileOnly);
            _meets[key] = meets;
        }

        return meets;
    }

    FhirNode IDocumentView.TargetOf(FhirNode reference)
    {
        var url = reference.Child(ReferenceName);
        return !url.HasValue || url.ValueUtf8.IsEmpty ? default
            : url.ValueUtf8[0] == (byte)'#' ? ResolveContained(url)
            : Resolve(url, url.ValueUtf8);
    }

    bool IDocumentView.Conforms(FhirNode node, CompiledProfile profile) =>
        node.IsResource ? profile.IsBaseType || Claims(node, profile) || MeetsProfile(node, profile)
            : profile.Root is { } root && Meets(node, root);

    /// <summary>The resource of the same Bundle that a reference points to, or no node.</summary>
    private FhirNode Resolve(FhirNode reference, ReadOnlySpan<byte> url) =>
        Index(reference) is { } index && index.Find(url) is >= 0 and var number ? index.Resource(number) : default;

    /// <summary>The index of the Bundle whose entry holds the node; null when there is none.</summary>
    private BundleIndex? Index(FhirNode node)
    {
        var bundle = Bundle(node);
        if (bundle.IsNone)
        {
            return null;
        }

        if (_lastBundle?.Node == bundle.Index)
        {
            return _lastBundle;
        }

        if (!_bundles.TryGetValue(bundle.Index, out var index))
        {
            _bundles[bundle.Index] = index = new BundleIndex(bundle, store);
        }

        return _lastBundle = index;
    }

    /// <summary>The contained resource (or, for a bare <c>#</c>, the container) that a fragment points to, or no node.</summary>
    private static FhirNode ResolveContained(FhirNode reference)
    {
        var id = reference.ValueUtf8[1..];
        var container = Container(reference);
        if (id.IsEmpty)
        {
            return container;
        }

        foreach (var contained in container.ChildrenNamed(ContainedName))
        {
            if (contained.Child(IdName).ValueUtf8.SequenceEqual(id))
            {
                return contained;
            }
        }

        return default;
    }

    /// <summary>The resource in whose <c>contained</c> a <c>#fragment</c> is looked up.</summary>
    private static FhirNode Container(FhirNode node)
    {
        var resource = node.Resource;
        while (resource.NameId == ContainedName && !resource.Parent.IsNone)
        {
            resource = resource.Parent.Resource;
        }

        return resource;
    }

    /// <summary>The Bundle whose entry holds the node, or no node.</summary>
    private static FhirNode Bundle(FhirNode node)
    {
        var entry = Container(node).Parent;
        return entry.NameId == EntryName ? entry.Parent : default;
    }
}
