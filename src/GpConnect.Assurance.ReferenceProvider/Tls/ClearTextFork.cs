using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GpConnect.Assurance.ReferenceProvider.Tls;

/// <summary>Leads connections without TLS past the handshake, on a port that is for TLS: a defect that a practice is given on purpose.</summary>
internal sealed class ClearTextFork
{
    private const byte HandshakeRecord = 0x16;

    private ConnectionDelegate? _http;

    /// <summary>To be called before TLS is added to what a port does.</summary>
    public void Before(ListenOptions listen) => listen.Use(tls => connection => LeadAsync(connection, tls));

    /// <summary>To be called after TLS is added to what a port does.</summary>
    public void After(ListenOptions listen) => listen.Use(http => _http = http);

    private async Task LeadAsync(ConnectionContext connection, ConnectionDelegate tls)
    {
        var input = connection.Transport.Input;
        var start = await input.ReadAsync(connection.ConnectionClosed).ConfigureAwait(false);
        var isClear = !start.Buffer.IsEmpty && start.Buffer.FirstSpan[0] != HandshakeRecord;
        // Nothing is taken off: whoever serves the connection reads it from its first byte.
        input.AdvanceTo(start.Buffer.Start);
        await (isClear ? _http! : tls)(connection).ConfigureAwait(false);
    }
}
