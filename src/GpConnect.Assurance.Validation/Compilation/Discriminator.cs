using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>One condition that an element must meet to belong to a slice: of something at a path of element names.</summary>
internal abstract class Discriminator(int[] path)
{
    private static readonly int UrlName = FhirNames.Intern("url");

    /// <summary>The url that an extension of the slice has, when that is the condition.</summary>
    internal virtual byte[]? ExtensionUrl => null;

    /// <summary>Whether the condition is about the element's own <c>url</c>.</summary>
    protected bool IsAboutUrl => path is [var only] && only == UrlName;

    internal virtual bool Matches(FhirNode node) => AnyAt(node, path);

    protected abstract bool Meets(FhirNode node);

    protected bool AnyAt(FhirNode node, ReadOnlySpan<int> remaining)
    {
        if (remaining.IsEmpty)
        {
            return Meets(node);
        }

        for (var child = node.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            if (child.NameId == remaining[0] && AnyAt(child, remaining[1..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value is the one that the slice fixes.</summary>
    internal sealed class Value(int[] path, byte[] required) : Discriminator(path)
    {
        internal override byte[]? ExtensionUrl => IsAboutUrl ? required : null;

        protected override bool Meets(FhirNode node) => node.ValueEquals(required);
    }

    /// <summary>The element is exactly, or contains, the structure that the slice gives.</summary>
    internal sealed class Structure(int[] path, FhirNode required, bool isPattern) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node) => isPattern ? FixedValue.MatchesPattern(node, required) : FixedValue.IsEqual(node, required);
    }

    /// <summary>The code is in the value set that the slice requires.</summary>
    internal sealed class Code(int[] path, Binding binding) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node) => CodedValue.IsMember(node, binding);
    }

    /// <summary>There is, or is not, an element.</summary>
    internal sealed class Exists(int[] path, bool isPresent) : Discriminator(path)
    {
        internal override bool Matches(FhirNode node) => base.Matches(node) == isPresent;

        protected override bool Meets(FhirNode node) => true;
    }

    /// <summary>The element is a resource of one of these types.</summary>
    internal sealed class ResourceType(int[] path, HashSet<int> typeIds) : Discriminator(path)
    {
        protected override bool Meets(FhirNode node) => typeIds.Contains(node.ResourceTypeId);
    }
}
