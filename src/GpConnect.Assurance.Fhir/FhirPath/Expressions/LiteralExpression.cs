namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

internal sealed class LiteralExpression(FhirPathItem value) : Expression
{
    public FhirPathItem Value { get; } = value;

    public override void Evaluate(Machine machine, in Scope scope) => machine.Push(Value);
}
