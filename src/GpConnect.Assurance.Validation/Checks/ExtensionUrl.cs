using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The url of an extension, compared as bytes.</summary>
internal static class ExtensionUrl
{
    private static readonly int UrlName = FhirNames.Intern("url");

    /// <summary>Empty when the extension has no url.</summary>
    internal static ReadOnlySpan<byte> Of(FhirNode extension) => extension.Child(UrlName).ValueUtf8;

    internal static bool IsRelative(ReadOnlySpan<byte> url) => !url.Contains((byte)':');

    /// <summary>The form that http and https spellings share.</summary>
    internal static ReadOnlySpan<byte> WithoutScheme(ReadOnlySpan<byte> url) =>
        url.StartsWith("https://"u8) ? url[8..] : url.StartsWith("http://"u8) ? url[7..] : url;
}
