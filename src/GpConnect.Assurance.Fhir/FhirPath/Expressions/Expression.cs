namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary>A compiled part of an expression; immutable, shared by all evaluations.</summary>
internal abstract class Expression
{
    /// <summary>Pushes the result onto the machine's stack.</summary>
    public abstract void Evaluate(Machine machine, in Scope scope);

    /// <summary>What the presence of children alone tells.</summary>
    public virtual Foreseen Foresee(in Foresight foresight) => Foreseen.Unknown;

    /// <summary>Evaluates as a condition, leaving the stack as it was.</summary>
    public FhirPathTruth Test(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        Evaluate(machine, scope);
        var truth = Truth.Of(machine, start);
        machine.Drop(start);
        return truth;
    }

    /// <summary>Evaluates and expects one item at most, leaving the stack as it was.</summary>
    /// <returns>The item; null when there is none. Several are one unknown item.</returns>
    public FhirPathItem? Single(Machine machine, in Scope scope, string what)
    {
        var start = machine.Top;
        Evaluate(machine, scope);
        var count = machine.Count(start);
        FhirPathItem? item = count switch
        {
            0 => null,
            1 => machine[start],
            _ => FhirPathItem.Unknown($"{what} has {count} values where one is expected"),
        };
        machine.Drop(start);
        return item;
    }
}
