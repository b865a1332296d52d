namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary>
/// <c>and</c>, <c>or</c>, <c>xor</c>, <c>implies</c>, three-valued; the right side is not evaluated when the left decides.
/// </summary>
internal sealed class LogicalExpression(Expression left, Expression right, LogicalOperator op) : Expression
{
    public override void Evaluate(Machine machine, in Scope scope)
    {
        var one = left.Test(machine, scope);
        if (Decides(one) is { } decided)
        {
            machine.Push(FhirPathItem.Of(decided));
            return;
        }

        switch (Combine(one, right.Test(machine, scope)))
        {
            case FhirPathTruth.True:
                machine.Push(FhirPathItem.Of(true));
                break;
            case FhirPathTruth.False:
                machine.Push(FhirPathItem.Of(false));
                break;
            case FhirPathTruth.Undecided:
                machine.Push(FhirPathItem.Unknown(machine.UnknownBecause ?? "a condition is undecided"));
                break;
        }
    }

    public override Foreseen Foresee(in Foresight foresight)
    {
        var one = Condition(left.Foresee(foresight));
        var other = Condition(right.Foresee(foresight));
        if (one is { } first && Decides(first) is { } decided)
        {
            return decided ? Foreseen.True : Foreseen.False;
        }

        // An undecided side stands for the unknown one: what comes out all the same is certain.
        return Combine(one ?? FhirPathTruth.Undecided, other ?? FhirPathTruth.Undecided) switch
        {
            FhirPathTruth.True => Foreseen.True,
            FhirPathTruth.False => Foreseen.False,
            FhirPathTruth.Empty => Foreseen.Empty,
            _ => Foreseen.Unknown,
        };
    }

    private static FhirPathTruth? Condition(Foreseen operand) => operand switch
    {
        Foreseen.True => FhirPathTruth.True,
        Foreseen.False => FhirPathTruth.False,
        Foreseen.Empty => FhirPathTruth.Empty,
        _ => null,
    };

    private bool? Decides(FhirPathTruth one) => (op, one) switch
    {
        (LogicalOperator.And, FhirPathTruth.False) => false,
        (LogicalOperator.Or, FhirPathTruth.True) => true,
        (LogicalOperator.Implies, FhirPathTruth.False) => true,
        _ => null,
    };

    private FhirPathTruth Combine(FhirPathTruth one, FhirPathTruth other)
    {
        var dominant = op == LogicalOperator.And ? FhirPathTruth.False : FhirPathTruth.True;
        if (op != LogicalOperator.Xor && other == dominant)
        {
            return dominant;
        }

        if (one == FhirPathTruth.Undecided || other == FhirPathTruth.Undecided)
        {
            return FhirPathTruth.Undecided;
        }

        if (one == FhirPathTruth.Empty || other == FhirPathTruth.Empty)
        {
            return FhirPathTruth.Empty;
        }

        // Neither side is dominant: and(true, true), or(false, false), implies(true, false).
        return op switch
        {
            LogicalOperator.And => FhirPathTruth.True,
            LogicalOperator.Xor => one != other ? FhirPathTruth.True : FhirPathTruth.False,
            _ => FhirPathTruth.False,
        };
    }
}
