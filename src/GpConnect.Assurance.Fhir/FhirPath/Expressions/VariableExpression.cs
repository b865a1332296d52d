namespace GpConnect.Assurance.Fhir.FhirPath.Expressions;

/// <summary><c>%resource</c>, <c>%ucum</c> and the like.</summary>
internal sealed class VariableExpression(string name) : Expression
{
    private static readonly int ContainedName = FhirNames.Contained;
    private readonly string? _constant = ConstantOf(name);

    public override void Evaluate(Machine machine, in Scope scope)
    {
        if (machine.Context.Variables.TryGetValue(name, out var value))
        {
            machine.Push(value);
        }
        else if (_constant is not null)
        {
            machine.Push(FhirPathItem.Of(_constant));
        }
        else
        {
            PushNode(machine);
        }
    }

    private void PushNode(Machine machine)
    {
        var node = name switch
        {
            "context" => machine.Focus,
            "resource" => machine.Context.Resource ?? ContainerOf(machine.Focus),
            "rootResource" => machine.Context.RootResource ?? ContainerOf(machine.Focus),
            _ => default,
        };
        machine.Push(node.IsNone ? FhirPathItem.Unknown($"%{name} is not known here") : FhirPathItem.Of(node));
    }

    /// <summary>The resource a node is in; if that is contained, the one that contains it, as <c>ref-1</c> and <c>dom-3</c> need it.</summary>
    private static FhirNode ContainerOf(FhirNode node)
    {
        var resource = node.Resource;
        while (!resource.IsNone && resource.NameId == ContainedName)
        {
            resource = resource.Parent.Resource;
        }

        return resource;
    }

    private static string? ConstantOf(string name) => name switch
    {
        "ucum" => "http://unitsofmeasure.org",
        "sct" => "http://snomed.info/sct",
        "loinc" => "http://loinc.org",
        _ when name.StartsWith("vs-", StringComparison.Ordinal) => "http://hl7.org/fhir/ValueSet/" + name[3..],
        _ when name.StartsWith("ext-", StringComparison.Ordinal) => "http://hl7.org/fhir/StructureDefinition/" + name[4..],
        _ => null,
    };
}
