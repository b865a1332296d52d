using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>http://hl7.org/fhirpath/#existence</summary>
internal static class ExistenceFunctions
{
    public static IEnumerable<Function> All { get; } =
    [
        new("empty", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Exists(m, start, isNegated: true), TakesUnknown: true, (input, _) => Opposite(Existence(input))),
        new("exists", 0, 1, Exists, TakesUnknown: true, (input, conditions) => conditions == 0 || input == Foreseen.Empty ? Existence(input) : Foreseen.Unknown),
        new("all", 1, 1, AllMeet, TakesUnknown: true),
        new("allTrue", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => EachIs(m, start, FhirPathTruth.True)),
        new("allFalse", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => EachIs(m, start, FhirPathTruth.False)),
        new("anyTrue", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => AnyIs(m, start, FhirPathTruth.True)),
        new("anyFalse", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => AnyIs(m, start, FhirPathTruth.False)),
        new("subsetOf", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => IsSubset(m, s, start, a[0], isSuperset: false)),
        new("supersetOf", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => IsSubset(m, s, start, a[0], isSuperset: true)),
        new("count", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => m.Replace(start, FhirPathItem.Of((long)m.Count(start))), Foresee: (input, _) => Number(input)),
        new("distinct", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => Collections.RemoveDuplicates(m, start)),
        new("isDistinct", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => m.Replace(start, !Collections.HasDuplicates(m, m.From(start))), Foresee: (input, _) => input == Foreseen.Empty ? Foreseen.True : Foreseen.Unknown),
        new("not", 0, 0, Not, Foresee: (input, _) => input == Foreseen.Empty ? input : Opposite(input)),
    ];

    private static Foreseen Existence(Foreseen input) => input switch
    {
        Foreseen.Unknown => Foreseen.Unknown,
        Foreseen.Empty => Foreseen.False,
        _ => Foreseen.True,
    };

    private static Foreseen Opposite(Foreseen input) => input switch
    {
        Foreseen.True => Foreseen.False,
        Foreseen.False => Foreseen.True,
        _ => Foreseen.Unknown,
    };

    private static Foreseen Number(Foreseen input) => input switch
    {
        Foreseen.Unknown => Foreseen.Unknown,
        Foreseen.Empty => Foreseen.Zero,
        _ => Foreseen.Positive,
    };

    private static void Exists(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (arguments.Length > 0)
        {
            FilteringFunctions.Where(machine, scope, start, arguments);
        }

        Exists(machine, start, isNegated: false);
    }

    private static void Exists(Machine machine, int start, bool isNegated)
    {
        var unknown = machine.FindUnknown(start);
        if (unknown >= 0 && AllUnknown(machine.From(start)))
        {
            machine.Replace(start, machine[unknown]);
        }
        else
        {
            machine.Replace(start, (machine.Count(start) > 0) != isNegated);
        }
    }

    private static bool AllUnknown(ReadOnlySpan<FhirPathItem> items)
    {
        foreach (ref readonly var item in items)
        {
            if (!item.IsUnknown)
            {
                return false;
            }
        }

        return true;
    }

    private static void AllMeet(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var isUndecided = false;
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            var truth = arguments[0].Test(machine, new Scope(machine[i], i - start));
            if (truth is FhirPathTruth.False or FhirPathTruth.Empty)
            {
                machine.Replace(start, false);
                return;
            }

            isUndecided |= truth == FhirPathTruth.Undecided;
        }

        if (isUndecided)
        {
            machine.ReplaceByUnknown(start, machine.UnknownBecause ?? machine.Inconclusive ?? "a condition is undecided");
        }
        else
        {
            machine.Replace(start, true);
        }
    }

    private static void EachIs(Machine machine, int start, FhirPathTruth wanted)
    {
        var all = true;
        foreach (ref readonly var item in machine.From(start))
        {
            all &= Truth.Of(machine, item) == wanted;
        }

        machine.Replace(start, all);
    }

    private static void AnyIs(Machine machine, int start, FhirPathTruth wanted)
    {
        var any = false;
        foreach (ref readonly var item in machine.From(start))
        {
            any |= Truth.Of(machine, item) == wanted;
        }

        machine.Replace(start, any);
    }

    private static void IsSubset(Machine machine, in Scope scope, int start, Expression argument, bool isSuperset)
    {
        var middle = machine.Top;
        argument.Evaluate(machine, scope);
        var unknown = machine.FindUnknown(middle);
        if (unknown >= 0)
        {
            machine.Replace(start, machine[unknown]);
            return;
        }

        var input = machine.From(start)[..(middle - start)];
        var other = machine.From(middle);
        var subset = isSuperset ? other : input;
        var superset = isSuperset ? input : other;
        var isSubset = true;
        foreach (ref readonly var item in subset)
        {
            isSubset &= Collections.Contains(machine, superset, item);
        }

        machine.Replace(start, isSubset);
    }

    private static void Not(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        switch (Truth.Of(machine, start))
        {
            case FhirPathTruth.True:
                machine.Replace(start, false);
                break;
            case FhirPathTruth.False:
                machine.Replace(start, true);
                break;
            case FhirPathTruth.Undecided:
                machine.ReplaceByUnknown(start, "the input of not() has several values where one is expected");
                break;
        }
    }
}
