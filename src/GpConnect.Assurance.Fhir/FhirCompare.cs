using System.Xml;
using System.Xml.Linq;

namespace GpConnect.Assurance.Fhir;

/// <summary>
/// Compares resources whatever their formats: the same elements with the same values, in the same order within each name. Narrative
/// counts as equal when it is the same XHTML, however it is quoted.
/// </summary>
public static class FhirCompare
{
    private const int MostDifferences = 1000;

    /// <returns>What differs, in the order of the first; at most 1,000.</returns>
    public static IReadOnlyList<FhirDifference> Differences(FhirNode a, FhirNode b)
    {
        var differences = new List<FhirDifference>();
        Compare(a, b, differences);
        return differences;
    }

    private static void Compare(FhirNode left, FhirNode right, List<FhirDifference> differences)
    {
        if (left.ResourceType != right.ResourceType)
        {
            Add(differences, FhirDifferenceKind.ResourceType, left, left.ResourceType, right.ResourceType);
            return;
        }

        if (!SameValue(left, right))
        {
            Add(differences, FhirDifferenceKind.Value, left, left.Value, right.Value);
        }

        if (left.HasChildren || right.HasChildren)
        {
            CompareChildren(left, right, differences);
        }
    }

    private static void CompareChildren(FhirNode left, FhirNode right, List<FhirDifference> differences)
    {
        var byName = new Dictionary<string, Queue<FhirNode>>();
        foreach (var child in right.Children)
        {
            if (!byName.TryGetValue(child.Name, out var queue))
            {
                byName.Add(child.Name, queue = new Queue<FhirNode>());
            }

            queue.Enqueue(child);
        }

        foreach (var child in left.Children)
        {
            if (byName.TryGetValue(child.Name, out var twins) && twins.TryDequeue(out var twin))
            {
                Compare(child, twin, differences);
            }
            else
            {
                Add(differences, FhirDifferenceKind.OnlyLeft, child, child.Value, null);
            }
        }

        foreach (var child in right.Children)
        {
            if (byName[child.Name].TryPeek(out var surplus) && surplus.Index == child.Index)
            {
                byName[child.Name].Dequeue();
                Add(differences, FhirDifferenceKind.OnlyRight, child, null, child.Value);
            }
        }
    }

    private static bool SameValue(FhirNode left, FhirNode right) =>
        left.HasValue == right.HasValue
        && (left.ValueUtf8.SequenceEqual(right.ValueUtf8) || (left.NameId == FhirNames.Div && SameXhtml(left, right)));

    private static bool SameXhtml(FhirNode left, FhirNode right) =>
        Parse(left) is { } one && Parse(right) is { } other && XNode.DeepEquals(one, other);

    /// <summary>The element with its namespaces resolved and their declarations, comments and instructions gone; null when it is not well-formed.</summary>
    private static XElement? Parse(FhirNode narrative)
    {
        try
        {
            using var text = new StringReader(narrative.Value!.Trim());
            using var reader = XmlReader.Create(text, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            var element = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            element.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            return element;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Add(List<FhirDifference> differences, FhirDifferenceKind kind, FhirNode node, string? left, string? right)
    {
        if (differences.Count < MostDifferences)
        {
            differences.Add(new FhirDifference(node.Path, kind, left, right));
        }
    }
}
