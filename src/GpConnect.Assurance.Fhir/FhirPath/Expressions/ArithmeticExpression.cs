using GpConnect.Assurance.Fhir.FhirPath.Functions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>+ - * / div mod</c> on numbers and quantities, <c>+</c> on strings, <c>+ -</c> on dates and times.</summary>
internal sealed class ArithmeticExpression(Expression left, Expression right, string symbol) : BinaryExpression(left, right)
{
    protected override Foreseen Foresee(Foreseen one, Foreseen other) => (symbol, one, other) switch
    {
        ("+", Foreseen.Zero, Foreseen.Zero) => Foreseen.Zero,
        ("+", Foreseen.Zero or Foreseen.Positive, Foreseen.Zero or Foreseen.Positive) => Foreseen.Positive,
        _ => Foreseen.Unknown,
    };

    protected override void Combine(Machine machine, int start, int middle)
    {
        if (!AreSingle(machine, start, middle, symbol))
        {
            return;
        }

        var one = machine[start];
        var other = machine[middle];
        if (!TryCombine(machine, one, other, out var result))
        {
            machine.ReplaceByUnknown(start, $"'{one.ToDisplayString()}' {symbol} '{other.ToDisplayString()}' has no meaning");
        }
        else if (result is { } known)
        {
            machine.Replace(start, known);
        }
        else
        {
            machine.Drop(start);
        }
    }

    /// <returns>False when the operands do not go with the operator; a null result is empty, as division by zero is.</returns>
    private bool TryCombine(Machine machine, in FhirPathItem one, in FhirPathItem other, out FhirPathItem? result)
    {
        result = null;
        try
        {
            if (symbol is "+" or "-" && IsTemporal(machine, one) && NodeValues.TryTemporal(one, out var temporal))
            {
                return TryMove(temporal, other, out result);
            }

            if (IsNumber(machine, one) && IsNumber(machine, other) && NodeValues.TryNumber(one, out var x) && NodeValues.TryNumber(other, out var y))
            {
                result = Calculate(x, y, areIntegers: IsInteger(one, x) && IsInteger(other, y));
                return true;
            }

            if (symbol == "+" && NodeValues.Text(one) is { } text && NodeValues.Text(other) is { } suffix)
            {
                result = FhirPathItem.Of(text + suffix);
                return true;
            }

            return NodeValues.Quantity(one) is { } a && NodeValues.Quantity(other) is { } b && TryQuantities(a, b, out result);
        }
        catch (OverflowException)
        {
            return true;
        }
    }

    private static bool IsTemporal(Machine machine, in FhirPathItem item) =>
        NodeValues.ClassOf(machine, item) is ValueClass.Temporal or ValueClass.Untyped;

    private static bool IsNumber(Machine machine, in FhirPathItem item) =>
        NodeValues.ClassOf(machine, item) is ValueClass.Number or ValueClass.Untyped;

    private static bool IsInteger(in FhirPathItem item, decimal value) => item.IsNode ? value.Scale == 0 : item.Kind == FhirPathItemKind.Integer;

    private FhirPathItem? Calculate(decimal x, decimal y, bool areIntegers) => symbol switch
    {
        "+" => Arguments.Number(x + y, areIntegers),
        "-" => Arguments.Number(x - y, areIntegers),
        "*" => Arguments.Number(x * y, areIntegers),
        _ when y == 0 => null,
        "/" => FhirPathItem.Of(x / y),
        "div" => Arguments.Number(decimal.Truncate(x / y), isInteger: true),
        _ => Arguments.Number(x % y, areIntegers),
    };

    private bool TryMove(in PartialDateTime temporal, in FhirPathItem by, out FhirPathItem? result)
    {
        result = null;
        if (NodeValues.Quantity(by) is not { } quantity || Quantities.CalendarUnitOf(quantity) is not { } unit)
        {
            return false;
        }

        result = temporal.Add(symbol == "-" ? -quantity.Value : quantity.Value, unit) is { } moved ? FhirPathItem.Of(moved) : null;
        return true;
    }

    private bool TryQuantities(FhirPathQuantity a, FhirPathQuantity b, out FhirPathItem? result)
    {
        var combined = symbol switch
        {
            "+" => Quantities.Add(a, b, 1),
            "-" => Quantities.Add(a, b, -1),
            "*" => new FhirPathQuantity(a.Value * b.Value, Ucum.Combine(a.Unit, b.Unit, divide: false)),
            "/" when b.Value != 0 => new FhirPathQuantity(a.Value / b.Value, Ucum.Combine(a.Unit, b.Unit, divide: true)),
            _ => null,
        };
        result = combined is null ? null : FhirPathItem.Of(combined);
        return symbol is "+" or "-" or "*" or "/";
    }
}
