using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation.Tests.Support;

/// <summary>Definitions written for one test, over those carried.</summary>
internal sealed class OwnDefinitions : IDisposable
{
    internal const string Base = "https://example.org/StructureDefinition/";

    private readonly string _folder = Directory.CreateTempSubdirectory("own-definitions").FullName;
    private readonly Lazy<DefinitionStore> _store;

    internal OwnDefinitions()
    {
        _store = new Lazy<DefinitionStore>(() => DefinitionStore.Open(Profiles.Folder, _folder));
    }

    internal DefinitionStore Store => _store.Value;

    /// <summary>Adds a profile on a type of STU3.</summary>
    /// <param name="elements">The elements of its differential, JSON objects with commas between.</param>
    /// <returns>Its canonical.</returns>
    internal string Profile(string name, string type, string elements)
    {
        var kind = type == "Extension" ? "complex-type" : "resource";
        Add(name, $$"""
            {
              "resourceType": "StructureDefinition", "url": "{{Base}}{{name}}", "name": "{{name}}", "fhirVersion": "3.0.1", "kind": "{{kind}}", "abstract": false,
              "type": "{{type}}", "baseDefinition": "http://hl7.org/fhir/StructureDefinition/{{type}}", "derivation": "constraint",
              "differential": { "element": [{{elements}}] }
            }
            """);
        return Base + name;
    }

    internal void Add(string name, string definition) => File.WriteAllText(Path.Combine(_folder, name + ".json"), definition);

    internal ValidationResult Validate(string document, params string[] profiles)
    {
        using var read = FhirReader.Read(Encoding.UTF8.GetBytes(document), FhirReader.Sniff(Encoding.UTF8.GetBytes(document))!.Value);
        return new ProfileValidator(Store).Validate(read, new ValidationOptions { Profiles = profiles });
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
