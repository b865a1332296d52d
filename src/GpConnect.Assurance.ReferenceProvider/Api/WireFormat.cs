namespace GpConnect.Assurance.ReferenceProvider.Api;

internal enum WireFormat
{
    Json,
    Xml,
}

internal static class MediaTypes
{
    public const string Json = "application/fhir+json";
    public const string Xml = "application/fhir+xml";

    public static string Of(WireFormat format) => format == WireFormat.Xml ? Xml : Json;

    /// <summary>As it stands in Content-Type: without a blank before the parameter.</summary>
    public static string WithCharset(WireFormat format) => Of(format) + ";charset=utf-8";
}
