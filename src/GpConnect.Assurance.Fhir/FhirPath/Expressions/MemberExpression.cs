using GpConnect.Assurance.Fhir.FhirPath.Values;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary>A step to the children of a name; <c>value</c> also takes <c>valueQuantity</c> and its like.</summary>
/// <param name="input">Null for a path's first step, which starts at <c>$this</c> and may name its type.</param>
internal sealed class MemberExpression(Expression? input, string name) : Expression
{
    private readonly int _nameId = FhirNames.Intern(name);
    private readonly bool _isType = input is null && char.IsAsciiLetterUpper(name[0]);
    private readonly PathNames? _path = PathOf(input, name);

    public bool IsFirst => input is null;

    public string Name => name;

    public Expression? Input => input;

    public override void Evaluate(Machine machine, in Scope scope)
    {
        if (_isType)
        {
            SelectByType(machine, scope.This);
            return;
        }

        if (input is null)
        {
            Select(machine, scope.This);
            return;
        }

        var start = machine.Top;
        input.Evaluate(machine, scope);
        var end = machine.Top;
        for (var i = start; i < end; i++)
        {
            Select(machine, machine[i]);
        }

        machine.Close(start, end);
    }

    public override Foreseen Foresee(in Foresight foresight)
    {
        if (input?.Foresee(foresight) == Foreseen.Empty)
        {
            return Foreseen.Empty;
        }

        return _path is null ? Foreseen.Unknown : foresight.At(_path);
    }

    /// <summary>The path when there is nothing but names; else null.</summary>
    public PathNames? Path => _path;

    private static PathNames? PathOf(Expression? input, string name) => input switch
    {
        null => char.IsAsciiLetterUpper(name[0]) ? null : new PathNames(name),
        MemberExpression { _path: { } before } => new PathNames(before, name),
        _ => null,
    };

    private void Select(Machine machine, in FhirPathItem item)
    {
        if (item.IsNode)
        {
            SelectChildren(machine, item.Node);
        }
        else if (item.IsUnknown)
        {
            machine.Push(item);
        }
        else if (item.Kind == FhirPathItemKind.Quantity && name is "value" or "unit")
        {
            machine.Push(name == "value" ? FhirPathItem.Of(item.Quantity.Value) : FhirPathItem.Of(item.Quantity.Unit));
        }
        else if (item.Kind == FhirPathItemKind.Type && name is "name" or "namespace")
        {
            var dot = item.Text.IndexOf('.', StringComparison.Ordinal);
            machine.Push(FhirPathItem.Of(name == "name" ? item.Text[(dot + 1)..] : item.Text[..dot]));
        }
    }

    private void SelectChildren(Machine machine, FhirNode node)
    {
        var document = node.Document;
        for (var index = node.Row.FirstChild; index != 0;)
        {
            ref readonly NodeRow row = ref document.Row(index);
            var childName = document.SharedNameId(row.NameId);
            if (PathNames.IsNamed(document, childName, _nameId))
            {
                machine.Push(FhirPathItem.Of(new FhirNode(document, index)));
            }

            machine.Step();
            index = row.Next;
        }
    }

    private void SelectByType(Machine machine, in FhirPathItem item)
    {
        if (item.IsUnknown || (item.IsNode && NodeValues.TypeOf(machine, item.Node) is { } type && FhirTypeNames.IsKindOf(type, name)))
        {
            machine.Push(item);
        }
    }
}
