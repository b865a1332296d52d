namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>What an element of a differential can say that an instance can break.</summary>
internal enum ConstraintKind
{
    Minimum,
    Prohibited,
    Maximum,
    Type,
    TypeProfile,
    ReferenceType,
    ReferenceProfile,
    FixedValue,
    RequiredBinding,
    ClosedSlicing,
    OrderedSlicing,
    OpenAtEndSlicing,
}
