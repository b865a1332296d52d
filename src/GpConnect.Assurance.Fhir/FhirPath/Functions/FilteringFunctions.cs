using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>http://hl7.org/fhirpath/#filtering-and-projection, #subsetting, #combining</summary>
internal static class FilteringFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("where", 1, 1, Where, TakesUnknown: true, OfNothingNothing),
        new("select", 1, 1, Select, TakesUnknown: true, OfNothingNothing),
        new("repeat", 1, 1, Repeat, TakesUnknown: true),
        new("aggregate", 1, 2, Aggregate),
        new("single", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Arguments.TryInput(m, start, "single", out var _)),
        new("first", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Keep(m, start, 0, 1)),
        new("last", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Keep(m, start, Math.Max(0, m.Count(start) - 1), 1)),
        new("tail", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Keep(m, start, 1, int.MaxValue)),
        new("skip", 1, 1, Skip),
        new("take", 1, 1, Take),
        new("intersect", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => Intersect(m, s, start, a[0])),
        new("exclude", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => Exclude(m, s, start, a[0])),
        new("union", 1, 1, Union, TakesUnknown: true),
        new("combine", 1, 1, Combine, TakesUnknown: true),
    ];

    /// <summary>The foresight of functions that make nothing of nothing.</summary>
    public static Foreseen OfNothingNothing(Foreseen input, int arguments) => input == Foreseen.Empty ? input : Foreseen.Unknown;

    public static void Where(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            var item = machine[i];
            switch (arguments[0].Test(machine, new Scope(item, i - start)))
            {
                case FhirPathTruth.True:
                    machine.Push(item);
                    break;
                case FhirPathTruth.Undecided:
                    machine.Push(FhirPathItem.Unknown(machine.UnknownBecause ?? machine.Inconclusive ?? "a condition is undecided"));
                    break;
            }
        }

        machine.Close(start, end);
    }

    private static void Select(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            arguments[0].Evaluate(machine, new Scope(machine[i], i - start));
        }

        machine.Close(start, end);
    }

    /// <summary>Applies the projection to the input, then to what that gave, until nothing new comes.</summary>
    private static void Repeat(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var seenNodes = new HashSet<FhirNode>();
        var end = machine.Top;
        for (var i = start; i < machine.Top; i++)
        {
            var resultStart = machine.Top;
            arguments[0].Evaluate(machine, new Scope(machine[i], i - start));
            KeepNew(machine, end, resultStart, seenNodes);
        }

        machine.Close(start, end);
    }

    private static void KeepNew(Machine machine, int knownStart, int resultStart, HashSet<FhirNode> seenNodes)
    {
        var results = machine.From(resultStart).ToArray();
        machine.Drop(resultStart);
        foreach (var result in results)
        {
            if (result.IsNode ? seenNodes.Add(result.Node) : !Collections.Contains(machine, machine.From(knownStart), result))
            {
                machine.Push(result);
            }
        }
    }

    private static void Aggregate(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var outer = machine.Total;
        var end = machine.Top;
        if (arguments.Length > 1)
        {
            arguments[1].Evaluate(machine, scope);
        }

        var total = machine.From(end).ToArray();
        machine.Drop(end);
        for (var i = start; i < end; i++)
        {
            machine.Total = total;
            arguments[0].Evaluate(machine, new Scope(machine[i], i - start));
            total = machine.From(end).ToArray();
            machine.Drop(end);
        }

        machine.Total = outer;
        machine.Drop(start);
        machine.PushAll(total);
    }

    private static void Keep(Machine machine, int start, int skip, int take)
    {
        machine.Close(start, start + Math.Min(skip, machine.Count(start)));
        machine.Drop(start + Math.Min(take, machine.Count(start)));
    }

    private static void Skip(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (Arguments.TryInteger(machine, scope, start, arguments[0], "skip", out var count))
        {
            Keep(machine, start, Math.Max(0, count), int.MaxValue);
        }
    }

    private static void Take(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (Arguments.TryInteger(machine, scope, start, arguments[0], "take", out var count))
        {
            Keep(machine, start, 0, Math.Max(0, count));
        }
    }

    private static void Intersect(Machine machine, in Scope scope, int start, Expression argument)
    {
        KeepIf(machine, scope, start, argument, isIn: true);
        Collections.RemoveDuplicates(machine, start);
    }

    private static void Exclude(Machine machine, in Scope scope, int start, Expression argument) =>
        KeepIf(machine, scope, start, argument, isIn: false);

    private static void KeepIf(Machine machine, in Scope scope, int start, Expression argument, bool isIn)
    {
        var middle = machine.Top;
        argument.Evaluate(machine, scope);
        var unknown = machine.FindUnknown(middle);
        if (unknown >= 0)
        {
            machine.Replace(start, machine[unknown]);
            return;
        }

        var other = machine.From(middle).ToArray();
        machine.Drop(middle);
        for (var i = start; i < middle; i++)
        {
            if (Collections.Contains(machine, other, machine[i]) == isIn)
            {
                machine.Push(machine[i]);
            }
        }

        machine.Close(start, middle);
    }

    private static void Union(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        arguments[0].Evaluate(machine, scope);
        Collections.RemoveDuplicates(machine, start);
    }

    private static void Combine(Machine machine, in Scope scope, int start, Expression[] arguments) =>
        arguments[0].Evaluate(machine, scope);
}
