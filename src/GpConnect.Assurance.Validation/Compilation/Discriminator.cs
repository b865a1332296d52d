using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>One condition that an element must meet to belong to a slice: of something at a path from it.</summary>
internal abstract class Discriminator(PathStep[] path)
{
    private static readonly int UrlName = FhirNames.Intern("url");
    private static readonly int ExtensionName = FhirNames.Intern("extension");
    private static readonly int ReferenceName = FhirNames.Intern("reference");

    /// <summary>The url that an extension of the slice has, when that is the condition.</summary>
    internal virtual byte[]? ExtensionUrl => null;

    /// <summary>Whether the condition is about the element's own <c>url</c>.</summary>
    protected bool IsAboutUrl => path is [{ NameIds: [var only] }] && only == UrlName;

    internal virtual bool Matches(FhirNode node, IDocumentView view) => AnyAt(node, path, view);

    protected abstract bool Meets(FhirNode node, IDocumentView view);

    /// <summary>Whether a reference that cannot be followed belongs to the slice by what its URL tells: the type it names.</summary>
    protected virtual bool MeetsUnseen(ReadOnlySpan<byte> resourceType) => false;

    private bool AnyAt(FhirNode node, ReadOnlySpan<PathStep> remaining, IDocumentView view)
    {
        if (remaining.IsEmpty)
        {
            return Meets(node, view);
        }

        var step = remaining[0];
        if (step.Kind == PathStepKind.Resolve)
        {
            var target = view.TargetOf(node);
            return target.IsNone ? remaining.Length == 1 && MeetsUnseen(TypeOfTarget(node)) : AnyAt(target, remaining[1..], view);
        }

        for (var child = node.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            if (IsOn(step, child) && AnyAt(child, remaining[1..], view))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(IReadOnlyList<string> types, ReadOnlySpan<byte> resourceType)
    {
        foreach (var type in types)
        {
            if (Ascii.Equals(resourceType, type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOn(PathStep step, FhirNode child) => step.Kind == PathStepKind.Extension
        ? child.NameId == ExtensionName && Validation.ExtensionUrl.Of(child).SequenceEqual(step.Url)
        : step.NameIds.AsSpan().Contains(child.NameId);

    private static ReadOnlySpan<byte> TypeOfTarget(FhirNode reference) => ReferenceUrl.ResourceType(reference.Child(ReferenceName).ValueUtf8);

    /// <summary>The value is the one that the slice fixes.</summary>
    internal sealed class Value(PathStep[] path, byte[] required) : Discriminator(path)
    {
        internal override byte[]? ExtensionUrl => IsAboutUrl ? required : null;

        protected override bool Meets(FhirNode node, IDocumentView view) => node.ValueEquals(required);
    }

    /// <summary>The element is exactly, or contains, the structure that the slice gives.</summary>
    internal sealed class Structure(PathStep[] path, FhirNode required, bool isPattern) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node, IDocumentView view) => isPattern ? FixedValue.MatchesPattern(node, required) : FixedValue.IsEqual(node, required);
    }

    /// <summary>The code is in the value set that the slice requires.</summary>
    internal sealed class Code(PathStep[] path, Binding binding) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node, IDocumentView view) => CodedValue.IsMember(node, binding);
    }

    /// <summary>There is, or is not, an element.</summary>
    internal sealed class Exists(PathStep[] path, bool isPresent) : Discriminator(path)
    {
        internal override bool Matches(FhirNode node, IDocumentView view) => base.Matches(node, view) == isPresent;

        protected override bool Meets(FhirNode node, IDocumentView view) => true;
    }

    /// <summary>The element is a resource of one of these types.</summary>
    internal sealed class ResourceType(PathStep[] path, IReadOnlyList<string> types) : Discriminator(path)
    {
        private readonly HashSet<int> _typeIds = [.. types.Select(FhirNames.Intern)];

        protected override bool Meets(FhirNode node, IDocumentView view) => _typeIds.Contains(node.ResourceTypeId);

        protected override bool MeetsUnseen(ReadOnlySpan<byte> resourceType) => IsOneOf(types, resourceType);
    }

    /// <summary>The element conforms to one of these profiles.</summary>
    internal sealed class Profile(PathStep[] path, CompiledProfile[] profiles) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node, IDocumentView view)
        {
            foreach (var profile in profiles)
            {
                if ((!node.IsResource || node.ResourceTypeId == profile.TypeNameId) && view.Conforms(node, profile))
                {
                    return true;
                }
            }

            return false;
        }

        protected override bool MeetsUnseen(ReadOnlySpan<byte> resourceType) => IsOneOf([.. profiles.Select(profile => profile.Type)], resourceType);
    }

    /// <summary>One of several conditions is met.</summary>
    internal sealed class AnyOf(PathStep[] path, Discriminator[] options) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node, IDocumentView view)
        {
            foreach (var option in options)
            {
                if (option.Matches(node, view))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>All of several conditions are met by one element.</summary>
    internal sealed class AllOf(PathStep[] path, Discriminator[] parts) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node, IDocumentView view)
        {
            foreach (var part in parts)
            {
                if (!part.Matches(node, view))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The condition is met where there is an element that could meet it.</summary>
    internal sealed class IfPresent(PathStep[] path, Discriminator condition) : Discriminator(path)
    {
        internal override bool Matches(FhirNode node, IDocumentView view) => condition.Matches(node, view) || !base.Matches(node, view);

        protected override bool Meets(FhirNode node, IDocumentView view) => true;
    }
}
