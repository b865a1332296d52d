using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>is</c>: whether the one item is of a type.</summary>
internal sealed class IsExpression(Expression input, TypeSpecifier type) : Expression
{
    public override Foreseen Foresee(in Foresight foresight) => input.Foresee(foresight) == Foreseen.Empty ? Foreseen.Empty : Foreseen.Unknown;

    public override void Evaluate(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        if (input.Single(machine, scope, "the input of 'is'") is not { } item)
        {
            return;
        }

        if (item.IsUnknown)
        {
            machine.Push(item);
        }
        else if (type.Matches(machine, item) is { } matches)
        {
            machine.Replace(start, matches);
        }
        else
        {
            machine.ReplaceByUnknown(start, $"the type of {item.Node.Path} is not known");
        }
    }
}
