using System.Collections.Frozen;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>Every function by its name; <c>is</c>, <c>as</c> and <c>ofType</c> take a type and are the parser's.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, Function> ByName = new[]
    {
        ExistenceFunctions.All,
        FilteringFunctions.All,
        StringFunctions.All,
        MathFunctions.All,
        ConversionFunctions.All,
        TreeFunctions.All,
        FhirFunctions.All,
    }.SelectMany(functions => functions).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The function whose name differs least, for the message about one that does not exist.</summary>
    public static string? Like(string name) =>
        ByName.Keys.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
}
