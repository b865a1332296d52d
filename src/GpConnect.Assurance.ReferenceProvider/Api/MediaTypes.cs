using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.ReferenceProvider.Api;

internal static class MediaTypes
{
    public const string Json = "application/fhir+json";
    public const string Xml = "application/fhir+xml";

    public static string Of(FhirFormat format) => format == FhirFormat.Xml ? Xml : Json;

    /// <summary>As it stands in Content-Type: without a blank before the parameter.</summary>
    public static string WithCharset(FhirFormat format) => Of(format) + ";charset=utf-8";
}
