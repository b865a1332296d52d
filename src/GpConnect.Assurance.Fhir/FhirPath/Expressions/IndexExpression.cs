namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>$index</c></summary>
internal sealed class IndexExpression : Expression
{
    public override void Evaluate(Machine machine, in Scope scope) => machine.Push(FhirPathItem.Of((long)scope.Index));
}
