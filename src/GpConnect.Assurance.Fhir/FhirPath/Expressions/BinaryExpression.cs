namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary>An operator with two operands, both evaluated; an unknown operand makes the result unknown.</summary>
internal abstract class BinaryExpression(Expression left, Expression right) : Expression
{
    public sealed override Foreseen Foresee(in Foresight foresight) => Foresee(left.Foresee(foresight), right.Foresee(foresight));

    protected virtual Foreseen Foresee(Foreseen one, Foreseen other) => Foreseen.Unknown;

    public sealed override void Evaluate(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        left.Evaluate(machine, scope);
        var middle = machine.Top;
        right.Evaluate(machine, scope);
        var unknown = machine.FindUnknown(start);
        if (unknown >= 0)
        {
            machine.Replace(start, machine[unknown]);
        }
        else
        {
            Combine(machine, start, middle);
        }
    }

    /// <summary>Replaces the operands, which lie from <paramref name="start"/> and from <paramref name="middle"/>, by the result.</summary>
    protected abstract void Combine(Machine machine, int start, int middle);

    /// <summary>For operators on single items: empty when an operand is empty, unknown when one has several items.</summary>
    /// <returns>Whether both operands are one item.</returns>
    protected static bool AreSingle(Machine machine, int start, int middle, string symbol)
    {
        var left = middle - start;
        var right = machine.Top - middle;
        if (left == 1 && right == 1)
        {
            return true;
        }

        if (left > 1 || right > 1)
        {
            machine.ReplaceByUnknown(start, $"an operand of '{symbol}' has {Math.Max(left, right)} values where one is expected");
        }
        else
        {
            machine.Drop(start);
        }

        return false;
    }
}
