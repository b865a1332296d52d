namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>$total</c></summary>
internal sealed class TotalExpression : Expression
{
    public override void Evaluate(Machine machine, in Scope scope) => machine.PushAll(machine.Total);
}
