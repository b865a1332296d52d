using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// Turns what a StructureDefinition of DSTU2 says into STU3's terms: a name where STU3 has a slice name, a reference to a name where STU3 has one to an
/// element, <c>base</c> and <c>constrainedType</c>.
/// </summary>
internal static class Dstu2Structure
{
    internal static StructureFacts ToStu3(StructureFacts facts, FhirNode definition)
    {
        var type = definition.Child("constrainedType").Value ?? facts.Type;
        var baseUrl = definition.Child("base").Value;
        return facts with
        {
            Type = type,
            BaseDefinition = baseUrl is null ? null : Canonical.Clean(baseUrl),
            Differential = WithSliceNames(WithReferences(facts.Differential)),
            Snapshot = WithReferences(facts.Snapshot),
        };
    }

    /// <summary>The element that has the name referred to.</summary>
    private static List<ElementFacts> WithReferences(IReadOnlyList<ElementFacts> elements)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (element.Name is { } name)
            {
                paths.TryAdd(name, element.Path);
            }
        }

        return [.. elements.Select(element => element.NameReference is { } reference && paths.TryGetValue(reference, out var path)
            ? element with { ContentReference = "#" + path }
            : element)];
    }

    /// <summary>Any element may have a name; it is a slice where an element of the path was divided into slices before, and where its list is always divided.</summary>
    private static List<ElementFacts> WithSliceNames(List<ElementFacts> elements)
    {
        var sliced = new HashSet<string>(StringComparer.Ordinal);
        var named = new List<ElementFacts>();
        foreach (var element in elements)
        {
            var isAlwaysSliced = element.Path.EndsWith(".extension", StringComparison.Ordinal) || element.Path.EndsWith("[x]", StringComparison.Ordinal);
            named.Add(element.Slicing is null && (isAlwaysSliced || sliced.Contains(element.Path)) ? element with { SliceName = element.Name } : element);
            if (element.Slicing is not null)
            {
                sliced.Add(element.Path);
            }
        }

        return named;
    }
}
