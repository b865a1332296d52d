using System.Formats.Tar;
using System.IO.Compression;

namespace GpConnect.Assurance.Validation;

/// <summary>The files of a zip or a FHIR package (tgz), unpacked into memory within bounds; nothing is written to disk.</summary>
internal static class DefinitionArchive
{
    private const long MaxFileBytes = 256L * 1024 * 1024;
    private const long MaxBytes = 1024L * 1024 * 1024;
    private const int MaxFiles = 100_000;

    internal static bool IsArchive(string path) => IsZip(path) || IsTar(path);

    /// <exception cref="DefinitionException">The archive is damaged or beyond the bounds.</exception>
    internal static Dictionary<string, DefinitionFile> Files(string path)
    {
        try
        {
            return IsZip(path) ? OfZip(path) : OfTar(path);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new DefinitionException($"The archive '{path}' cannot be unpacked: {exception.Message}", exception);
        }
    }

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsTar(string path) =>
        path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, DefinitionFile> OfZip(string path)
    {
        var files = new Unpacked(path);
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries.Where(entry => DefinitionPackage.IsResourceFile(entry.FullName)))
        {
            using var content = entry.Open();
            files.Add(entry.FullName, content);
        }

        return files.ByName;
    }

    private static Dictionary<string, DefinitionFile> OfTar(string path)
    {
        var files = new Unpacked(path);
        using var compressed = File.OpenRead(path);
        using var stream = new GZipStream(compressed, CompressionMode.Decompress);
        using var archive = new TarReader(stream);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { } content && DefinitionPackage.IsResourceFile(entry.Name))
            {
                files.Add(entry.Name, content);
            }
        }

        return files.ByName;
    }

    private sealed class Unpacked(string archive)
    {
        private long _bytes;

        internal Dictionary<string, DefinitionFile> ByName { get; } = new(StringComparer.Ordinal);

        internal void Add(string name, Stream content)
        {
            using var buffer = new MemoryStream();
            var chunk = new byte[81920];
            for (var read = content.Read(chunk); read > 0; read = content.Read(chunk))
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > MaxFileBytes || _bytes + buffer.Length > MaxBytes || ByName.Count == MaxFiles)
                {
                    throw new InvalidDataException("it holds more than 1 GiB, a file of more than 256 MiB, or more than 100,000 files.");
                }
            }

            _bytes += buffer.Length;
            var bytes = buffer.ToArray();
            ByName[name.Replace('\\', '/')] = new DefinitionFile($"{archive}:{name}", () => bytes);
        }
    }
}
