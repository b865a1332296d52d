using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath;

/// <summary>Reads collections as conditions.</summary>
internal static class Truth
{
    /// <summary>
    /// The items from a position on as one condition: a boolean is itself, any other single item is true (<c>code or value.empty()</c>),
    /// several are undecided.
    /// </summary>
    public static FhirPathTruth Of(Machine machine, int start)
    {
        switch (machine.Count(start))
        {
            case 0:
                return FhirPathTruth.Empty;
            case 1:
                return Of(machine, machine[start]);
            default:
                machine.NoteInconclusive("a condition has several values");
                return FhirPathTruth.Undecided;
        }
    }

    /// <summary>
    /// The result of a whole expression: true when any item is, since invariants of STU3 (<c>ele-1</c>) unite conditions with <c>|</c>.
    /// </summary>
    public static FhirPathTruth OfResult(Machine machine, int start)
    {
        if (machine.Count(start) == 0)
        {
            return machine.Inconclusive is null ? FhirPathTruth.Empty : FhirPathTruth.Undecided;
        }

        if (machine.Count(start) == 1)
        {
            return Of(machine, machine[start]);
        }

        var worst = FhirPathTruth.False;
        foreach (ref readonly var item in machine.From(start))
        {
            var truth = IsBoolean(machine, item) ? Of(machine, item) : FhirPathTruth.Undecided;
            if (truth == FhirPathTruth.True)
            {
                return truth;
            }

            worst = truth == FhirPathTruth.Undecided ? truth : worst;
        }

        return worst;
    }

    public static FhirPathTruth Of(Machine machine, in FhirPathItem item) => item.Kind switch
    {
        FhirPathItemKind.Boolean => item.Boolean ? FhirPathTruth.True : FhirPathTruth.False,
        FhirPathItemKind.Unknown => FhirPathTruth.Undecided,
        FhirPathItemKind.Node when NodeValues.TryBoolean(machine, item.Node, out var value) => value ? FhirPathTruth.True : FhirPathTruth.False,
        _ => FhirPathTruth.True,
    };

    private static bool IsBoolean(Machine machine, in FhirPathItem item) =>
        item.Kind is FhirPathItemKind.Boolean or FhirPathItemKind.Unknown || (item.IsNode && NodeValues.TryBoolean(machine, item.Node, out _));
}
