using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GpConnect.Assurance.Evidence;

/// <summary>What an evidence pack consists of: <c>manifest.json</c>.</summary>
public sealed record Manifest
{
    private const int CurrentVersion = 1;

    /// <summary>Version of this format.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>Every file but the manifest itself, in ordinal order of path.</summary>
    public required IReadOnlyList<ManifestFile> Files { get; init; }

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of the UTF-8 text that has for each file, in order, the line
    /// <c>{sha256}  {length}  {path}\n</c>. It stands for the whole pack, whatever else the manifest says; a signature signs this.
    /// </summary>
    public required string Digest { get; init; }

    /// <summary>Hashes every file of a finished pack and writes <c>manifest.json</c>.</summary>
    /// <exception cref="EvidenceException">A file cannot be read, or the manifest cannot be written.</exception>
    public static Manifest Write(string directory)
    {
        var path = Path.GetFullPath(directory);
        var files = EvidenceIO.Reading(path, () => PackFiles.In(path).Select(Describe).ToList());
        var manifest = new Manifest { Files = files, Digest = DigestOf(files) };
        EvidenceIO.Writing(path, () => EvidenceIO.Replace(
            Path.Combine(path, EvidenceFiles.Manifest),
            JsonSerializer.Serialize(manifest, EvidenceJson.File.Manifest) + "\n"));
        return manifest;
    }

    /// <exception cref="EvidenceException">There is no manifest, or it is not one.</exception>
    public static Manifest Read(string directory)
    {
        var path = Path.Combine(Path.GetFullPath(directory), EvidenceFiles.Manifest);
        return EvidenceIO.Reading(path, () =>
        {
            using var file = EvidenceIO.OpenRead(path);
            var manifest = JsonSerializer.Deserialize(file, EvidenceJson.File.Manifest);
            if (manifest is null || manifest.Files.Any(entry => entry is null))
            {
                throw new JsonException("a null stands where a file is listed");
            }

            return manifest.Version == CurrentVersion
                ? manifest
                : throw new EvidenceException($"{path} has version {manifest.Version}; this tool reads version {CurrentVersion}.");
        });
    }

    /// <summary>Compares a pack with its manifest.</summary>
    /// <returns>Empty when every file is there as listed, and nothing else is.</returns>
    /// <exception cref="EvidenceException">There is no manifest, or it is not one.</exception>
    public static IReadOnlyList<ManifestDifference> Verify(string directory)
    {
        var manifest = Read(directory);
        var listed = new Dictionary<string, ManifestFile>(StringComparer.Ordinal);
        var differences = new List<ManifestDifference>();
        if (manifest.Files.Any(file => !listed.TryAdd(file.Path, file)) || manifest.Digest != DigestOf(manifest.Files))
        {
            differences.Add(new(ManifestDifferenceKind.Altered, EvidenceFiles.Manifest, "The manifest was altered: its digest is not that of its list of files."));
        }

        var path = Path.GetFullPath(directory);
        foreach (var file in EvidenceIO.Reading(path, () => PackFiles.In(path)))
        {
            differences.AddRange(listed.Remove(file.Path, out var expected) ? Compare(file, expected) : [Extra(file)]);
        }

        differences.AddRange(listed.Values.Select(file => new ManifestDifference(ManifestDifferenceKind.Missing, file.Path, $"{file.Path} is missing.")));
        return differences;
    }

    private static ManifestFile Describe(PackFile file)
    {
        using var content = EvidenceIO.OpenRead(file.FullPath);
        return new ManifestFile(file.Path, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private static IEnumerable<ManifestDifference> Compare(PackFile file, ManifestFile expected)
    {
        if (file.IsLink)
        {
            yield return Altered(file, "is now a link");
        }
        else if (file.Length != expected.Length)
        {
            yield return Altered(file, $"has {file.Length} bytes instead of {expected.Length}");
        }
        else if (EvidenceIO.Reading(file.FullPath, () => Describe(file)).Sha256 != expected.Sha256)
        {
            yield return Altered(file, "has other content than when the run ended");
        }
    }

    private static ManifestDifference Altered(PackFile file, string how) => new(ManifestDifferenceKind.Altered, file.Path, $"{file.Path} {how}.");

    private static ManifestDifference Extra(PackFile file) =>
        new(ManifestDifferenceKind.Extra, file.Path, $"{file.Path} is not in the manifest: it was added after the run ended.");

    private static string DigestOf(IEnumerable<ManifestFile> files)
    {
        var lines = string.Concat(files.Select(file => $"{file.Sha256}  {file.Length}  {file.Path}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
    }
}
