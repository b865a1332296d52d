namespace GpConnect.Assurance.Cli.Validate;

/// <summary>How many documents got which verdict. Counted by one thread, and may be read by another that shows progress.</summary>
internal sealed class VerdictCount
{
    private int _valid;
    private int _notValid;
    private int _unreadable;
    private long _bytes;

    public int Valid => Volatile.Read(ref _valid);

    public int NotValid => Volatile.Read(ref _notValid);

    public int Unreadable => Volatile.Read(ref _unreadable);

    public int Total => Valid + NotValid + Unreadable;

    /// <summary>Of the documents that were judged.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public void Add(DocumentVerdict verdict)
    {
        Interlocked.Add(ref _bytes, verdict.Bytes);
        Interlocked.Increment(ref !verdict.IsReadable ? ref _unreadable : ref verdict.IsValid ? ref _valid : ref _notValid);
    }
}
