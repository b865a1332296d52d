namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>{}</c></summary>
internal sealed class EmptyExpression : Expression
{
    public override Foreseen Foresee(in Foresight foresight) => Foreseen.Empty;

    public override void Evaluate(Machine machine, in Scope scope)
    {
    }
}
