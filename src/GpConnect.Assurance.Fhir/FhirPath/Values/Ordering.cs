namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>The operators <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.</summary>
internal static class Ordering
{
    /// <summary>Compares two items.</summary>
    /// <param name="isError">They are of kinds that have no order between them.</param>
    /// <returns>Negative, zero or positive; null when it cannot be told.</returns>
    public static int? Compare(Machine machine, in FhirPathItem left, in FhirPathItem right, out bool isError)
    {
        isError = false;
        var one = NodeValues.ClassOf(machine, left);
        var other = NodeValues.ClassOf(machine, right);
        if (one is ValueClass.Quantity or ValueClass.Complex || other is ValueClass.Quantity or ValueClass.Complex)
        {
            return NodeValues.Quantity(left) is { } a && NodeValues.Quantity(right) is { } b ? Quantities.Compare(a, b) : Error(out isError);
        }

        if (one == ValueClass.Number || other == ValueClass.Number)
        {
            return NodeValues.TryNumber(left, out var a) && NodeValues.TryNumber(right, out var b) ? a.CompareTo(b) : Error(out isError);
        }

        if (one == ValueClass.Temporal || other == ValueClass.Temporal)
        {
            return NodeValues.TryTemporal(left, out var a) && NodeValues.TryTemporal(right, out var b)
                ? PartialDateTime.Compare(a, b, machine.Clock().Offset)
                : Error(out isError);
        }

        if (one == ValueClass.Untyped && other == ValueClass.Untyped)
        {
            if (NodeValues.TryTemporal(left, out var x) && NodeValues.TryTemporal(right, out var y))
            {
                return PartialDateTime.Compare(x, y, machine.Clock().Offset);
            }

            if (NodeValues.TryNumber(left, out var a) && NodeValues.TryNumber(right, out var b))
            {
                return a.CompareTo(b);
            }
        }

        return one is ValueClass.Text or ValueClass.Untyped && other is ValueClass.Text or ValueClass.Untyped
            ? string.CompareOrdinal(NodeValues.Text(left), NodeValues.Text(right))
            : Error(out isError);
    }

    private static int? Error(out bool isError)
    {
        isError = true;
        return null;
    }
}
