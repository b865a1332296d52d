using GpConnect.Assurance.Fhir.FhirPath.Functions;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

internal sealed class FunctionExpression(Expression input, Function function, Expression[] arguments) : Expression
{
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

    public override Foreseen Foresee(Func<string, bool?> isPresent) =>
        function.Foresee is { } foresee ? foresee(input.Foresee(isPresent), arguments.Length) : Foreseen.Unknown;
}
