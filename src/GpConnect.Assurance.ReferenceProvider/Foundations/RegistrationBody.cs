using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>The body of a registration: Parameters with the one parameter registerPatient (GPC-FND-205, GPC-FND-206, GPC-FND-221).</summary>
internal static class RegistrationBody
{
    private const string Parameter = "registerPatient";

    /// <summary>The Patient to register.</summary>
    public static FhirNode Patient(FhirRequest request, FhirDocument document)
    {
        var root = document.Root;
        if (root.ResourceType == "Patient" && !request.Keeps(Rule.BodyIsParameters))
        {
            return root;
        }

        if (root.ResourceType != "Parameters")
        {
            throw Invalid($"The body is a {root.ResourceType}; Parameters are expected.");
        }

        var parameters = SubmittedDocument.All(root, "parameter");
        var isExact = request.Keeps(Rule.ParameterIsTheOneDefined);
        if (parameters.Count == 0 || (isExact && parameters.Count != 1))
        {
            throw Invalid($"Parameters.parameter: one parameter, {Parameter}, is expected; there are {parameters.Count}.");
        }

        var parameter = parameters[0];
        if (isExact && parameter.Child("name").Value != Parameter)
        {
            throw Invalid($"Parameters.parameter.name: '{parameter.Child("name").Value}' is not {Parameter}.");
        }

        var patient = parameter.Child("resource");
        return patient.ResourceType == "Patient"
            ? patient
            : throw Invalid($"Parameters.parameter.resource: a Patient is expected as {Parameter}.");
    }

    private static RefusedException Invalid(string what) => new(SpineError.InvalidResource, what);
}
