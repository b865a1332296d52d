namespace GpConnect.Assurance.Evidence.Tests;

/// <summary>A folder of its own for one test, gone when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gpc-evidence-");

    /// <summary>A folder that does not exist yet.</summary>
    public string Run => Path.Combine(_root.FullName, "run");

    public string Root => _root.FullName;

    public string Read(params string[] path) => File.ReadAllText(Path.Combine([Run, .. path]));

    /// <summary>Every file of the run with its bytes read one to one as characters.</summary>
    public IEnumerable<(string Path, string Content)> Files() => Directory.EnumerateFiles(Run, "*", SearchOption.AllDirectories)
        .Select(file => (Path.GetRelativePath(Run, file), System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

    public void Dispose() => _root.Delete(recursive: true);
}
