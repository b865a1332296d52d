namespace GpConnect.Assurance.Validation;

/// <summary>What a rule asks of an element beyond its type and its children, so that the walk passes most elements with one look.</summary>
[Flags]
internal enum RuleWork
{
    None = 0,

    /// <summary>It holds a resource of a type that the instance names.</summary>
    Resource = 1,

    /// <summary>It must meet one of several profiles.</summary>
    Alternatives = 1 << 1,

    /// <summary>The rule or that of its type is the first of a profile, which then counts as applied.</summary>
    Profile = 1 << 2,
    Reference = 1 << 3,
    Coding = 1 << 4,
    Identifier = 1 << 5,
    Extension = 1 << 6,

    /// <summary>Fixed values, patterns, limits, codes and invariants of its own definition.</summary>
    Values = 1 << 7,

    /// <summary>Those of its type's definition.</summary>
    ValuesOfType = 1 << 8,

    BeforeChildren = Resource | Alternatives | Profile,
    AfterChildren = Reference | Coding | Identifier | Values | ValuesOfType,
}
