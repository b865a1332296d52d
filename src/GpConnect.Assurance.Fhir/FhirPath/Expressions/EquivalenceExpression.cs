using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>~</c> and <c>!~</c></summary>
internal sealed class EquivalenceExpression(Expression left, Expression right, bool isNegated) : BinaryExpression(left, right)
{
    protected override void Combine(Machine machine, int start, int middle)
    {
        var equivalent = Equality.AreEquivalent(machine, machine.From(start)[..(middle - start)], machine.From(middle));
        machine.Replace(start, equivalent != isNegated);
    }
}
