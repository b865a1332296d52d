using System.Text;
using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>http://hl7.org/fhirpath/#conversion</summary>
internal static class ConversionFunctions
{
    private delegate FhirPathItem? Conversion(Machine machine, in FhirPathItem item);

    public static IEnumerable<Function> All { get; } =
    [
        new("iif", 2, 3, If, TakesUnknown: true),
        .. Pair("Boolean", ToBoolean),
        .. Pair("Integer", ToInteger),
        .. Pair("Decimal", ToDecimal),
        .. Pair("String", ToText),
        .. Pair("Date", (Machine _, in FhirPathItem item) => Temporal(item) is { Form: not TemporalForm.Time } value ? FhirPathItem.Of(value.DateOnly()) : null),
        .. Pair("DateTime", (Machine _, in FhirPathItem item) => Temporal(item) is { Form: not TemporalForm.Time } value ? FhirPathItem.Of(value.AsDateTime()) : null),
        .. Pair("Time", (Machine _, in FhirPathItem item) => Temporal(item) is { Form: TemporalForm.Time } value ? FhirPathItem.Of(value) : null),
        new("toQuantity", 0, 1, ToQuantity),
        new("convertsToQuantity", 0, 1, ConvertsToQuantity),
    ];

    private static Function[] Pair(string type, Conversion convert) =>
    [
        new("to" + type, 0, 0, (Machine machine, in Scope _, int start, Expression[] _) =>
        {
            if (Arguments.TryInput(machine, start, "to" + type, out var item))
            {
                Replace(machine, start, convert(machine, item));
            }
        }),
        new("convertsTo" + type, 0, 0, (Machine machine, in Scope _, int start, Expression[] _) =>
        {
            if (Arguments.TryInput(machine, start, "convertsTo" + type, out var item))
            {
                machine.Replace(start, convert(machine, item) is not null);
            }
        }),
    ];

    private static void Replace(Machine machine, int start, in FhirPathItem? item)
    {
        machine.Drop(start);
        if (item is { } known)
        {
            machine.Push(known);
        }
    }

    private static void If(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var inner = scope;
        if (machine.Count(start) == 1)
        {
            inner = new Scope(machine[start], 0);
        }

        switch (arguments[0].Test(machine, inner))
        {
            case FhirPathTruth.True:
                machine.Drop(start);
                arguments[1].Evaluate(machine, inner);
                break;
            case FhirPathTruth.Undecided:
                machine.ReplaceByUnknown(start, machine.UnknownBecause ?? "the condition of iif() is undecided");
                break;
            default:
                machine.Drop(start);
                if (arguments.Length > 2)
                {
                    arguments[2].Evaluate(machine, inner);
                }

                break;
        }
    }

    private static FhirPathItem? ToBoolean(Machine machine, in FhirPathItem item)
    {
        if (item.Kind == FhirPathItemKind.Boolean)
        {
            return item;
        }

        if (item.Kind is FhirPathItemKind.Integer or FhirPathItemKind.Decimal)
        {
            return item.Number is 0 or 1 ? FhirPathItem.Of(item.Number == 1) : null;
        }

        return NodeValues.Text(item)?.ToUpperInvariant() switch
        {
            "TRUE" or "T" or "YES" or "Y" or "1" or "1.0" => FhirPathItem.Of(true),
            "FALSE" or "F" or "NO" or "N" or "0" or "0.0" => FhirPathItem.Of(false),
            _ => null,
        };
    }

    private static FhirPathItem? ToInteger(Machine machine, in FhirPathItem item) => item.Kind switch
    {
        FhirPathItemKind.Integer => item,
        FhirPathItemKind.Boolean => FhirPathItem.Of(item.Boolean ? 1L : 0L),
        FhirPathItemKind.Node when NodeValues.TryBoolean(machine, item.Node, out var value) => FhirPathItem.Of(value ? 1L : 0L),
        _ => NodeValues.Text(item) is { } text && long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, null, out var number)
            ? FhirPathItem.Of(number)
            : null,
    };

    private static FhirPathItem? ToDecimal(Machine machine, in FhirPathItem item) => item.Kind switch
    {
        FhirPathItemKind.Integer or FhirPathItemKind.Decimal => FhirPathItem.Of(item.Number),
        FhirPathItemKind.Boolean => FhirPathItem.Of(item.Boolean ? 1m : 0m),
        _ => NodeValues.Text(item) is { } text && NodeValues.TryDecimal(Encoding.UTF8.GetBytes(text), out var number) ? FhirPathItem.Of(number) : null,
    };

    /// <summary>The text of a value, of a primitive element as it is written, and of a Quantity element in FHIRPath's notation.</summary>
    private static FhirPathItem? ToText(Machine machine, in FhirPathItem item)
    {
        if (!item.IsNode)
        {
            return FhirPathItem.Of(item.ToDisplayString());
        }

        return item.Node.Value is { } value ? FhirPathItem.Of(value)
            : NodeValues.ClassOf(machine, item) == ValueClass.Quantity && NodeValues.Quantity(item) is { } quantity ? FhirPathItem.Of(quantity.ToString())
            : null;
    }

    private static PartialDateTime? Temporal(in FhirPathItem item)
    {
        if (NodeValues.TryTemporal(item, out var value))
        {
            return value;
        }

        if (item.Kind != FhirPathItemKind.String)
        {
            return null;
        }

        return PartialDateTime.TryParse(item.Text, out value) || PartialDateTime.TryParseTime(Encoding.UTF8.GetBytes(item.Text.TrimStart('T')), out value)
            ? value
            : null;
    }

    private static void ToQuantity(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (TryQuantity(machine, scope, start, arguments, "toQuantity", out var quantity))
        {
            Replace(machine, start, quantity is null ? null : FhirPathItem.Of(quantity));
        }
    }

    private static void ConvertsToQuantity(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (TryQuantity(machine, scope, start, arguments, "convertsToQuantity", out var quantity))
        {
            machine.Replace(start, quantity is not null);
        }
    }

    private static bool TryQuantity(Machine machine, in Scope scope, int start, Expression[] arguments, string function, out FhirPathQuantity? quantity)
    {
        quantity = null;
        if (!Arguments.TryInput(machine, start, function, out var item))
        {
            return false;
        }

        quantity = item.Kind switch
        {
            FhirPathItemKind.Boolean => new FhirPathQuantity(item.Boolean ? 1 : 0, "1"),
            FhirPathItemKind.String => QuantityText.Parse(item.Text),
            _ => NodeValues.Quantity(item) ?? QuantityText.Parse(NodeValues.Text(item) ?? ""),
        };
        if (arguments.Length > 0)
        {
            if (!Arguments.TryText(machine, scope, start, arguments[0], function, out var unit))
            {
                return false;
            }

            quantity = quantity is not null && Ucum.Convert(quantity.Value, quantity.Unit, unit) is { } converted ? new FhirPathQuantity(converted, unit) : null;
        }

        return true;
    }
}
