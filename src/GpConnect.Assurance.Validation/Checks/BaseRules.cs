using System.Globalization;
using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>What FHIR's base definitions say of a node, found from its resource downwards. For messages and expressions, not for the walk itself.</summary>
internal sealed class BaseRules(DefinitionStore store) : IFhirTypes
{
    public string? TypeOf(FhirNode node) => node.IsResource ? node.ResourceType : SlotOf(node)?.Rule?.TypeCode;

    /// <summary>The rule that the base definitions give the node; null where they do not know it.</summary>
    internal ElementRule? RuleOf(FhirNode node)
    {
        if (node.IsResource)
        {
            return store.ResourceType(node)?.Root;
        }

        return SlotOf(node)?.Rule;
    }

    /// <summary>
    /// The FHIRPath location of a node, the same in JSON and XML: an index is shown wherever the base definition lets the element repeat.
    /// </summary>
    internal string PathOf(FhirNode node)
    {
        var path = new StringBuilder();
        Append(node, path);
        return path.ToString();
    }

    private ElementSlot? SlotOf(FhirNode node) => node.Parent.IsNone ? null : RuleOf(node.Parent)?.Shape?.Find(node.NameId);

    /// <returns>The node's rule, so that each step down costs one look-up.</returns>
    private ElementRule? Append(FhirNode node, StringBuilder path)
    {
        if (node.Parent.IsNone)
        {
            path.Append(node.Name);
            return RuleOf(node);
        }

        var slot = Append(node.Parent, path)?.Shape?.Find(node.NameId);
        path.Append('.').Append(node.Name);
        var isList = slot?.Group.IsList == true && (node.IsInArray || node.Document.Format == FhirFormat.Xml);
        if (isList || node.IsInArray || node.ArrayIndex > 0)
        {
            path.Append(CultureInfo.InvariantCulture, $"[{node.ArrayIndex}]");
        }

        return node.IsResource ? store.ResourceType(node)?.Root : slot?.Rule;
    }
}
