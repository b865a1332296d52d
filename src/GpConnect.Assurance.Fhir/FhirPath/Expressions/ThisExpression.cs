namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>$this</c>, and the unwritten input of a path's first step.</summary>
internal sealed class ThisExpression : Expression
{
    public static ThisExpression Instance { get; } = new();

    public override Foreseen Foresee(in Foresight foresight) => Foreseen.Some;

    public override void Evaluate(Machine machine, in Scope scope) => machine.Push(scope.This);
}
