using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>
/// What functions share in reading input and arguments. Each answers false when the function is done: the result, empty or unknown, then
/// lies in place of the input.
/// </summary>
internal static class Arguments
{
    /// <summary>The input as one item.</summary>
    public static bool TryInput(Machine machine, int start, string function, out FhirPathItem item)
    {
        item = default;
        switch (machine.Count(start))
        {
            case 0:
                return false;
            case 1:
                item = machine[start];
                return true;
            default:
                machine.ReplaceByUnknown(start, $"the input of {function}() has {machine.Count(start)} values where one is expected");
                return false;
        }
    }

    /// <summary>An argument as one item; none makes the result empty.</summary>
    public static bool TryItem(Machine machine, in Scope scope, int start, Expression argument, string function, out FhirPathItem item)
    {
        item = default;
        var argumentStart = machine.Top;
        argument.Evaluate(machine, scope);
        switch (machine.Count(argumentStart))
        {
            case 0:
                machine.Drop(start);
                return false;
            case 1:
                item = machine[argumentStart];
                machine.Drop(argumentStart);
                break;
            default:
                machine.ReplaceByUnknown(start, $"an argument of {function}() has {machine.Count(argumentStart)} values where one is expected");
                return false;
        }

        if (item.IsUnknown)
        {
            machine.Replace(start, item);
        }

        return !item.IsUnknown;
    }

    public static bool TryText(Machine machine, in Scope scope, int start, Expression argument, string function, out string text)
    {
        text = "";
        if (!TryItem(machine, scope, start, argument, function, out var item))
        {
            return false;
        }

        if (NodeValues.Text(item) is { } found)
        {
            text = found;
            return true;
        }

        machine.ReplaceByUnknown(start, $"an argument of {function}() must be a string");
        return false;
    }

    public static bool TryInteger(Machine machine, in Scope scope, int start, Expression argument, string function, out int value)
    {
        value = 0;
        if (!TryItem(machine, scope, start, argument, function, out var item))
        {
            return false;
        }

        if (NodeValues.TryNumber(item, out var number) && number == decimal.Truncate(number))
        {
            value = (int)Math.Clamp(number, int.MinValue, int.MaxValue);
            return true;
        }

        machine.ReplaceByUnknown(start, $"an argument of {function}() must be an integer");
        return false;
    }

    /// <summary>The input as one string: a string, or a primitive element.</summary>
    public static bool TryInputText(Machine machine, int start, string function, out string text)
    {
        text = "";
        if (!TryInput(machine, start, function, out var item))
        {
            return false;
        }

        if (NodeValues.Text(item) is { } found)
        {
            text = found;
            return true;
        }

        NotText(machine, start, function, item);
        return false;
    }

    /// <summary>The input has no text: an element without a value gives nothing, anything else is a mistake in the expression.</summary>
    public static void NotText(Machine machine, int start, string function, in FhirPathItem item)
    {
        if (item.IsNode && !HasContent(item.Node))
        {
            machine.Drop(start);
        }
        else
        {
            machine.ReplaceByUnknown(start, $"the input of {function}() must be a string");
        }
    }

    public static bool TryInputNumber(Machine machine, int start, string function, out decimal number, out bool isInteger)
    {
        number = 0;
        isInteger = false;
        if (!TryInput(machine, start, function, out var item))
        {
            return false;
        }

        if (NodeValues.TryNumber(item, out number))
        {
            isInteger = item.Kind == FhirPathItemKind.Integer || (item.IsNode && number.Scale == 0);
            return true;
        }

        machine.ReplaceByUnknown(start, $"the input of {function}() must be a number");
        return false;
    }

    public static FhirPathItem Number(decimal value, bool isInteger) =>
        isInteger && value is >= long.MinValue and <= long.MaxValue ? FhirPathItem.Of((long)value) : FhirPathItem.Of(value);

    /// <summary>An element with more than id and extensions: a primitive without a value has no more than these.</summary>
    private static bool HasContent(FhirNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.NameId != FhirNames.Id && child.NameId != FhirNames.Extension)
            {
                return true;
            }
        }

        return false;
    }
}
