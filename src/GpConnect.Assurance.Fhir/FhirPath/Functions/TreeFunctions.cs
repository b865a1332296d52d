using GpConnect.Assurance.Fhir.FhirPath.Expressions;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>http://hl7.org/fhirpath/#tree-navigation and #utility-functions</summary>
internal static class TreeFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("children", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Replace(m, start, isDeep: false)),
        new("descendants", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Replace(m, start, isDeep: true)),
        new("trace", 1, 2, Trace, TakesUnknown: true),
        new("now", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => m.Replace(start, FhirPathItem.Of(m.Clock()))),
        new("today", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => m.Replace(start, FhirPathItem.Of(Values.PartialDateTime.Of(m.Clock()).DateOnly()))),
        new("timeOfDay", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => m.Replace(start, FhirPathItem.Of(Values.PartialDateTime.Of(m.Clock()).TimeOfDay()))),
    ];

    private static void Replace(Machine machine, int start, bool isDeep)
    {
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            PushChildren(machine, machine[i].Node, isDeep);
        }

        machine.Close(start, end);
    }

    private static void PushChildren(Machine machine, FhirNode node, bool isDeep)
    {
        foreach (var child in node.Children)
        {
            machine.Push(FhirPathItem.Of(child));
            if (isDeep && child.HasChildren)
            {
                PushChildren(machine, child, isDeep);
            }
        }
    }

    private static void Trace(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (machine.Context.Trace is not { } trace)
        {
            return;
        }

        var name = arguments[0].Single(machine, scope, "the name of trace()");
        var items = machine.From(start).ToArray();
        if (arguments.Length > 1)
        {
            var end = machine.Top;
            for (var i = start; i < end; i++)
            {
                arguments[1].Evaluate(machine, new Scope(machine[i], i - start));
            }

            items = machine.From(end).ToArray();
            machine.Drop(end);
        }

        trace(name?.ToDisplayString() ?? "", items);
    }
}
