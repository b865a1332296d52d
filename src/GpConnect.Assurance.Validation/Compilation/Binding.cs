namespace GpConnect.Assurance.Validation;

/// <summary>A binding with the value set found when the first code is checked.</summary>
internal sealed class Binding(DefinitionStore store, BindingStrength strength, string valueSet, string? maxValueSet)
{
    private volatile ValueSetRules? _rules;
    private volatile ValueSetRules? _maxRules;

    internal BindingStrength Strength { get; } = strength;

    internal string ValueSet { get; } = valueSet;

    /// <summary>Null when the value set is not carried.</summary>
    internal ValueSetRules? Rules => _rules ??= store.ValueSet(ValueSet);

    /// <summary>The set that even an extensible binding must not leave (extension elementdefinition-maxValueSet).</summary>
    internal string? MaxValueSet { get; } = maxValueSet;

    internal ValueSetRules? MaxRules => MaxValueSet is null ? null : _maxRules ??= store.ValueSet(MaxValueSet);
}
