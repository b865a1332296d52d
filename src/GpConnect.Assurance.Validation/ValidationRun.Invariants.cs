using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Invariants in FHIRPath. What a document cannot tell is no fault.</summary>
internal sealed partial class ValidationRun
{
    private const string ParameterContent = "inv-1";
    private static readonly int ParameterName = FhirNames.Intern("parameter");
    private static readonly int PartName = FhirNames.Intern("part");

    private readonly HashSet<string> _undecided = new(StringComparer.Ordinal);
    private FhirPathContext? _context;
    private FhirNode _focus;

    private void Invariants(FhirNode node, ElementRule rule, Invariant[] invariants)
    {
        foreach (var invariant in invariants)
        {
            _focus = node;
            var truth = invariant.Test(node, _context ??= Context(), out var because);
            if (truth == FhirPathTruth.Undecided)
            {
                Undecided(node, rule, invariant, because);
            }
            else if (truth != FhirPathTruth.True && !IsNameOnlyParameter(node, invariant))
            {
                Report(IssueCode.Invariant, invariant.Severity, node, rule, invariant.Key, $"The invariant {invariant.Key} is not met: {invariant.Meaning}", invariant.Key, null);
            }
        }
    }

    private void Undecided(FhirNode node, ElementRule rule, Invariant invariant, string? because)
    {
        // Once for each invariant: what one resource cannot tell, the next of its kind cannot either.
        if (_trials == 0 && _undecided.Add(invariant.Key))
        {
            Report(IssueCode.InvariantNotChecked, node, rule, invariant.Key, $"Whether the invariant {invariant.Key} is met cannot be decided here: {because}.", invariant.Key, null);
        }
    }

    /// <summary>
    /// FHIR wants a value, a resource or parts of every parameter; the GP Connect specification sends parameters of a name alone, such as
    /// <c>includeProblems</c> (Access Record Structured, "Retrieve a patient's structured record").
    /// </summary>
    private static bool IsNameOnlyParameter(FhirNode node, Invariant invariant)
    {
        if (invariant.Key != ParameterContent || (node.NameId != ParameterName && node.NameId != PartName))
        {
            return false;
        }

        foreach (var child in node.Children)
        {
            if (child.Name is not ("name" or "id" or "extension"))
            {
                return false;
            }
        }

        return true;
    }

    private FhirPathContext Context() => new()
    {
        Types = _baseRules,
        Resolve = reference => Resolve(_focus, Utf8Comparer.Bytes(reference)) is { IsNone: false } resource ? resource : null,
        MemberOf = (node, valueSet) => store.ValueSet(Canonical.Clean(valueSet)) is { } rules ? IsMember(node, rules) : null,
        ConformsTo = (node, canonical) => store.Profile(canonical)?.Root is { } root ? Meets(node, root) : null,
    };

    private static bool? IsMember(FhirNode node, ValueSetRules rules) => CodedValue.Best(node, rules, out _) switch
    {
        Membership.Yes => true,
        Membership.No => false,
        _ => null,
    };
}
