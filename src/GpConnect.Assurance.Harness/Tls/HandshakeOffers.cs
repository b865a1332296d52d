using System.Net.Sockets;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Tls;

/// <summary>Begins handshakes with the provider, hears how it answers, and goes no further.</summary>
internal sealed class HandshakeOffers(TargetSettings settings)
{
    /// <summary>Stands in the evidence where a request has its method.</summary>
    public const string Method = "ClientHello";

    private const int MostBytes = 64 * 1024;

    /// <summary>A shell line, for the evidence folder, that sends the same bytes.</summary>
    public static string RepeatLine(string exchangeId, Uri url) => $"(cat 'exchanges/{exchangeId}/request.http'; sleep 2) | nc '{url.IdnHost}' {url.Port} | xxd | head";

    /// <summary>Whatever the provider does, this returns and does not throw.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was asked for.</exception>
    public async Task<(TlsReply Reply, Exchange Exchange)> MakeAsync(TlsOffer offer, CancellationToken cancellation)
    {
        var url = new Uri(settings.Roots.Foundations!);
        var (hello, started) = (ClientHello.Of(offer, url.IdnHost), DateTimeOffset.UtcNow);
        var received = new List<byte>();
        TlsReply reply;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(settings.Limits.ConnectTimeout);
        try
        {
            reply = await HearAsync(url, hello, received, offer.Newest, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            reply = Unheard(ExchangeFailureKind.Timeout, $"{url.Authority} did not answer the handshake within {settings.Limits.ConnectTimeout.TotalSeconds:0.###} s.");
        }
        catch (SocketException e)
        {
            reply = Unheard(
                e.SocketErrorCode is SocketError.HostNotFound ? ExchangeFailureKind.NameResolution : ExchangeFailureKind.Unreachable,
                $"No connection to {url.Authority}: {e.SocketErrorCode}.");
        }

        return (reply, ToExchange(offer, reply, url, hello, [.. received], started));
    }

    private static async Task<TlsReply> HearAsync(Uri url, byte[] hello, List<byte> received, TlsVersion offered, CancellationToken cancellation)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(url.IdnHost, url.Port, cancellation).ConfigureAwait(false);
        var stream = connection.GetStream();
        var buffer = new byte[4096];
        try
        {
            await stream.WriteAsync(hello, cancellation).ConfigureAwait(false);
            int count;
            while (received.Count < MostBytes && (count = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0)
            {
                received.AddRange(buffer.AsSpan(0, count));
                var flight = ServerFlight.Read([.. received], offered);
                if (flight.IsOver)
                {
                    return ToReply(flight, url);
                }
            }
        }
        catch (IOException)
        {
            // The server may close the connection as it likes: what it said before that counts.
        }

        return ToReply(ServerFlight.Read([.. received], offered), url);
    }

    private static TlsReply ToReply(ServerFlight flight, Uri url) => flight switch
    {
        { IsSomethingElse: true } => Unheard(ExchangeFailureKind.Tls, $"{url.Authority} does not speak TLS; it may serve plain HTTP."),
        { Version: { } version } => new TlsReply(version, flight.Suite, flight.AsksForCertificate, $"{TlsWords.Of(version)}{(flight.Suite is { } suite ? $" with {TlsWords.Of(suite)}" : "")}"),
        { Alert: { } alert } => new TlsReply(null, null, false, $"refused: alert {TlsWords.OfAlert(alert)}"),
        _ => new TlsReply(null, null, false, "refused: the connection was closed"),
    };

    private static TlsReply Unheard(ExchangeFailureKind kind, string sentence) => new(null, null, false, "no reply", new ExchangeFailure(kind, sentence));

    private static Exchange ToExchange(TlsOffer offer, TlsReply reply, Uri url, byte[] hello, byte[] received, DateTimeOffset started) => new()
    {
        Request = new SentRequest
        {
            Method = Method,
            Url = url.GetLeftPart(UriPartial.Authority),
            Headers =
            [
                new HeaderRecord("Protocol", string.Join(", ", offer.Versions.Select(TlsWords.Of))),
                new HeaderRecord("Cipher-Suites", string.Join(", ", offer.Suites.Select(TlsWords.Of))),
            ],
            Raw = hello,
        },
        RawResponse = received,
        Failure = reply.Failure ?? (reply.IsRefused ? new ExchangeFailure(ExchangeFailureKind.Tls, $"The handshake was {reply.Words}.") : null),
        Started = started,
        Tls = reply.Version is { } version ? new TlsRecord(version.ToString(), reply.Suite is { } suite ? TlsWords.Of(suite) : "") : null,
    };
}
