using System.Text;
using System.Text.Json;

namespace GpConnect.Assurance.Evidence;

/// <summary>File access whose failures are one sentence.</summary>
internal static class EvidenceIO
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static T Writing<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is (IOException and not EvidenceException) or UnauthorizedAccessException)
        {
            throw new EvidenceException($"The evidence {path} could not be written: {e.Message}", e);
        }
    }

    public static void Writing(string path, Action write) => Writing(path, () =>
    {
        write();
        return true;
    });

    public static T Reading<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            throw new EvidenceException($"{path} is not what this tool writes{At(e)}: {e.Message}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvidenceException($"{path} is missing.", e);
        }
        catch (Exception e) when (e is (IOException and not EvidenceException) or UnauthorizedAccessException)
        {
            throw new EvidenceException($"{path} could not be read: {e.Message}", e);
        }
    }

    /// <summary>Puts a file in place as a whole: whoever reads it sees the old text or the new, even if the writer is killed.</summary>
    public static void Replace(string path, string text)
    {
        var draft = path + ".tmp";
        File.WriteAllText(draft, text, Utf8);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Opens a file of a pack for reading. A link is refused: a pack may come from elsewhere, and a link from it leads anywhere.</summary>
    public static FileStream OpenRead(string path)
    {
        if (File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint))
        {
            throw new EvidenceException($"{path} is a link; evidence is made of plain files.");
        }

        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
    }

    private static string At(JsonException e) => e.LineNumber is { } line ? $" (line {line + 1})" : "";
}
