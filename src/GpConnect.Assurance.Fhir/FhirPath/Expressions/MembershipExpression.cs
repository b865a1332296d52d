using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>in</c>; <c>contains</c> is the same with its operands swapped.</summary>
internal sealed class MembershipExpression(Expression item, Expression collection) : BinaryExpression(item, collection)
{
    protected override void Combine(Machine machine, int start, int middle)
    {
        var count = middle - start;
        if (count == 0)
        {
            machine.Drop(start);
        }
        else if (count > 1)
        {
            machine.ReplaceByUnknown(start, $"the item sought by 'in' has {count} values where one is expected");
        }
        else
        {
            var sought = machine[start];
            var found = false;
            foreach (ref readonly var candidate in machine.From(middle))
            {
                if (Equality.AreEqual(machine, sought, candidate) == true)
                {
                    found = true;
                    break;
                }
            }

            machine.Replace(start, found);
        }
    }
}
