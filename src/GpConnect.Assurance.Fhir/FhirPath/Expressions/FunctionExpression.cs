using GpConnect.Assurance.Fhir.FhirPath.Functions;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

internal sealed class FunctionExpression(Expression input, Function function, Expression[] arguments) : Expression
{
    /// <summary>The path that an item must have for <c>entry.where(fullUrl)</c> to keep any.</summary>
    private readonly PathNames? _condition = function.Name == "where" ? PathNames.Joined(input, arguments[0]) : null;

    public override void Evaluate(Machine machine, in Scope scope)
    {
        var start = machine.Top;
        input.Evaluate(machine, scope);
        var unknown = function.TakesUnknown ? -1 : machine.FindUnknown(start);
        if (unknown >= 0)
        {
            machine.Replace(start, machine[unknown]);
            return;
        }

        machine.Enter();
        function.Body(machine, scope, start, arguments);
        machine.Leave();
    }

    public override Foreseen Foresee(in Foresight foresight) =>
        function.Foresee is not { } foresee ? Foreseen.Unknown
        : _condition is { } path && foresight.At(path) == Foreseen.Empty ? Foreseen.Empty
        : foresee(input.Foresee(foresight), arguments.Length);
}
