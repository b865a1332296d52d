using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>&amp;</c>: joins strings; nothing counts as an empty one.</summary>
internal sealed class ConcatenationExpression(Expression left, Expression right) : BinaryExpression(left, right)
{
    protected override void Combine(Machine machine, int start, int middle)
    {
        if (middle - start > 1 || machine.Top - middle > 1)
        {
            machine.ReplaceByUnknown(start, "an operand of '&' has several values where one is expected");
            return;
        }

        var one = middle > start ? Text(machine[start]) : "";
        var other = machine.Top > middle ? Text(machine[middle]) : "";
        machine.Replace(start, FhirPathItem.Of(one + other));
    }

    private static string Text(in FhirPathItem item) => item.IsNode ? NodeValues.Text(item) ?? "" : item.ToDisplayString();
}
