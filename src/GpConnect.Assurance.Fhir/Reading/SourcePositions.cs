using System.Text;

namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// Turns byte offsets into lines and columns. Nodes keep offsets only; this index is built when the first position is asked for and
/// holds one checkpoint per block, so that a document on a single line costs no more than one with many.
/// </summary>
internal sealed class SourcePositions
{
    private const int BlockLength = 16 * 1024;
    private const byte LineFeed = (byte)'\n';
    private readonly ReadOnlyMemory<byte> _source;
    private readonly Checkpoint[] _checkpoints;

    public SourcePositions(ReadOnlyMemory<byte> source)
    {
        _source = source;
        _checkpoints = new Checkpoint[(source.Length / BlockLength) + 1];
        var here = new Checkpoint(0, 1, 0);
        _checkpoints[0] = here;
        for (var block = 1; block < _checkpoints.Length; block++)
        {
            here = Advance(here, CharacterStart(block * BlockLength));
            _checkpoints[block] = here;
        }
    }

    /// <summary>1-based line, and 1-based column counted in UTF-16 code units.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        offset = Math.Clamp(offset, 0, _source.Length);
        var from = _checkpoints[Math.Min(offset / BlockLength, _checkpoints.Length - 1)];
        var at = Advance(from, Math.Max(offset, from.Offset));
        return (at.Line, at.CharactersBefore + 1);
    }

    private Checkpoint Advance(Checkpoint from, int to)
    {
        var bytes = _source.Span[from.Offset..to];
        var lastBreak = bytes.LastIndexOf(LineFeed);
        return lastBreak < 0
            ? new Checkpoint(to, from.Line, from.CharactersBefore + Encoding.UTF8.GetCharCount(bytes))
            : new Checkpoint(to, from.Line + bytes.Count(LineFeed), Encoding.UTF8.GetCharCount(bytes[(lastBreak + 1)..]));
    }

    private int CharacterStart(int offset)
    {
        var source = _source.Span;
        for (var back = 0; back < 3 && offset < source.Length && (source[offset] & 0xC0) == 0x80; back++)
        {
            offset--;
        }

        return offset;
    }

    private readonly record struct Checkpoint(int Offset, int Line, int CharactersBefore);
}
