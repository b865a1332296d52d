using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>as</c> and <c>ofType()</c>: the items that are of a type.</summary>
internal sealed class OfTypeExpression(Expression input, TypeSpecifier type) : Expression
{
    public override Foreseen Foresee(in Foresight foresight) => input.Foresee(foresight) == Foreseen.Empty ? Foreseen.Empty : Foreseen.Unknown;

    public override void Evaluate(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        input.Evaluate(machine, scope);
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            var item = machine[i];
            if (item.IsUnknown)
            {
                machine.Push(item);
                continue;
            }

            switch (type.Matches(machine, item))
            {
                case true:
                    machine.Push(item);
                    break;
                case null:
                    machine.Push(FhirPathItem.Unknown($"the type of {item.Node.Path} is not known"));
                    break;
            }
        }

        machine.Close(start, end);
    }
}
