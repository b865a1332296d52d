using System.Text;
using System.Text.Json;

namespace GpConnect.Assurance.Evidence;

/// <summary>Reads the folder of a run, finished or killed. Every failure is an <see cref="EvidenceException"/> that names the file.</summary>
public sealed class RunEvidence
{
    private RunEvidence(string directory, RunRecord run)
    {
        Directory = directory;
        Run = run;
    }

    /// <summary>Full path of the run's folder.</summary>
    public string Directory { get; }

    public RunRecord Run { get; }

    /// <exception cref="EvidenceException">The folder does not exist, or <c>run.json</c> is missing or broken.</exception>
    public static RunEvidence Open(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        var path = Path.GetFullPath(directory);
        if (!System.IO.Directory.Exists(path))
        {
            throw new EvidenceException($"There is no evidence folder {path}.");
        }

        var file = Path.Combine(path, EvidenceFiles.Run);
        return new RunEvidence(path, ReadRecord(file, stream => JsonSerializer.Deserialize(stream, EvidenceJson.File.RunRecord)));
    }

    /// <summary>The scenarios in the order they ended, read as they are asked for. A last line that a killed run left half-written is left out.</summary>
    /// <exception cref="EvidenceException">The file is missing, or a line other than a half-written last one is not a scenario.</exception>
    public IEnumerable<ScenarioRecord> Scenarios()
    {
        var path = Path.Combine(Directory, EvidenceFiles.Scenarios);
        using var file = EvidenceIO.Reading(path, () => EvidenceIO.OpenRead(path));
        var whole = EndsWithNewline(file);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var number = 0;
        for (var line = reader.ReadLine(); line is not null;)
        {
            number++;
            var next = reader.ReadLine();
            var scenario = Scenario(path, line, number, mayBeCut: next is null && !whole);
            if (scenario is not null)
            {
                yield return scenario;
            }

            line = next;
        }
    }

    /// <exception cref="EvidenceException">The exchange's file is missing or broken.</exception>
    public ExchangeRecord Exchange(string id) => ReadRecord(
        Path.Combine(FolderOf(id), EvidenceFiles.Exchange),
        stream => JsonSerializer.Deserialize(stream, EvidenceJson.File.ExchangeRecord));

    /// <summary>Path of the file that holds the response body, decompressed and redacted; null when there is none.</summary>
    public string? ResponseBodyFile(string id) => BodyFile(id, EvidenceFiles.ResponseBody);

    /// <summary>Path of the file that holds the request body, redacted; null when there is none.</summary>
    public string? RequestBodyFile(string id) => BodyFile(id, EvidenceFiles.RequestBody);

    /// <summary>The first bytes of a file of this pack.</summary>
    /// <param name="path">Full path, as the members of this type give it.</param>
    /// <param name="limit">How many bytes at the most.</param>
    /// <exception cref="EvidenceException">The file is missing, a link, or cannot be read.</exception>
    public static byte[] ReadStart(string path, int limit) => EvidenceIO.Reading(path, () =>
    {
        using var file = EvidenceIO.OpenRead(path);
        var bytes = new byte[Math.Min(limit, file.Length)];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    });

    /// <summary>The folder of an exchange: nothing in an id can lead out of the run's folder.</summary>
    internal string FolderOf(string id) => Path.Combine(Directory, EvidenceFiles.Exchanges, SafeName.Of(id));

    private string? BodyFile(string id, string name)
    {
        var folder = FolderOf(id);
        return BodyFormat.All.Select(format => Path.Combine(folder, $"{name}.{format}")).FirstOrDefault(File.Exists);
    }

    private static T ReadRecord<T>(string path, Func<Stream, T?> read)
        where T : class => EvidenceIO.Reading(path, () =>
    {
        using var file = EvidenceIO.OpenRead(path);
        return read(file) ?? throw new JsonException("it is null");
    });

    private static ScenarioRecord? Scenario(string path, string line, int number, bool mayBeCut)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EvidenceJson.Line.ScenarioRecord) ?? throw new JsonException("it is null");
        }
        catch (JsonException) when (mayBeCut)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new EvidenceException($"{path}, line {number}, is not a scenario record: {e.Message}", e);
        }
    }

    private static bool EndsWithNewline(FileStream file)
    {
        if (file.Length == 0)
        {
            return true;
        }

        file.Seek(-1, SeekOrigin.End);
        var last = file.ReadByte();
        file.Seek(0, SeekOrigin.Begin);
        return last == '\n';
    }
}
