using System.Text;

namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>The operators <c>=</c> and <c>~</c>.</summary>
internal static class Equality
{
    /// <summary>Whether two collections are equal item by item; null when it cannot be told.</summary>
    public static bool? AreEqual(Machine machine, ReadOnlySpan<FhirPathItem> left, ReadOnlySpan<FhirPathItem> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        bool? all = true;
        for (var i = 0; i < left.Length; i++)
        {
            switch (AreEqual(machine, left[i], right[i]))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
            }
        }

        return all;
    }

    /// <summary>Whether two items are equal; null when it cannot be told: dates of different precision, units that do not convert.</summary>
    public static bool? AreEqual(Machine machine, in FhirPathItem left, in FhirPathItem right)
    {
        machine.Step();
        if (left.IsNode && right.IsNode)
        {
            return NodesEqual(machine, left.Node, right.Node);
        }

        if (left.Kind == FhirPathItemKind.String || right.Kind == FhirPathItemKind.String)
        {
            return TextsEqual(left, right);
        }

        return ValuesEqual(machine, left, right);
    }

    /// <summary>Whether two collections hold equivalent items, in any order.</summary>
    public static bool AreEquivalent(Machine machine, ReadOnlySpan<FhirPathItem> left, ReadOnlySpan<FhirPathItem> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        var unmatched = right.ToArray().ToList();
        foreach (ref readonly var item in left)
        {
            var one = item;
            var match = unmatched.FindIndex(other => AreEquivalent(machine, one, other));
            if (match < 0)
            {
                return false;
            }

            unmatched.RemoveAt(match);
        }

        return true;
    }

    private static bool AreEquivalent(Machine machine, in FhirPathItem left, in FhirPathItem right)
    {
        machine.Step();
        if (left.IsNode && right.IsNode && (left.Node.HasChildren || right.Node.HasChildren) && !left.Node.HasValue && !right.Node.HasValue
            && NodeValues.ClassOf(machine, left) != ValueClass.Quantity)
        {
            return ChildrenEquivalent(machine, left.Node, right.Node);
        }

        if (NodeValues.TryNumber(left, out var one) && NodeValues.TryNumber(right, out var other))
        {
            var scale = Math.Min(one.Scale, other.Scale);
            return Math.Round(one, scale) == Math.Round(other, scale);
        }

        if (NodeValues.Text(left) is { } leftText && NodeValues.Text(right) is { } rightText)
        {
            return AreEqual(machine, left, right) == true || Normalised(leftText) == Normalised(rightText);
        }

        if (left.Kind == FhirPathItemKind.Quantity && right.Kind == FhirPathItemKind.Quantity
            && CalendarAsUcum(left.Quantity) is var first && CalendarAsUcum(right.Quantity) is var second)
        {
            return QuantitiesEqual(first, second) == true;
        }

        return AreEqual(machine, left, right) == true;
    }

    private static bool ChildrenEquivalent(Machine machine, FhirNode left, FhirNode right)
    {
        var unmatched = right.Children.ToArray().ToList();
        foreach (var child in left.Children)
        {
            var match = unmatched.FindIndex(other => other.NameId == child.NameId && AreEquivalent(machine, FhirPathItem.Of(child), FhirPathItem.Of(other)));
            if (match < 0)
            {
                return false;
            }

            unmatched.RemoveAt(match);
        }

        return unmatched.Count == 0;
    }

    private static bool? NodesEqual(Machine machine, FhirNode left, FhirNode right)
    {
        if (left == right)
        {
            return true;
        }

        if (left.HasValue != right.HasValue)
        {
            return false;
        }

        if (left.HasValue)
        {
            return left.ValueUtf8.SequenceEqual(right.ValueUtf8) ? true : PrimitivesEqual(machine, FhirPathItem.Of(left), FhirPathItem.Of(right));
        }

        return NodeValues.ClassOf(machine, left) == ValueClass.Quantity && NodeValues.ClassOf(machine, right) == ValueClass.Quantity
            ? QuantitiesEqual(NodeValues.Quantity(FhirPathItem.Of(left)), NodeValues.Quantity(FhirPathItem.Of(right)))
            : ComplexEqual(machine, left, right);
    }

    private static bool? ComplexEqual(Machine machine, FhirNode left, FhirNode right)
    {
        if (left.ResourceType != right.ResourceType || left.Children.Count() != right.Children.Count())
        {
            return false;
        }

        bool? all = true;
        machine.Enter();
        foreach (var child in left.Children)
        {
            var twin = right.Child(child.NameId);
            while (!twin.IsNone && twin.ArrayIndex != child.ArrayIndex)
            {
                machine.Step();
                twin = FhirNode.FirstNamed(twin.NextSibling, child.NameId);
            }

            var equal = twin.IsNone ? false : AreEqual(machine, FhirPathItem.Of(child), FhirPathItem.Of(twin));
            if (equal != true)
            {
                all = equal;
                if (equal == false)
                {
                    break;
                }
            }
        }

        machine.Leave();
        return all;
    }

    /// <summary>Two primitives whose texts differ may still be the same number or the same time.</summary>
    private static bool? PrimitivesEqual(Machine machine, in FhirPathItem left, in FhirPathItem right)
    {
        var one = NodeValues.ClassOf(machine, left);
        var other = NodeValues.ClassOf(machine, right);
        if (one is ValueClass.Number || other is ValueClass.Number)
        {
            return NodeValues.TryNumber(left, out var a) && NodeValues.TryNumber(right, out var b) && a == b;
        }

        var mayBeTemporal = one is ValueClass.Temporal or ValueClass.Untyped && other is ValueClass.Temporal or ValueClass.Untyped;
        return mayBeTemporal && NodeValues.TryTemporal(left, out var x) && NodeValues.TryTemporal(right, out var y)
            ? TemporalsEqual(machine, x, y)
            : false;
    }

    /// <summary>A string equals any primitive written like it: invariants compare codes, and even booleans (<c>mad-3</c>), with strings.</summary>
    private static bool TextsEqual(in FhirPathItem left, in FhirPathItem right) =>
        left.IsNode ? NodeValues.TextEquals(left.Node, right.Text)
        : right.IsNode ? NodeValues.TextEquals(right.Node, left.Text)
        : left.Kind == right.Kind && left.Text == right.Text;

    private static bool? ValuesEqual(Machine machine, in FhirPathItem left, in FhirPathItem right)
    {
        if (left.Kind == FhirPathItemKind.Boolean || right.Kind == FhirPathItemKind.Boolean)
        {
            return IsBoolean(machine, left) && IsBoolean(machine, right) && Truth.Of(machine, left) == Truth.Of(machine, right);
        }

        if (left.Kind == FhirPathItemKind.Quantity || right.Kind == FhirPathItemKind.Quantity)
        {
            return QuantitiesEqual(NodeValues.Quantity(left), NodeValues.Quantity(right));
        }

        if (NodeValues.TryNumber(left, out var one) && NodeValues.TryNumber(right, out var other))
        {
            return one == other;
        }

        if (NodeValues.TryTemporal(left, out var x) && NodeValues.TryTemporal(right, out var y))
        {
            return TemporalsEqual(machine, x, y);
        }

        return left.Kind == FhirPathItemKind.Type && right.Kind == FhirPathItemKind.Type && left.Text == right.Text;
    }

    private static bool IsBoolean(Machine machine, in FhirPathItem item) =>
        item.Kind == FhirPathItemKind.Boolean || (item.IsNode && NodeValues.TryBoolean(machine, item.Node, out _));

    private static bool? TemporalsEqual(Machine machine, in PartialDateTime left, in PartialDateTime right) =>
        (left.Form == TemporalForm.Time) != (right.Form == TemporalForm.Time) ? false
        : PartialDateTime.Compare(left, right, machine.Clock().Offset) is { } order ? order == 0 : null;

    private static bool? QuantitiesEqual(FhirPathQuantity? left, FhirPathQuantity? right) =>
        left is null || right is null ? false : Quantities.Compare(left, right) is { } order ? order == 0 : null;

    private static FhirPathQuantity CalendarAsUcum(FhirPathQuantity quantity) =>
        quantity.IsCalendar ? new FhirPathQuantity(quantity.Value, Quantities.UcumOf(quantity.Unit)) : quantity;

    private static string Normalised(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Normalize(NormalizationForm.FormC).ToUpperInvariant();
    }
}
