namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

internal sealed class LiteralExpression(FhirPathItem value) : Expression
{
    public FhirPathItem Value { get; } = value;

    public override Foreseen Foresee(in Foresight foresight) => Value.Kind switch
    {
        FhirPathItemKind.Boolean => Value.Boolean ? Foreseen.True : Foreseen.False,
        FhirPathItemKind.Integer when Value.Integer == 0 => Foreseen.Zero,
        FhirPathItemKind.Integer when Value.Integer > 0 => Foreseen.Positive,
        _ => Foreseen.Some,
    };

    public override void Evaluate(Machine machine, in Scope scope) => machine.Push(Value);
}
