using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>=</c> and <c>!=</c></summary>
internal sealed class EqualityExpression(Expression left, Expression right, bool isNegated) : BinaryExpression(left, right)
{
    protected override Foreseen Foresee(Foreseen one, Foreseen other) => (one, other) switch
    {
        (Foreseen.Unknown, _) or (_, Foreseen.Unknown) => Foreseen.Unknown,
        (Foreseen.Empty, _) or (_, Foreseen.Empty) => Foreseen.Empty,
        (Foreseen.True or Foreseen.False, Foreseen.True or Foreseen.False) => (one == other) != isNegated ? Foreseen.True : Foreseen.False,
        _ => Foreseen.Unknown,
    };

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
