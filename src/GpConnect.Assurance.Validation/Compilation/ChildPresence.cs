namespace GpConnect.Assurance.Validation;

/// <summary>Which elements an element has, as one bit for each of its definition's.</summary>
internal static class ChildPresence
{
    /// <summary>There is a child that the definition does not know, or one beyond the bits: the others do not tell all.</summary>
    internal const ulong Incomplete = 1UL << 63;

    /// <param name="order">Place of the element in its definition.</param>
    internal static ulong Bit(int order) => order < 63 ? 1UL << order : Incomplete;
}
