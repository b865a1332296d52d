using System.Security.Cryptography;
using System.Text;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>Identifies the features and requirement catalogues that a run used, whatever folder they lay in.</summary>
public static class FeaturesHash
{
    private static readonly string[] Counted = [".feature", ".yaml"];

    /// <returns>SHA-256 over relative path and content of every feature and YAML file, in lower-case hexadecimal.</returns>
    public static string Of(IEnumerable<string> directories)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var directory in directories)
        {
            var files = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .Where(path => Counted.Contains(Path.GetExtension(path)))
                .Select(path => (Name: Path.GetRelativePath(directory, path).Replace('\\', '/'), Path: path))
                .OrderBy(file => file.Name, StringComparer.Ordinal);
            foreach (var (name, path) in files)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
