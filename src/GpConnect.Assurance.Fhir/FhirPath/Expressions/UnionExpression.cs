using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>|</c>: both collections without duplicates.</summary>
internal sealed class UnionExpression(Expression left, Expression right) : Expression
{
    public override void Evaluate(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        left.Evaluate(machine, scope);
        right.Evaluate(machine, scope);
        Collections.RemoveDuplicates(machine, start);
    }
}
