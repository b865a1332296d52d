using GpConnect.Assurance.Fhir.FhirPath.Functions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary>The sign before an expression.</summary>
internal sealed class NegationExpression(Expression operand) : Expression
{
    public override void Evaluate(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        operand.Evaluate(machine, scope);
        var unknown = machine.FindUnknown(start);
        if (unknown >= 0)
        {
            machine.Replace(start, machine[unknown]);
        }
        else if (Arguments.TryInput(machine, start, "-", out var item))
        {
            Negate(machine, start, item);
        }
    }

    private static void Negate(Machine machine, int start, in FhirPathItem item)
    {
        if (item.Kind == FhirPathItemKind.Quantity)
        {
            machine.Replace(start, FhirPathItem.Of(item.Quantity with { Value = -item.Quantity.Value }));
        }
        else if (NodeValues.TryNumber(item, out var number))
        {
            machine.Replace(start, Arguments.Number(-number, item.Kind == FhirPathItemKind.Integer || (item.IsNode && number.Scale == 0)));
        }
        else
        {
            machine.ReplaceByUnknown(start, "only a number or quantity can be negated");
        }
    }
}
