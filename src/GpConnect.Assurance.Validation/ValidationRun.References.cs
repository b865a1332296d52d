using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>References: their form, and the type of what they point to.</summary>
internal sealed partial class ValidationRun
{
    private const string ResourceTypes = "http://hl7.org/fhir/resource-types";
    private static readonly int ReferenceName = FhirNames.Intern("reference");
    private static readonly int IdName = FhirNames.Intern("id");

    private void Reference(FhirNode node, ElementRule rule, ReferenceTargets targets)
    {
        var reference = node.Child(ReferenceName);
        if (!reference.HasValue)
        {
            return;
        }

        var url = reference.ValueUtf8;
        if (url[0] == (byte)'#')
        {
            Contained(reference, rule, targets, url[1..]);
            return;
        }

        var type = ReferenceUrl.ResourceType(url);
        if (!type.IsEmpty && !targets.Allows(type) && IsResourceType(type))
        {
            Report(IssueCode.ReferenceType, reference, rule, null, $"{rule.ElementId} must refer to {targets.Description}, not to {Article(Encoding.UTF8.GetString(type))}.", targets.Description, Shown(reference));
        }
    }

    private bool IsResourceType(ReadOnlySpan<byte> type) => store.CodeSystem(ResourceTypes)?.Find(type) is not null;

    private void Contained(FhirNode reference, ElementRule rule, ReferenceTargets targets, ReadOnlySpan<byte> id)
    {
        var container = Container(reference);
        if (id.IsEmpty)
        {
            ReportTarget(reference, rule, targets, container);
            return;
        }

        foreach (var contained in container.ChildrenNamed(ContainedName))
        {
            if (contained.Child(IdName).ValueUtf8.SequenceEqual(id))
            {
                ReportTarget(reference, rule, targets, contained);
                return;
            }
        }

        Report(IssueCode.ReferenceContained, reference, rule, null, $"There is no contained resource with the id '{Shown(reference)[1..]}'.", null, Shown(reference));
    }

    private void ReportTarget(FhirNode reference, ElementRule rule, ReferenceTargets targets, FhirNode target)
    {
        if (target.ResourceTypeId >= 0 && !targets.Allows(target.ResourceTypeId))
        {
            Report(IssueCode.ReferenceType, reference, rule, null, $"{rule.ElementId} must refer to {targets.Description}, not to {Article(target.ResourceType!)}.", targets.Description, target.ResourceType);
        }
    }

    /// <summary>The resource whose <c>contained</c> a <c>#fragment</c> points into.</summary>
    private static FhirNode Container(FhirNode node)
    {
        var resource = node.Resource;
        while (resource.NameId == ContainedName && !resource.Parent.IsNone)
        {
            resource = resource.Parent.Resource;
        }

        return resource;
    }
}
