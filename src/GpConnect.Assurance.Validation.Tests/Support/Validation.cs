using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>Validates a resource in either format.</summary>
internal static class Validation
{
    private static readonly ProfileValidator Validator = new(Profiles.Store);

    internal static ValidationResult Of(JsonObject resource, FhirFormat format = FhirFormat.Json, ValidationOptions? options = null)
    {
        var bytes = format == FhirFormat.Json ? FhirJsonWriter.Write(resource) : FhirXmlWriter.Write(resource);
        return Of(bytes, format, options);
    }

    internal static ValidationResult Of(string text, ValidationOptions? options = null)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return Of(bytes, FhirReader.Sniff(bytes)!.Value, options);
    }

    internal static ValidationResult Of(byte[] bytes, FhirFormat format, ValidationOptions? options = null) =>
        Validator.Validate(FhirReader.Read(bytes, format), options);

    /// <summary>What a failing test prints.</summary>
    internal static IEnumerable<string> Lines(this ValidationResult result) => result.Issues.Select(issue => IssueText.Line(issue, "document"));

    internal static void ShouldBeClean(this ValidationResult result) => result.Lines().Should().BeEmpty();

    internal static void ShouldHaveOnly(this ValidationResult result, IssueCode code, string path)
    {
        result.Lines().Should().ContainSingle();
        result.Issues[0].Code.Should().Be(code.Code);
        result.Issues[0].Path.Should().Be(path);
    }
}
