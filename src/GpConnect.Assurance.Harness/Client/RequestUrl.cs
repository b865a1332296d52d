namespace GpConnect.Assurance.Harness.Client;

/// <summary>Reads the URL of a request without changing a letter of its path and query.</summary>
internal static class RequestUrl
{
    public static Uri Parse(string url)
    {
        var exact = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return url.All(letter => letter is > ' ' and <= '~') && Uri.TryCreate(url, exact, out var parsed) && parsed.Scheme is "http" or "https"
            ? parsed
            : throw new ArgumentException($"\"{url}\" is not an absolute http or https URL; percent-encode what is not printable ASCII.");
    }
}
