using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>A connection's stream that tells the exchange under way what is written and read.</summary>
/// <param name="inner">The connection, above TLS.</param>
/// <param name="tls">Facts of its TLS; null without.</param>
/// <param name="exchangeUnderWay">Gives the recorder of the exchange under way; null between exchanges.</param>
internal sealed class RecordingStream(Stream inner, TlsRecord? tls, Func<WireRecorder?> exchangeUnderWay) : Stream
{
    public TlsRecord? Tls { get; } = tls;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            exchangeUnderWay()?.Receiving(this, buffer.Span[..count]);
        }

        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var toWrite = exchangeUnderWay() is { } exchange ? exchange.Sending(this, buffer) : buffer;
        return toWrite.IsEmpty ? ValueTask.CompletedTask : inner.WriteAsync(toWrite, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
