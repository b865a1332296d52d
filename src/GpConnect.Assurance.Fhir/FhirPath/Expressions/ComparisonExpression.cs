using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c></summary>
internal sealed class ComparisonExpression(Expression left, Expression right, string symbol) : BinaryExpression(left, right)
{
    protected override Foreseen Foresee(Foreseen one, Foreseen other) => (symbol, one, other) switch
    {
        (">", Foreseen.Positive, Foreseen.Zero) => Foreseen.True,
        (">", Foreseen.Zero, Foreseen.Zero) => Foreseen.False,
        _ => Foreseen.Unknown,
    };

    protected override void Combine(Machine machine, int start, int middle)
    {
        if (!AreSingle(machine, start, middle, symbol))
        {
            return;
        }

        var order = Ordering.Compare(machine, machine[start], machine[middle], out var isError);
        if (isError)
        {
            machine.ReplaceByUnknown(start, $"'{machine[start].ToDisplayString()}' and '{machine[middle].ToDisplayString()}' have no order between them");
            return;
        }

        if (order is null)
        {
            machine.NoteInconclusive("values of different precision or unit cannot be compared");
        }

        machine.Replace(start, order is null ? null : symbol switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        });
    }
}
