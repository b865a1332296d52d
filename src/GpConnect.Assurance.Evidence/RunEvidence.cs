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
        var run = ReadRecord(file, stream => JsonSerializer.Deserialize(stream, EvidenceJson.File.RunRecord), run => [run.Options]);
        return new RunEvidence(path, run);
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
        stream => JsonSerializer.Deserialize(stream, EvidenceJson.File.ExchangeRecord),
        exchange => [exchange.RequestHeaders, exchange.ResponseHeaders, exchange.Redacted]);

    /// <summary>Path of the file that holds the response body, decompressed and redacted; null when there is none.</summary>
    public string? ResponseBodyFile(string id) => BodyFile(id, EvidenceFiles.ResponseBody);

    /// <summary>Path of the file that holds the request body, redacted; null when there is none.</summary>
    public string? RequestBodyFile(string id) => BodyFile(id, EvidenceFiles.RequestBody);

    /// <summary>Full paths of the files of an exchange that are there, of those that an exchange can have.</summary>
    public IReadOnlyList<string> FilesOf(string id)
    {
        var folder = FolderOf(id);
        var heads = new[] { EvidenceFiles.Exchange, EvidenceFiles.Request, EvidenceFiles.Response }.Select(name => Path.Combine(folder, name)).Where(File.Exists);
        return [.. heads, .. new[] { RequestBodyFile(id), ResponseBodyFile(id) }.OfType<string>()];
    }

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
    private string FolderOf(string id) => Path.Combine(Directory, EvidenceFiles.Exchanges, SafeName.Of(id));

    private string? BodyFile(string id, string name)
    {
        var folder = FolderOf(id);
        return BodyFormat.All.Select(format => Path.Combine(folder, $"{name}.{format}")).FirstOrDefault(File.Exists);
    }

    private static T ReadRecord<T>(string path, Func<Stream, T?> read, Func<T, IEnumerable<IEnumerable<object>>> lists)
        where T : class => EvidenceIO.Reading(path, () =>
    {
        using var file = EvidenceIO.OpenRead(path);
        return Whole(read(file), lists);
    });

    /// <summary>A record without nulls where there can be none; the serializer sees to its members, and here the entries of its lists are seen to.</summary>
    private static T Whole<T>(T? record, Func<T, IEnumerable<IEnumerable<object>>> lists)
        where T : class => record is null ? throw new JsonException("it is null")
        : lists(record).Any(list => list.Any(entry => entry is null)) ? throw new JsonException("a list in it holds null")
        : record;

    private static IEnumerable<IEnumerable<object>> Lists(ScenarioRecord scenario) =>
        [scenario.Tags, scenario.Requirements, scenario.Steps, scenario.Exchanges, scenario.Checks, .. scenario.Checks.Select(check => check?.Requirements ?? [])];

    private static ScenarioRecord? Scenario(string path, string line, int number, bool mayBeCut)
    {
        try
        {
            return Whole(JsonSerializer.Deserialize(line, EvidenceJson.Line.ScenarioRecord), Lists);
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
