using FsCheck;
using FsCheck.Fluent;

namespace GpConnect.Assurance.Evidence.Tests;

/// <summary>Texts for properties that must hold for any text.</summary>
internal static class Texts
{
    public static Gen<string> Any { get; } = ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get);

    /// <summary>Any text, and about half of the time one of these.</summary>
    public static Gen<string> AnyOr(params string[] troublesome) => Gen.OneOf(Any, Gen.Elements(troublesome));
}
