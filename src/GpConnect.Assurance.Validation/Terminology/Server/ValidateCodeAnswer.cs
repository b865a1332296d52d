using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The <c>Parameters</c> that STU3's <c>$validate-code</c> answers with: the parameter <c>result</c> decides.</summary>
internal static class ValidateCodeAnswer
{
    private const string NotUnderstood = "the terminology server's answer is no Parameters resource with a boolean result";

    internal static CodeAnswer Read(Stream answer)
    {
        using var bytes = new MemoryStream();
        answer.CopyTo(bytes);
        using var document = FhirReader.Read(bytes.ToArray(), FhirFormat.Json);
        if (!document.IsReadable || document.Root.ResourceType != "Parameters")
        {
            return CodeAnswer.Unanswered(NotUnderstood);
        }

        foreach (var parameter in document.Root.ChildrenNamed("parameter"))
        {
            if (parameter.Child("name").Value == "result")
            {
                return Result(parameter.Child("valueBoolean"));
            }
        }

        return CodeAnswer.Unanswered(NotUnderstood);
    }

    private static CodeAnswer Result(FhirNode value) => (value.ValueKind, value.Value) switch
    {
        (FhirValueKind.Boolean, "true") => CodeAnswer.Member,
        (FhirValueKind.Boolean, "false") => CodeAnswer.NotMember,
        _ => CodeAnswer.Unanswered(NotUnderstood),
    };
}
