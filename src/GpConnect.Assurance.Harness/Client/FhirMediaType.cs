namespace GpConnect.Assurance.Harness.Client;

/// <summary>Media types of FHIR STU3 bodies.</summary>
public static class FhirMediaType
{
    public const string Json = "application/fhir+json";

    public const string Xml = "application/fhir+xml";

    /// <summary>The form a <c>Content-Type</c> takes: charset stated, no space before it.</summary>
    public static string WithCharset(string mediaType) => mediaType + ";charset=utf-8";
}
