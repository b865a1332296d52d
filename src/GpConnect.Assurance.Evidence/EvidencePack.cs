using System.Text.Json;
using GpConnect.Assurance.Evidence.Redaction;
using GpConnect.Assurance.Evidence.Reports;

namespace GpConnect.Assurance.Evidence;

/// <summary>Writes the evidence of one run into a folder of its own, secrets redacted. Thread-safe.</summary>
/// <remarks>Scenarios and exchanges are on disk as soon as the call returns, so that a run killed at any moment keeps what it had.</remarks>
public sealed class EvidencePack : IDisposable
{
    private readonly Lock _appending = new();
    private readonly FileStream _scenarios;

    private EvidencePack(string directory, Redactor redactor, FileStream scenarios)
    {
        Directory = directory;
        Redactor = redactor;
        _scenarios = scenarios;
    }

    /// <summary>Full path of the run's folder.</summary>
    public string Directory { get; }

    /// <summary>Register here the secrets that the run uses, before the first exchange.</summary>
    public Redactor Redactor { get; }

    /// <summary>Starts a pack in a folder that is empty or does not exist yet, and writes <c>run.json</c>.</summary>
    /// <exception cref="EvidenceException">The folder holds something already, or cannot be written.</exception>
    public static EvidencePack Create(string directory, RunRecord run, Redactor? redactor = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(run);
        var path = Path.GetFullPath(directory);
        return EvidenceIO.Writing(path, () =>
        {
            if (System.IO.Directory.Exists(path) && System.IO.Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new EvidenceException($"The evidence folder {path} is not empty: name another one, or remove what is in it.");
            }

            System.IO.Directory.CreateDirectory(Path.Combine(path, EvidenceFiles.Exchanges));
            redactor ??= new Redactor();
            WriteRun(path, redactor.Redact(run));
            var scenarios = new FileStream(Path.Combine(path, EvidenceFiles.Scenarios), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            return new EvidencePack(path, redactor, scenarios);
        });
    }

    /// <summary>Adds a finished scenario as one line of <c>scenarios.ndjson</c>.</summary>
    /// <exception cref="EvidenceException">The line could not be written.</exception>
    public void Append(ScenarioRecord scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(Redactor.Redact(scenario), EvidenceJson.Line.ScenarioRecord), (byte)'\n'];
        EvidenceIO.Writing(_scenarios.Name, () =>
        {
            lock (_appending)
            {
                _scenarios.Write(line);
                _scenarios.Flush();
            }
        });
    }

    /// <summary>Writes one exchange into <c>exchanges/{id}</c>.</summary>
    /// <returns>The record as written: redacted, with <see cref="ExchangeRecord.Curl"/> and <see cref="ExchangeRecord.Jwt"/> filled in.</returns>
    /// <exception cref="EvidenceException">The exchange's id was used before, or its files could not be written.</exception>
    public ExchangeRecord Write(ExchangeRecord record, ExchangeContent content)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(content);
        var folder = Path.Combine(Directory, EvidenceFiles.Exchanges, SafeName.Of(record.Id));
        return EvidenceIO.Writing(folder, () => new ExchangeFolder(folder, Redactor.With(record.RequestHeaders)).Write(record, content));
    }

    /// <summary>Writes <c>run.json</c> anew, then every report and the manifest, from what stands on disk.</summary>
    /// <exception cref="EvidenceException">Something could not be written, or what was written cannot be read back.</exception>
    public void Finish(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _scenarios.Dispose();
        EvidenceIO.Writing(Directory, () => WriteRun(Directory, Redactor.Redact(run)));
        EvidenceReports.Write(Directory);
    }

    public void Dispose() => _scenarios.Dispose();

    private static void WriteRun(string directory, RunRecord run) =>
        EvidenceIO.Replace(Path.Combine(directory, EvidenceFiles.Run), JsonSerializer.Serialize(run, EvidenceJson.File.RunRecord) + "\n");
}
