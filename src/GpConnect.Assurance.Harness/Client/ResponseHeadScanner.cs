namespace GpConnect.Assurance.Harness.Client;

/// <summary>Finds the final response's head in bytes that arrive bit by bit; interim (1xx) responses go before it.</summary>
internal sealed class ResponseHeadScanner
{
    private int _lineStart;
    private int _scanned;

    /// <summary>Where the last head begun starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the heads so far end; final once <see cref="IsComplete"/>.</summary>
    public int End { get; private set; }

    /// <summary>True once the blank line of the final head has come.</summary>
    public bool IsComplete { get; private set; }

    /// <param name="received">Everything received so far, what was scanned before included.</param>
    public void Scan(ReadOnlySpan<byte> received)
    {
        while (!IsComplete)
        {
            var newLine = received[_scanned..].IndexOf((byte)'\n');
            if (newLine < 0)
            {
                _scanned = End = received.Length;
                return;
            }

            _scanned += newLine + 1;
            if (_lineStart > Start && received[_lineStart.._scanned].TrimEnd("\r\n"u8).IsEmpty)
            {
                EndHead(received);
            }

            _lineStart = End = _scanned;
        }
    }

    private void EndHead(ReadOnlySpan<byte> received)
    {
        if (IsInterim(received[Start.._scanned]))
        {
            Start = _scanned;
        }
        else
        {
            IsComplete = true;
        }
    }

    /// <summary>True for a status line with a 1xx code but 101, after which no other response comes.</summary>
    private static bool IsInterim(ReadOnlySpan<byte> head) =>
        head.Length > 12 && head.StartsWith("HTTP/"u8) && head[9] == '1' && !head[9..12].SequenceEqual("101"u8);
}
