using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>One condition that an element must meet to belong to a slice.</summary>
internal abstract class Discriminator
{
    internal abstract bool Matches(FhirNode node);

    /// <summary>Whether any descendant on a path of names meets a condition.</summary>
    protected static bool AnyAt(FhirNode node, ReadOnlySpan<int> path, Func<FhirNode, bool> meets)
    {
        if (path.IsEmpty)
        {
            return meets(node);
        }

        for (var child = node.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            if (child.NameId == path[0] && AnyAt(child, path[1..], meets))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value at the path is exactly, or contains, what the slice fixes.</summary>
    internal sealed class Value(int[] path, FhirNode required, bool isPattern) : Discriminator
    {
        private readonly Func<FhirNode, bool> _meets = isPattern
            ? node => FixedValue.MatchesPattern(node, required)
            : node => FixedValue.IsEqual(node, required);

        internal override bool Matches(FhirNode node) => AnyAt(node, path, _meets);
    }

    /// <summary>The url of an extension is the canonical of the slice's extension definition, in either scheme.</summary>
    internal sealed class Url(byte[] url) : Discriminator
    {
        internal override bool Matches(FhirNode node) => ExtensionUrl.IsSame(node, url);
    }

    /// <summary>The code at the path is in the value set that the slice requires.</summary>
    internal sealed class Code(int[] path, Binding binding) : Discriminator
    {
        private readonly Func<FhirNode, bool> _meets = node => CodedValue.IsMember(node, binding);

        internal override bool Matches(FhirNode node) => AnyAt(node, path, _meets);
    }

    /// <summary>There is, or is not, an element at the path.</summary>
    internal sealed class Exists(int[] path, bool isPresent) : Discriminator
    {
        internal override bool Matches(FhirNode node) => AnyAt(node, path, static _ => true) == isPresent;
    }

    /// <summary>The element at the path is a resource of one of these types.</summary>
    internal sealed class ResourceType(int[] path, HashSet<int> typeIds) : Discriminator
    {
        private readonly Func<FhirNode, bool> _meets = node => typeIds.Contains(node.ResourceTypeId);

        internal override bool Matches(FhirNode node) => AnyAt(node, path, _meets);
    }
}
