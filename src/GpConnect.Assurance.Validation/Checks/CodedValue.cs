using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The codes of an element of any coded type: code, string, uri, Coding, CodeableConcept, Quantity.</summary>
internal static class CodedValue
{
    private static readonly int CodingName = FhirNames.Intern("coding");
    private static readonly int SystemName = FhirNames.Intern("system");
    private static readonly int CodeName = FhirNames.Intern("code");

    internal static bool IsMember(FhirNode node, Binding binding) => binding.Rules is { } rules && Best(node, rules, out _) == Membership.Yes;

    /// <summary>The best that any code of the element gets from the value set, and whether there is a code at all.</summary>
    internal static Membership Best(FhirNode node, ValueSetRules rules, out bool hasCode)
    {
        if (node.HasValue)
        {
            hasCode = true;
            return rules.Contains(default, node.ValueUtf8);
        }

        var best = Membership.No;
        hasCode = false;
        for (var child = node.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            if (child.NameId == CodingName && OfCoding(child, rules, ref hasCode) is var membership && membership > best)
            {
                best = membership;
            }
        }

        return hasCode ? best : OfCoding(node, rules, ref hasCode);
    }

    /// <summary>The element's codes for a message: <c>system#code</c>.</summary>
    internal static string Describe(FhirNode node)
    {
        if (node.HasValue)
        {
            return node.Value!;
        }

        var codings = new List<string>();
        foreach (var coding in node.ChildrenNamed(CodingName))
        {
            codings.Add(DescribeCoding(coding));
        }

        return codings.Count > 0 ? string.Join(", ", codings) : DescribeCoding(node);
    }

    private static string DescribeCoding(FhirNode coding) => $"{coding.Child(SystemName).Value}#{coding.Child(CodeName).Value}";

    private static Membership OfCoding(FhirNode coding, ValueSetRules rules, ref bool hasCode)
    {
        var code = coding.Child(CodeName);
        if (!code.HasValue)
        {
            return Membership.No;
        }

        hasCode = true;
        var system = coding.Child(SystemName);
        // Without a system no one can tell what the code means.
        return system.HasValue ? rules.Contains(system.ValueUtf8, code.ValueUtf8) : Membership.No;
    }
}
