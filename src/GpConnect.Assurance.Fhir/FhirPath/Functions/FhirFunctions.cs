using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Values;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>The functions FHIR adds: http://hl7.org/fhir/STU3/fhirpath.html#functions</summary>
internal static class FhirFunctions
{
    private static readonly int ReferenceName = FhirNames.Intern("reference");

    public static IEnumerable<Function> All { get; } =
    [
        new("extension", 1, 1, Extension),
        new("hasValue", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => m.Replace(start, m.Count(start) == 1 && HasValue(m[start]))),
        new("getValue", 0, 0, GetValue),
        new("resolve", 0, 0, Resolve, TakesUnknown: true, FilteringFunctions.OfNothingNothing),
        new("htmlchecks", 0, 0, CheckHtml),
        new("htmlChecks", 0, 0, CheckHtml),
        new("memberOf", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => Ask(m, s, start, a[0], "memberOf", m.Context.MemberOf)),
        new("conformsTo", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => Ask(m, s, start, a[0], "conformsTo", m.Context.ConformsTo)),
        new("checkModifiers", 0, int.MaxValue, CheckModifiers),
        new("elementDefinition", 0, 0, (Machine m, in Scope _, int start, Expression[] _) => m.ReplaceByUnknown(start, "elementDefinition() is not known here")),
        new("slice", 2, 2, (Machine m, in Scope _, int start, Expression[] _) => m.ReplaceByUnknown(start, "slice() is not known here")),
        new("type", 0, 0, Type),
    ];

    private static void Extension(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (!Arguments.TryText(machine, scope, start, arguments[0], "extension", out var url))
        {
            return;
        }

        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            foreach (var extension in machine[i].Node.ChildrenNamed(FhirNames.Extension))
            {
                machine.Step();
                if (NodeValues.TextEquals(extension.Child(FhirNames.Url), url))
                {
                    machine.Push(FhirPathItem.Of(extension));
                }
            }
        }

        machine.Close(start, end);
    }

    private static bool HasValue(in FhirPathItem item) => !item.IsNode || (item.Node.HasValue && item.Node.ValueUtf8.Length > 0);

    private static void GetValue(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (machine.Count(start) != 1 || !HasValue(machine[start]))
        {
            machine.Drop(start);
            return;
        }

        var item = machine[start];
        if (!item.IsNode)
        {
            return;
        }

        machine.Replace(start, NodeValues.ClassOf(machine, item) switch
        {
            ValueClass.Boolean => FhirPathItem.Of(item.Node.ValueEquals("true"u8)),
            ValueClass.Number when NodeValues.TryNumber(item, out var number) => Arguments.Number(number, isInteger: number.Scale == 0),
            ValueClass.Temporal when NodeValues.TryTemporal(item, out var temporal) => FhirPathItem.Of(temporal),
            _ => FhirPathItem.Of(item.Node.Value!),
        });
    }

    /// <summary>Follows references. One that cannot be followed is not nothing: what it leads to is unknown.</summary>
    private static void Resolve(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            var item = machine[i];
            if (item.IsUnknown)
            {
                machine.Push(item);
            }
            else
            {
                Resolve(machine, item);
            }
        }

        machine.Close(start, end);
    }

    private static void Resolve(Machine machine, in FhirPathItem item)
    {
        var isReference = item is { IsNode: true, Node.HasValue: false };
        var text = isReference ? item.Node.Child(ReferenceName).Value : NodeValues.Text(item);
        if (text is null)
        {
            machine.Push(FhirPathItem.Unknown(isReference ? $"{item.Node.Path} has no reference to follow" : "only a reference can be resolved"));
        }
        else if (text.StartsWith('#'))
        {
            var contained = Contained(machine, item.IsNode ? item.Node : machine.Focus, text);
            if (!contained.IsNone)
            {
                machine.Push(FhirPathItem.Of(contained));
            }
        }
        else if (machine.Context.Resolve?.Invoke(text) is { IsNone: false } target)
        {
            machine.Push(FhirPathItem.Of(target));
        }
        else
        {
            machine.Push(FhirPathItem.Unknown($"the reference '{text}' cannot be resolved here"));
        }
    }

    private static FhirNode Contained(Machine machine, FhirNode from, string reference)
    {
        var container = from.Resource;
        while (!container.IsNone && container.NameId == FhirNames.Contained)
        {
            container = container.Parent.Resource;
        }

        if (reference.Length == 1)
        {
            return container;
        }

        foreach (var contained in container.ChildrenNamed(FhirNames.Contained))
        {
            machine.Step();
            if (NodeValues.TextEquals(contained.Child(FhirNames.Id), reference[1..]))
            {
                return contained;
            }
        }

        return default;
    }

    private static void CheckHtml(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (Arguments.TryInput(machine, start, "htmlchecks", out var item))
        {
            machine.Replace(start, item.IsNode && XhtmlChecker.CheckText(item.Node.ValueUtf8).All.Count == 0);
        }
    }

    private static void Ask(Machine machine, in Scope scope, int start, Expression argument, string name, Func<FhirNode, string, bool?>? answer)
    {
        if (!Arguments.TryInput(machine, start, name, out var item) || !Arguments.TryText(machine, scope, start, argument, name, out var address))
        {
            return;
        }

        if (item.IsNode && answer?.Invoke(item.Node, address) is { } known)
        {
            machine.Replace(start, known);
        }
        else
        {
            machine.ReplaceByUnknown(start, $"{name}('{address}') cannot be told here");
        }
    }

    /// <summary>The input, unless it carries a modifier extension other than those named.</summary>
    private static void CheckModifiers(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        for (var i = start; i < machine.Top; i++)
        {
            foreach (var modifier in machine[i].Node.ChildrenNamed(FhirNames.ModifierExtension))
            {
                var url = modifier.Child(FhirNames.Url).Value;
                var outer = scope;
                if (!Array.Exists(arguments, argument => argument.Single(machine, outer, "an argument of checkModifiers()") is { } allowed && NodeValues.Text(allowed) == url))
                {
                    machine.ReplaceByUnknown(start, $"the modifier extension '{url}' is not expected");
                    return;
                }
            }
        }
    }

    private static void Type(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            var item = machine[i];
            machine.Push(!item.IsNode ? FhirPathItem.Type($"System.{item.Kind}")
                : NodeValues.TypeOf(machine, item.Node) is { } type ? FhirPathItem.Type("FHIR." + type)
                : FhirPathItem.Unknown($"the type of {item.Node.Path} is not known"));
        }

        machine.Close(start, end);
    }
}
