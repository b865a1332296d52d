namespace GpConnect.Assurance.Harness.Client;

/// <summary>The transport's view of a request: where it goes and how its body is framed. Its head is replaced on the wire.</summary>
internal static class TransportRequest
{
    public static HttpRequestMessage From(ProviderRequest request, Uri url)
    {
        var message = new HttpRequestMessage(SemanticsOf(request), url)
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Headers.TransferEncodingChunked = request.Chunked;
        }

        return message;
    }

    /// <summary>Only two things depend on the method for the transport: that HEAD has no response body, and that a GET without a body
    /// states no length.</summary>
    private static HttpMethod SemanticsOf(ProviderRequest request) => request.Method switch
    {
        "HEAD" => HttpMethod.Head,
        "POST" or "PUT" or "PATCH" => HttpMethod.Post,
        _ => HttpMethod.Get,
    };
}
