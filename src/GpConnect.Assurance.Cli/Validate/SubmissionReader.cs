using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>Reads the documents of an input one after the other, holding no more than one: the whole of a JSON or XML document, or a line of NDJSON.</summary>
internal sealed class SubmissionReader(Func<Stream> standardInput)
{
    /// <summary>Larger documents are refused.</summary>
    internal const int MaxBytes = 512 * 1024 * 1024;

    private const int LongLine = 1024 * 1024;

    private static ReadOnlySpan<byte> Blank => " \t\r\n"u8;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Never throws for what an input is like: what cannot be read comes as a sentence in its place.</summary>
    public IEnumerable<Submission> Read(InputSource source)
    {
        if (source.Problem is { } problem)
        {
            yield return Submission.Unreadable(source.Name, null, problem);
            yield break;
        }

        using var submissions = ReadUnguarded(source).GetEnumerator();
        while (true)
        {
            Submission? submission;
            var isLast = false;
            try
            {
                submission = submissions.MoveNext() ? submissions.Current : null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                submission = Submission.Unreadable(source.Name, null, $"{source.Name} cannot be read: {e.Message}");
                isLast = true;
            }

            if (submission is null)
            {
                yield break;
            }

            yield return submission;
            if (isLast)
            {
                yield break;
            }
        }
    }

    private IEnumerable<Submission> ReadUnguarded(InputSource source)
    {
        using var stream = source.IsStandardInput ? standardInput() : new FileStream(source.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        using var buffer = new InputBuffer(stream, MaxBytes);
        if (source.IsLinesByName || IsLines(buffer))
        {
            foreach (var submission in Lines(source.Name, buffer))
            {
                yield return submission;
            }
        }
        else
        {
            yield return Whole(source.Name, buffer);
        }
    }

    private static Submission Whole(string name, InputBuffer buffer)
    {
        buffer.ExpectAll();
        while (!buffer.IsAtEnd)
        {
            buffer.Fill();
            if (buffer.IsOverLimit)
            {
                return TooLarge(name, null);
            }
        }

        if (FhirReader.Sniff(buffer.Held) is null)
        {
            return Submission.Unreadable(name, null, buffer.Held.TrimStart(Blank).IsEmpty
                ? $"{Said(name)} is empty; a FHIR resource in JSON, XML or NDJSON is expected."
                : $"{Said(name)} is neither JSON nor XML; name FHIR resources in one of these formats.");
        }

        var (bytes, length) = buffer.TakeAll();
        return Submission.Of(name, null, bytes, length);
    }

    private static IEnumerable<Submission> Lines(string name, InputBuffer buffer)
    {
        for (var line = 1; NextLine(buffer, out var length, out var isTooLong); line++)
        {
            if (isTooLong)
            {
                yield return TooLarge(name, line);
            }
            else if (Submit(name, line, buffer, length) is { } submission)
            {
                yield return submission;
            }
        }
    }

    /// <returns>Null for a blank line.</returns>
    private static Submission? Submit(string name, int line, InputBuffer buffer, int length)
    {
        var content = buffer.Held[..length];
        if (content.Trim(Blank).IsEmpty)
        {
            buffer.Skip(length);
            return null;
        }

        if (FhirReader.Sniff(content) != FhirFormat.Json)
        {
            buffer.Skip(length);
            return Submission.Unreadable(name, line, $"{Said(name)}, line {line} is no JSON object; each line of NDJSON holds one FHIR resource.");
        }

        return Submission.Of(name, line, buffer.Take(length), length);
    }

    /// <summary>Holds the next line, its end included; of one that is too long only the end is left to take.</summary>
    private static bool NextLine(InputBuffer buffer, out int length, out bool isTooLong)
    {
        isTooLong = false;
        var searched = 0;
        while (true)
        {
            var end = buffer.Held[searched..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                length = searched + end + 1;
                return true;
            }

            if (buffer.IsAtEnd)
            {
                length = buffer.Held.Length;
                return length > 0 || isTooLong;
            }

            if (buffer.IsOverLimit)
            {
                isTooLong = true;
                buffer.Skip(buffer.Held.Length);
            }

            searched = buffer.Held.Length;
            buffer.Fill();
        }
    }

    /// <summary>NDJSON when the first line ends an object and the next starts one: no JSON document has that.</summary>
    private static bool IsLines(InputBuffer buffer)
    {
        while (true)
        {
            var content = buffer.Held.StartsWith(ByteOrderMark) ? buffer.Held[ByteOrderMark.Length..] : buffer.Held;
            content = content.TrimStart(Blank);
            if (!content.IsEmpty && content[0] != '{')
            {
                return false;
            }

            var end = content.IndexOf((byte)'\n');
            if (end >= 0 && !EndsObject(content[..end]))
            {
                return false;
            }

            var next = end < 0 ? default : content[end..].TrimStart(Blank);
            if (!next.IsEmpty)
            {
                return next[0] == '{';
            }

            if (buffer.IsAtEnd || buffer.IsOverLimit)
            {
                return false;
            }

            if (content.Length > LongLine)
            {
                // Hardly one of many lines.
                buffer.ExpectAll();
            }

            buffer.Fill();
        }
    }

    private static bool EndsObject(ReadOnlySpan<byte> line) => line.TrimEnd(Blank) is [.., (byte)'}'];

    private static Submission TooLarge(string name, int? line) =>
        Submission.Unreadable(name, line, $"{(line is null ? Said(name) : $"{Said(name)}, line {line}")} is larger than {MaxBytes / (1024 * 1024)} MB, the most that is read as one document.");

    private static string Said(string name) => name == InputSource.StandardInput ? "Standard input" : name;
}
