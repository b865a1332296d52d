namespace GpConnect.Assurance.Validation;

/// <summary>Where one file of definitions can be read from when it is needed.</summary>
/// <param name="Name">As people should see it in messages.</param>
internal sealed record DefinitionFile(string Name, Func<byte[]> Read)
{
    internal static DefinitionFile OnDisk(string path) => new(path, () => File.ReadAllBytes(path));
}

/// <summary>One definition and the file that holds it; <paramref name="Type"/> is known from an index without reading the file.</summary>
internal sealed record DefinitionEntry(string ResourceType, string Canonical, string? Type, DefinitionFile File);
