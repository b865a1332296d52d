using System.Globalization;
using System.Text;

namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>Reads nodes as FHIRPath values, with as little allocation as can be.</summary>
internal static class NodeValues
{
    private static readonly int ValueName = FhirNames.Intern("value");
    private static readonly int CodeName = FhirNames.Intern("code");
    private static readonly int UnitName = FhirNames.Intern("unit");

    /// <summary>The FHIR type of a node as far as it can be known, or null.</summary>
    public static string? TypeOf(Machine machine, FhirNode node) =>
        node.ResourceType ?? machine.Context.Types?.TypeOf(node) ?? TypeByName(node);

    public static ValueClass ClassOf(Machine machine, in FhirPathItem item) => item.Kind switch
    {
        FhirPathItemKind.Node => ClassOf(machine, item.Node),
        FhirPathItemKind.Boolean => ValueClass.Boolean,
        FhirPathItemKind.Integer or FhirPathItemKind.Decimal => ValueClass.Number,
        FhirPathItemKind.Date or FhirPathItemKind.DateTime or FhirPathItemKind.Time => ValueClass.Temporal,
        FhirPathItemKind.Quantity => ValueClass.Quantity,
        FhirPathItemKind.Type => ValueClass.Type,
        _ => ValueClass.Text,
    };

    public static ValueClass ClassOf(Machine machine, FhirNode node)
    {
        if (node.ValueKind == FhirValueKind.Boolean)
        {
            return ValueClass.Boolean;
        }

        if (node.ValueKind == FhirValueKind.Number)
        {
            return ValueClass.Number;
        }

        var type = TypeOf(machine, node);
        if (node.HasValue)
        {
            return type is null ? ValueClass.Untyped : ClassOfPrimitive(type);
        }

        return type is null ? LooksLikeQuantity(node) ? ValueClass.Quantity : ValueClass.Complex
            : FhirTypeNames.IsKindOf(type, "Quantity") ? ValueClass.Quantity : ValueClass.Complex;
    }

    public static bool TryBoolean(Machine machine, FhirNode node, out bool value)
    {
        value = node.ValueEquals("true"u8);
        return (value || node.ValueEquals("false"u8))
            && (node.ValueKind == FhirValueKind.Boolean || ClassOf(machine, node) is ValueClass.Boolean or ValueClass.Untyped);
    }

    public static bool TryNumber(in FhirPathItem item, out decimal value)
    {
        if (item.IsNode)
        {
            return TryDecimal(item.Node.ValueUtf8, out value);
        }

        var isNumber = item.Kind is FhirPathItemKind.Integer or FhirPathItemKind.Decimal;
        value = isNumber ? item.Number : 0;
        return isNumber;
    }

    public static bool TryDecimal(ReadOnlySpan<byte> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);

    public static bool TryTemporal(in FhirPathItem item, out PartialDateTime value)
    {
        if (item.IsNode)
        {
            var text = item.Node.ValueUtf8;
            return PartialDateTime.TryParse(text, out value) || (text.Length > 2 && text[2] == ':' && PartialDateTime.TryParseTime(text, out value));
        }

        value = item.IsTemporal ? item.Temporal : default;
        return item.IsTemporal;
    }

    /// <summary>An item as a quantity; a number is one of unit <c>1</c>.</summary>
    public static FhirPathQuantity? Quantity(in FhirPathItem item)
    {
        if (item.Kind == FhirPathItemKind.Quantity)
        {
            return item.Quantity;
        }

        if (!item.IsNode)
        {
            return TryNumber(item, out var number) ? new FhirPathQuantity(number, "1") : null;
        }

        var node = item.Node;
        if (node.HasValue)
        {
            return TryDecimal(node.ValueUtf8, out var plain) ? new FhirPathQuantity(plain, "1") : null;
        }

        return TryDecimal(node.Child(ValueName).ValueUtf8, out var amount)
            ? new FhirPathQuantity(amount, node.Child(CodeName).Value ?? node.Child(UnitName).Value ?? "1")
            : null;
    }

    /// <summary>The text of a string or of a primitive node; null for anything else.</summary>
    public static string? Text(in FhirPathItem item) => item.Kind switch
    {
        FhirPathItemKind.String => item.Text,
        FhirPathItemKind.Node => item.Node.Value,
        _ => null,
    };

    /// <summary>Whether a node's value is a text, without making a string of it.</summary>
    public static bool TextEquals(FhirNode node, string text)
    {
        var utf8 = node.ValueUtf8;
        if (!node.HasValue || utf8.Length < text.Length)
        {
            return false;
        }

        return (utf8.Length == text.Length && Ascii.Equals(utf8, text)) || (utf8.Length > text.Length && EqualsBeyondAscii(utf8, text));
    }

    private static bool EqualsBeyondAscii(ReadOnlySpan<byte> utf8, string text) =>
        Encoding.UTF8.GetByteCount(text) == utf8.Length && Encoding.UTF8.GetString(utf8) == text;

    private static string? TypeByName(FhirNode node)
    {
        var type = ChoiceNames.TypeOf(node.Document, node.NameId);
        if (type is null)
        {
            return null;
        }

        // A name may end in a type by chance: vaccineCode is a CodeableConcept.
        return FhirTypeNames.IsPrimitive(type) == IsPrimitiveShaped(node) ? type : null;
    }

    private static bool IsPrimitiveShaped(FhirNode node)
    {
        if (node.HasValue)
        {
            return true;
        }

        foreach (var child in node.Children)
        {
            if (child.NameId != FhirNames.Id && child.NameId != FhirNames.Extension)
            {
                return false;
            }
        }

        return true;
    }

    private static bool LooksLikeQuantity(FhirNode node) =>
        TryDecimal(node.Child(ValueName).ValueUtf8, out _) && (!node.Child(CodeName).IsNone || !node.Child(UnitName).IsNone);

    private static ValueClass ClassOfPrimitive(string type) => type switch
    {
        "boolean" => ValueClass.Boolean,
        "decimal" or "integer" or "positiveInt" or "unsignedInt" => ValueClass.Number,
        "date" or "dateTime" or "instant" or "time" => ValueClass.Temporal,
        _ => ValueClass.Text,
    };
}
