using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Says in one sentence why an exchange failed.</summary>
internal sealed partial class FailureDescriber(TargetSettings settings, ServerCertificateCheck serverCertificate)
{
    private const int MaxWords = 200;

    /// <summary>True for what the transport throws at a provider's doing.</summary>
    public static bool IsOfTheExchange(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException or AuthenticationException or SocketException;

    public ExchangeFailure Describe(Exception exception, Uri url, ExchangeProgress progress, bool isTotalTimeout)
    {
        var host = $"{url.Host}:{url.Port}";
        if (exception is OperationCanceledException || isTotalTimeout)
        {
            return new ExchangeFailure(ExchangeFailureKind.Timeout, TimeoutSentence(host, progress, isTotalTimeout));
        }

        if (Inner<AuthenticationException>(exception) is { } handshake)
        {
            return new ExchangeFailure(ExchangeFailureKind.Tls, TlsSentence(host, handshake));
        }

        return (exception as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => new(ExchangeFailureKind.NameResolution, $"The host name {url.Host} is not known."),
            HttpRequestError.ProxyTunnelError => new(
                ExchangeFailureKind.Unreachable, $"The HTTP proxy {settings.Proxy.Http} makes no tunnel to {host}: {Words(exception.Message)}."),
            HttpRequestError.SecureConnectionError => new(ExchangeFailureKind.Tls, $"The TLS handshake with {host} failed: {Cause(exception)}."),
            HttpRequestError.ConnectionError => new(ExchangeFailureKind.Unreachable, $"No connection to {host}: {Cause(exception)}."),
            _ => new(ExchangeFailureKind.ProtocolError, ProtocolSentence(host, url, exception, progress)),
        };
    }

    private static T? Inner<T>(Exception exception)
        where T : Exception
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException!)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Cause(Exception exception) =>
        Inner<SocketException>(exception) is { } socket ? Words(socket.SocketErrorCode) : Words(exception.GetBaseException().Message);

    /// <summary>The transport's message without its error code in brackets and its full stop. It may quote the provider, so it is kept short and
    /// free of what a terminal would obey.</summary>
    private static string Words(string message)
    {
        var words = Unprintable().Replace(CodeAtEnd().Replace(message, "").TrimEnd('.'), "\u00B7");
        return words.Length <= MaxWords ? words : words[..MaxWords] + "\u2026";
    }

    private static string Words(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused, nothing listens there",
        SocketError.ConnectionReset => "the connection was reset",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "there is no route to it",
        _ => error.ToString(),
    };

    private string TimeoutSentence(string host, ExchangeProgress progress, bool isTotalTimeout)
    {
        var total = settings.Limits.TotalTimeout.TotalSeconds;
        if (!isTotalTimeout)
        {
            return $"No connection to {host} within {settings.Limits.ConnectTimeout.TotalSeconds:0.###} s.";
        }

        if (!progress.IsConnected)
        {
            return $"No connection to {host} within {total:0.###} s.";
        }

        return !progress.HasHeaders
            ? $"{host} took the request but sent no whole response headers within {total:0.###} s."
            : $"The body did not end within {total:0.###} s; {progress.BodyLength:N0} bytes of it came.";
    }

    private string TlsSentence(string host, AuthenticationException handshake)
    {
        if (serverCertificate.Fault is { } fault)
        {
            return $"The certificate of {host} is not accepted: {fault}.";
        }

        return handshake.GetBaseException().Message.Contains("frame", StringComparison.OrdinalIgnoreCase)
            ? $"{host} does not speak TLS; it may serve plain HTTP."
            : $"The TLS handshake with {host} failed: {Words(handshake.GetBaseException().Message)}.";
    }

    /// <summary>A server that minds the client's certificate often closes the connection only after the handshake.</summary>
    private string ClientCertificateHint() => settings.Tls.ClientCertificate is null
        ? "; it may want a client certificate (tls.clientCertificate)"
        : "; it may not accept the client certificate";

    private string ProtocolSentence(string host, Uri url, Exception exception, ExchangeProgress progress)
    {
        if (progress.HasHeaders)
        {
            return $"The body goes wrong after {progress.BodyLength:N0} bytes: {Cause(exception)}.";
        }

        if (progress.Received.IsEmpty)
        {
            return $"{host} closed the connection without an answer{(url.Scheme == "https" ? ClientCertificateHint() : "")}.";
        }

        return url.Scheme == "http" && progress.Received is [0x15, 0x03, ..]
            ? $"{host} answers plain HTTP with a TLS alert; use https."
            : $"What {host} sent is not an HTTP response: {Cause(exception)}.";
    }

    [GeneratedRegex(@" \(\w+\)$")]
    private static partial Regex CodeAtEnd();

    [GeneratedRegex(@"[^\u0020-\u007E\u00A0-\u00FF]")]
    private static partial Regex Unprintable();
}
