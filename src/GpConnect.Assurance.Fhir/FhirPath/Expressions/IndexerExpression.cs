namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>name[0]</c></summary>
internal sealed class IndexerExpression(Expression input, Expression index) : Expression
{
    public override void Evaluate(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        input.Evaluate(machine, scope);
        var unknown = machine.FindUnknown(start);
        var at = index.Single(machine, scope, "an index");
        if (unknown >= 0)
        {
            machine.Replace(start, machine[unknown]);
        }
        else if (at is { Kind: FhirPathItemKind.Integer } position)
        {
            if (position.Integer >= 0 && position.Integer < machine.Count(start))
            {
                machine.Replace(start, machine[start + (int)position.Integer]);
            }
            else
            {
                machine.Drop(start);
            }
        }
        else if (at is null)
        {
            machine.Drop(start);
        }
        else
        {
            machine.ReplaceByUnknown(start, at.Value.IsUnknown ? at.Value.Text : "an index must be an integer");
        }
    }
}
