using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>=</c> and <c>!=</c></summary>
internal sealed class EqualityExpression(Expression left, Expression right, bool isNegated) : BinaryExpression(left, right)
{
    protected override void Combine(Machine machine, int start, int middle)
    {
        if (start == middle || middle == machine.Top)
        {
            machine.Drop(start);
            return;
        }

        var equal = Equality.AreEqual(machine, machine.From(start)[..(middle - start)], machine.From(middle));
        if (equal is null)
        {
            machine.NoteInconclusive("values of different precision or unit cannot be compared");
        }

        machine.Replace(start, isNegated ? !equal : equal);
    }
}
