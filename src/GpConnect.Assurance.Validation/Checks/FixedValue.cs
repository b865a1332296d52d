using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Compares an element with a value that a definition fixes (all of it) or gives as a pattern (at least that).</summary>
internal static class FixedValue
{
    internal static bool IsEqual(FhirNode actual, FhirNode required) =>
        HasSameValue(actual, required)
        && (!actual.HasChildren || !required.HasChildren ? actual.HasChildren == required.HasChildren : HaveSameChildren(actual, required));

    private static bool HaveSameChildren(FhirNode actual, FhirNode required) =>
        actual.Children.Count() == required.Children.Count()
        && AllFound(actual, required, IsEqual);

    internal static bool MatchesPattern(FhirNode actual, FhirNode pattern) =>
        (!pattern.HasValue || HasSameValue(actual, pattern)) && AllFound(actual, pattern, MatchesPattern);

    /// <summary>Each child of <paramref name="required"/> has a counterpart; JSON objects may order their names as they like.</summary>
    private static bool AllFound(FhirNode actual, FhirNode required, Func<FhirNode, FhirNode, bool> matches)
    {
        foreach (var expected in required.Children)
        {
            var isFound = false;
            for (var child = actual.FirstChild; !child.IsNone && !isFound; child = child.NextSibling)
            {
                isFound = child.NameId == expected.NameId && matches(child, expected);
            }

            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A blank around the value that a definition fixes is its publisher's slip: FHIR allows none there.</summary>
    private static bool HasSameValue(FhirNode actual, FhirNode required) =>
        actual.ValueUtf8.SequenceEqual(required.ValueUtf8) || actual.ValueUtf8.SequenceEqual(required.ValueUtf8.Trim((byte)' '));
}
