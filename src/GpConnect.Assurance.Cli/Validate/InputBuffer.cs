using System.Buffers;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>Bytes of a stream that were read but not yet taken; grows to what must be held at once, in arrays of the pool.</summary>
internal sealed class InputBuffer(Stream stream, int limit) : IDisposable
{
    private const int FirstSize = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Held => _bytes.AsSpan(_start, _end - _start);

    public bool IsAtEnd { get; private set; }

    /// <summary>More is held than may be.</summary>
    public bool IsOverLimit => _end - _start > limit;

    /// <summary>Reads more; <see cref="IsAtEnd"/> tells when there is none.</summary>
    public void Fill()
    {
        MakeRoom();
        var read = stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        IsAtEnd = read == 0;
    }

    /// <summary>Makes room for all that is to come, where that is known, at once instead of step by step; for no more than may be held.</summary>
    public void ExpectAll()
    {
        // One byte beyond, so that the end is found without growing.
        var needed = stream.CanSeek ? (int)Math.Min(Held.Length + stream.Length - stream.Position + 1, limit + 1L) : 0;
        if (needed > _bytes.Length - _start)
        {
            MoveTo(ArrayPool<byte>.Shared.Rent(needed));
        }
    }

    public void Skip(int length) => _start += length;

    /// <summary>Takes bytes out, in an array of the pool that is the caller's now.</summary>
    public byte[] Take(int length)
    {
        var taken = ArrayPool<byte>.Shared.Rent(length);
        Held[..length].CopyTo(taken);
        Skip(length);
        return taken;
    }

    /// <summary>Takes everything out without copying it; nothing can be read after.</summary>
    public (byte[] Bytes, int Length) TakeAll()
    {
        Held.CopyTo(_bytes);
        var all = (_bytes, _end - _start);
        (_bytes, _start, _end) = ([], 0, 0);
        return all;
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void MakeRoom()
    {
        if (_end < _bytes.Length)
        {
            return;
        }

        if (_start > _bytes.Length / 2)
        {
            Held.CopyTo(_bytes);
        }
        else
        {
            MoveTo(ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, _bytes.Length * 2L)));
            return;
        }

        (_start, _end) = (0, _end - _start);
    }

    private void MoveTo(byte[] larger)
    {
        Held.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _start, _end) = (larger, 0, _end - _start);
    }
}
