using System.Globalization;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Reads an OperationDefinition from its node table.</summary>
internal static class OperationReader
{
    internal static OperationFacts Read(FhirNode definition) => new(
        Canonical.Clean(definition.Child("url").Value ?? string.Empty),
        definition.Child("code").Value ?? string.Empty,
        Parameters(definition, "parameter"));

    private static List<ParameterFacts> Parameters(FhirNode owner, string name)
    {
        var parameters = new List<ParameterFacts>();
        foreach (var parameter in owner.ChildrenNamed(name))
        {
            if (parameter.Child("name").Value is { } parameterName)
            {
                parameters.Add(Parameter(parameter, parameterName));
            }
        }

        return parameters;
    }

    private static ParameterFacts Parameter(FhirNode parameter, string name)
    {
        var profile = parameter.Child("profile").Child("reference").Value;
        var max = parameter.Child("max").Value;
        return new ParameterFacts(
            name,
            parameter.Child("use").Value == "out" ? ParameterUse.Out : ParameterUse.In,
            Integer(parameter.Child("min").Value) ?? 0,
            max == "*" ? int.MaxValue : Integer(max) ?? int.MaxValue,
            parameter.Child("type").Value,
            profile is null ? null : Canonical.Clean(profile),
            RequiredValueSet(parameter.Child("binding")),
            Parameters(parameter, "part"));
    }

    private static string? RequiredValueSet(FhirNode binding)
    {
        var valueSet = binding.Child("valueSetUri").Value ?? binding.Child("valueSetReference").Child("reference").Value;
        return binding.Child("strength").Value == "required" && valueSet is not null ? Canonical.Clean(valueSet) : null;
    }

    private static int? Integer(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
