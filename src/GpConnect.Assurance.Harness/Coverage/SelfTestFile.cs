using System.Text.Json;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Coverage;

/// <summary>Writes and reads <c>selftest.json</c>.</summary>
public static class SelfTestFile
{
    public static void Write(string path, SelfTestRecord record) => File.WriteAllText(path, JsonSerializer.Serialize(record, CoverageJsonContext.Indented.SelfTestRecord) + "\n");

    /// <exception cref="EvidenceException">There is no such file, or it is not what this tool writes.</exception>
    public static SelfTestRecord Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), CoverageJsonContext.Indented.SelfTestRecord)
                ?? throw new EvidenceException($"{path} is empty; name the selftest.json that 'gpc-assure selftest' wrote.");
        }
        catch (JsonException e)
        {
            throw new EvidenceException($"{path} is not what 'gpc-assure selftest' writes: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceException($"{path} cannot be read: {e.Message}");
        }
    }
}
