using System.Diagnostics;
using System.Net;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Sends requests to the provider one after the other, and records what goes over the wire. One for each worker.</summary>
/// <remarks>HTTP/1.1 as it comes: nothing is decompressed, followed, stored or retried behind the exchange's back, and no proxy is
/// used but the one configured.</remarks>
public sealed class ProviderClient : IDisposable
{
    private readonly LimitSettings _limits;
    private readonly ServerCertificateCheck _serverCertificate = new();
    private readonly HttpMessageInvoker _transport;
    private readonly FailureDescriber _failures;
    private readonly byte[] _bodyBuffer = new byte[16 * 1024];
    private WireRecorder? _underWay;
    private int _busy;

    internal ProviderClient(TargetSettings settings, TlsMaterial tls)
    {
        _limits = settings.Limits;
        _failures = new FailureDescriber(settings, _serverCertificate);
        _transport = new HttpMessageInvoker(CreateHandler(settings, tls));
    }

    /// <summary>Sends a request and waits for its end. Whatever the provider does, this returns an exchange and does not throw.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    /// <exception cref="ArgumentException">The request's URL is not an absolute http or https URL of printable ASCII.</exception>
    /// <exception cref="InvalidOperationException">An exchange is still under way.</exception>
    public async Task<Exchange> SendAsync(ProviderRequest request, CancellationToken cancellation = default)
    {
        var url = RequestUrl.Parse(request.Url);
        if (Interlocked.Exchange(ref _busy, 1) == 1)
        {
            throw new InvalidOperationException("This client is still at an exchange; give each worker one of its own.");
        }

        try
        {
            return await ExchangeAsync(request, url, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _underWay = null;
            Volatile.Write(ref _busy, 0);
        }
    }

    public void Dispose() => _transport.Dispose();

    private async Task<Exchange> ExchangeAsync(ProviderRequest request, Uri url, CancellationToken cancellation)
    {
        var wire = new WireRecorder(request, _limits);
        _underWay = wire;
        _serverCertificate.Reset();
        var progress = new ExchangeProgress(wire, DateTimeOffset.UtcNow, Stopwatch.GetTimestamp());
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_limits.TotalTimeout);
        try
        {
            using var message = TransportRequest.From(request, url);
            using var response = await _transport.SendAsync(message, timeout.Token).ConfigureAwait(false);
            progress.StartBody(response.Headers.TransferEncodingChunked == true);
            await ReadBodyAsync(response, progress, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (FailureDescriber.IsOfTheExchange(exception))
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Failure = wire.LimitFailure ?? progress.Failure ?? _failures.Describe(exception, url, progress, timeout.IsCancellationRequested);
        }

        return progress.ToExchange(request, _limits.DecompressedBytes) with { HasAcceptedServerCertificate = _serverCertificate.HasAccepted };
    }

    private async Task ReadBodyAsync(HttpResponseMessage response, ExchangeProgress progress, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using var _ = body.ConfigureAwait(false);
        int count;
        while ((count = await body.ReadAsync(_bodyBuffer, cancellation).ConfigureAwait(false)) > 0)
        {
            if (progress.BodyLength + count > _limits.BodyBytes)
            {
                progress.Failure = new ExchangeFailure(
                    ExchangeFailureKind.TooLarge,
                    $"The response's body is longer than the {_limits.BodyBytes:N0} bytes allowed.");
                return;
            }

            progress.AddToBody(_bodyBuffer.AsSpan(0, count));
        }
    }

    private SocketsHttpHandler CreateHandler(TargetSettings settings, TlsMaterial tls) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = settings.Proxy.Http is not null,
        Proxy = HttpProxy(settings.Proxy),
        PreAuthenticate = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = settings.Limits.ConnectTimeout,
        // The recorder counts the head to the byte; the transport's own limit, in kilobytes, only has to lie above it.
        MaxResponseHeadersLength = (settings.Limits.HeaderBytes / 1024) + 1,
        MaxResponseDrainSize = 0,
        SslOptions = tls.OptionsFor(_serverCertificate),
        PlaintextStreamFilter = (context, _) => ValueTask.FromResult(Record(context)),
    };

    private Stream Record(SocketsHttpPlaintextStreamFilterContext context)
    {
        if (context.InitialRequestMessage.Method == HttpMethod.Connect)
        {
            // The HTTP proxy's tunnel; the provider's connection inside it is recorded.
            return context.PlaintextStream;
        }

        _underWay?.ConnectedAt = Stopwatch.GetTimestamp();
        return new RecordingStream(context.PlaintextStream, TlsFacts.Of(context.PlaintextStream), () => _underWay);
    }

    private static WebProxy? HttpProxy(ProxySettings settings) => settings.Http is null
        ? null
        : new WebProxy(settings.Http)
        {
            Credentials = settings.Username is null ? null : new NetworkCredential(settings.Username, settings.Password?.Reveal()),
        };
}
