using GpConnect.Assurance.Fhir.FhirPath.Expressions;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>http://hl7.org/fhirpath/#math</summary>
internal static class MathFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("abs", 0, 0, Absolute),
        Exact("ceiling", decimal.Ceiling),
        Exact("floor", decimal.Floor),
        Exact("truncate", decimal.Truncate),
        Approximate("exp", Math.Exp),
        Approximate("ln", Math.Log),
        Approximate("sqrt", Math.Sqrt),
        new("log", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => WithArgument(m, s, start, a[0], "log", Math.Log)),
        new("power", 1, 1, Power),
        new("round", 0, 1, Round),
    ];

    private static Function Exact(string name, Func<decimal, decimal> map) => new(name, 0, 0, (Machine machine, in Scope _, int start, Expression[] _) =>
    {
        if (Arguments.TryInputNumber(machine, start, name, out var number, out var _))
        {
            machine.Replace(start, Arguments.Number(map(number), isInteger: true));
        }
    });

    private static Function Approximate(string name, Func<double, double> map) => new(name, 0, 0, (Machine machine, in Scope _, int start, Expression[] _) =>
    {
        if (Arguments.TryInputNumber(machine, start, name, out var number, out var _))
        {
            ReplaceByDecimal(machine, start, map((double)number));
        }
    });

    private static void Absolute(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (machine.Count(start) == 1 && machine[start].Kind == FhirPathItemKind.Quantity)
        {
            var quantity = machine[start].Quantity;
            machine.Replace(start, FhirPathItem.Of(quantity with { Value = Math.Abs(quantity.Value) }));
        }
        else if (Arguments.TryInputNumber(machine, start, "abs", out var number, out var isInteger))
        {
            machine.Replace(start, Arguments.Number(Math.Abs(number), isInteger));
        }
    }

    private static void WithArgument(Machine machine, in Scope scope, int start, Expression argument, string name, Func<double, double, double> map)
    {
        if (Arguments.TryInputNumber(machine, start, name, out var number, out var _)
            && Arguments.TryItem(machine, scope, start, argument, name, out var item))
        {
            if (Values.NodeValues.TryNumber(item, out var other))
            {
                ReplaceByDecimal(machine, start, map((double)number, (double)other));
            }
            else
            {
                machine.ReplaceByUnknown(start, $"an argument of {name}() must be a number");
            }
        }
    }

    private static void Power(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var wasInteger = machine.Count(start) == 1 && machine[start].Kind == FhirPathItemKind.Integer;
        var exponentIsInteger = arguments[0].Single(machine, scope, "") is { Kind: FhirPathItemKind.Integer, Integer: >= 0 };
        WithArgument(machine, scope, start, arguments[0], "power", Math.Pow);
        if (wasInteger && exponentIsInteger && machine.Count(start) == 1 && machine[start].Kind == FhirPathItemKind.Decimal)
        {
            machine.Replace(start, Arguments.Number(decimal.Round(machine[start].Number), isInteger: true));
        }
    }

    private static void Round(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (!Arguments.TryInputNumber(machine, start, "round", out var number, out var _))
        {
            return;
        }

        var digits = 0;
        if (arguments.Length > 0 && !Arguments.TryInteger(machine, scope, start, arguments[0], "round", out digits))
        {
            return;
        }

        machine.Replace(start, FhirPathItem.Of(Math.Round(number, Math.Clamp(digits, 0, 28), MidpointRounding.AwayFromZero)));
    }

    /// <summary>What is no number (the root of -1) or no decimal is empty.</summary>
    private static void ReplaceByDecimal(Machine machine, int start, double value)
    {
        if (double.IsFinite(value) && Math.Abs(value) < 7.9e27)
        {
            machine.Replace(start, FhirPathItem.Of((decimal)value));
        }
        else
        {
            machine.Drop(start);
        }
    }
}
