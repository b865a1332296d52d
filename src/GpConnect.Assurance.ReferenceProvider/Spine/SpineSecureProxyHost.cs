using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GpConnect.Assurance.ReferenceProvider.Spine;

/// <summary>
/// Stands in for the Spine Secure Proxy: takes requests to <c>/https://provider…</c>, refuses those that the directory does not allow, and hands on the rest.
/// (integration_spine_secure_proxy). Dispose of it to stop serving.
/// </summary>
public sealed class SpineSecureProxyHost : IAsyncDisposable
{
    private static readonly FrozenSet<Rule> AnyNameOfTheAuthority = FrozenSet.Create(Rule.ClientCertificateNamesTheProxy);

    /// <summary>Of one connection, or written anew for the next.</summary>
    private static readonly HashSet<string> OfOneConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Host", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Content-Length",
    };

    private readonly WebApplication _application;
    private readonly HttpMessageInvoker _provider;

    private SpineSecureProxyHost(WebApplication application, HttpMessageInvoker provider)
    {
        _application = application;
        _provider = provider;
        Url = new Uri(application.Urls.First());
    }

    /// <summary>Goes before the provider's service root URL.</summary>
    public Uri Url { get; }

    /// <summary>Starts to serve.</summary>
    /// <param name="directory">Who may send what, and where to.</param>
    /// <param name="port">Loopback port; 0 for any that is free.</param>
    /// <param name="tls">Certificates for mutual authentication on both sides; null for plain HTTP.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SpineSecureProxyHost> StartAsync(SpineDirectory directory, int port = 0, ProviderTls? tls = null, CancellationToken cancellationToken = default)
    {
        var (rules, provider) = (new SpineProxyRules(directory), new HttpMessageInvoker(Connections(tls)));
        var server = tls is null ? null : new TlsServer(tls, AnyNameOfTheAuthority, TimeProvider.System);
        var application = LoopbackServer.Build(IPAddress.Loopback, port, server, http => AnswerAsync(http, rules, provider));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new SpineSecureProxyHost(application, provider);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            provider.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LoopbackServer.StopAsync(_application).ConfigureAwait(false);
        _provider.Dispose();
    }

    private static SocketsHttpHandler Connections(ProviderTls? tls)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None };
        if (tls is not null)
        {
            handler.SslOptions = new SslClientAuthenticationOptions
            {
                ClientCertificateContext = SslStreamCertificateContext.Create(tls.Proxy, additionalCertificates: null, offline: true),
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { tls.Authority },
                    RevocationMode = X509RevocationMode.NoCheck,
                    DisableCertificateDownloads = true,
                },
            };
        }

        return handler;
    }

    private static async Task AnswerAsync(HttpContext http, SpineProxyRules rules, HttpMessageInvoker provider)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.TrimStart('/');
        if (!TryRead(target, out var url))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (rules.Refusal(http.Request, target.Split('?')[0]) is { } refusal)
        {
            await RefuseAsync(http, refusal).ConfigureAwait(false);
            return;
        }

        try
        {
            using var request = Onwards(http.Request, url);
            using var response = await provider.SendAsync(request, http.RequestAborted).ConfigureAwait(false);
            await HandBackAsync(http.Response, response, http.RequestAborted).ConfigureAwait(false);
        }
        catch (HttpRequestException) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, SpineProxyError.NoCommunication(target.Split('?')[0])).ConfigureAwait(false);
        }
    }

    private static bool TryRead(string target, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out url) && url.Scheme is "http" or "https";

    private static HttpRequestMessage Onwards(HttpRequest received, Uri url)
    {
        var request = new HttpRequestMessage(new HttpMethod(received.Method), url) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (received.ContentLength > 0 || received.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(received.Body);
            request.Content.Headers.ContentLength = received.ContentLength;
        }

        foreach (var (name, values) in received.Headers.Where(header => !OfOneConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        request.Headers.TryAddWithoutValidation("Forwarded", $"for={received.HttpContext.Connection.RemoteIpAddress};proto={received.Scheme}");
        return request;
    }

    private static async Task HandBackAsync(HttpResponse response, HttpResponseMessage received, CancellationToken cancellation)
    {
        response.StatusCode = (int)received.StatusCode;
        // As they came: values that were read would be written in another form.
        foreach (var (name, values) in received.Headers.NonValidated.Concat(received.Content.Headers.NonValidated).Where(header => !OfOneConnection.Contains(header.Key)))
        {
            response.Headers.Append(name, new([.. values]));
        }

        response.ContentLength = received.Content.Headers.ContentLength;
        await received.Content.CopyToAsync(response.Body, cancellation).ConfigureAwait(false);
    }

    private static async Task RefuseAsync(HttpContext http, SpineProxyError refusal)
    {
        var body = Encoding.UTF8.GetBytes(refusal.Json());
        http.Response.StatusCode = refusal.Status;
        http.Response.ContentType = "application/fhir+json;charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted).ConfigureAwait(false);
    }
}
