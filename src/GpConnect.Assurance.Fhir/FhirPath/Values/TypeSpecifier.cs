namespace GpConnect.Assurance.Fhir.FhirPath.Values;

/// <summary>A type named in an expression: <c>Quantity</c>, <c>FHIR.Patient</c>, <c>System.String</c>.</summary>
internal sealed class TypeSpecifier
{
    private const string System = "System";
    private readonly string _fhirName;
    private readonly FhirPathItemKind? _systemKind;

    public TypeSpecifier(string? space, string name)
    {
        Name = name;
        _systemKind = space == "FHIR" ? null : name.ToUpperInvariant() switch
        {
            "BOOLEAN" => FhirPathItemKind.Boolean,
            "INTEGER" => FhirPathItemKind.Integer,
            "DECIMAL" => FhirPathItemKind.Decimal,
            "STRING" => FhirPathItemKind.String,
            "DATE" => FhirPathItemKind.Date,
            "DATETIME" => FhirPathItemKind.DateTime,
            "TIME" => FhirPathItemKind.Time,
            "QUANTITY" => FhirPathItemKind.Quantity,
            _ => null,
        };

        // System.String also names FHIR's string: elements are what expressions are about.
        _fhirName = _systemKind is not null && name != "Quantity" ? char.ToLowerInvariant(name[0]) + name[1..] : name;
        IsKnown = space is null or "FHIR" or System && (_systemKind is not null || FhirTypeNames.IsDataType(name) || char.IsAsciiLetterUpper(name[0]));
    }

    public string Name { get; }

    /// <summary>False for a name that is no type at all, such as a misspelt <c>datetime2</c>.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether an item is of the type; null when its type is not known.</summary>
    public bool? Matches(Machine machine, in FhirPathItem item)
    {
        if (!item.IsNode)
        {
            return item.Kind == _systemKind;
        }

        var node = item.Node;
        if (NodeValues.TypeOf(machine, node) is { } type)
        {
            return FhirTypeNames.IsKindOf(type, _fhirName);
        }

        if (node.ValueKind == FhirValueKind.Boolean)
        {
            return _fhirName == "boolean";
        }

        return RulesOut(node) ? false : null;
    }

    /// <summary>The shape of a node alone can exclude a type: an element with a value is no complex type nor resource.</summary>
    private bool RulesOut(FhirNode node)
    {
        var isPrimitive = FhirTypeNames.IsPrimitive(_fhirName);
        if (_fhirName is "Element")
        {
            return false;
        }

        return node.HasValue
            ? !isPrimitive || (node.ValueKind == FhirValueKind.Number && _fhirName is not ("decimal" or "integer" or "positiveInt" or "unsignedInt"))
            : isPrimitive || !FhirTypeNames.IsDataType(_fhirName);
    }
}
