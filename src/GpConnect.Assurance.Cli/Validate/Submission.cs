using System.Buffers;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>One document to judge, or the sentence that says why there is none. Its bytes come from the pool, and go back there when it is disposed of.</summary>
internal sealed class Submission : IDisposable
{
    private byte[]? _rented;

    private Submission(string file, int? line, byte[]? rented, int length, string? problem)
    {
        File = file;
        Line = line;
        _rented = rented;
        Length = length;
        Problem = problem;
    }

    public string File { get; }

    /// <summary>Line in the file, of a resource in NDJSON; else null.</summary>
    public int? Line { get; }

    public int Length { get; }

    public string? Problem { get; }

    public ReadOnlyMemory<byte> Bytes => _rented.AsMemory(0, Length);

    public string Name => NameOf(File, Line);

    public static string NameOf(string file, int? line) => line is null ? file : $"{file}:{line}";

    /// <param name="rented">From <see cref="ArrayPool{T}.Shared"/>; belongs to the submission from now on.</param>
    public static Submission Of(string file, int? line, byte[] rented, int length) => new(file, line, rented, length, problem: null);

    public static Submission Unreadable(string file, int? line, string problem) => new(file, line, rented: null, 0, problem);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _rented, null) is { Length: > 0 } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
