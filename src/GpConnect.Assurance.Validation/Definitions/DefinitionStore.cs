using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// The definitions that documents are validated against. Opening it learns only where each canonical is; a definition is read and compiled when a
/// document first needs it. Safe to share between threads.
/// </summary>
public sealed class DefinitionStore
{
    /// <summary>A canonical may be written with any version behind it: a hostile document must not be able to fill the table.</summary>
    private const int MostSpellings = 8192;

    private readonly Dictionary<string, DefinitionEntry> _structures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DefinitionEntry> _valueSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DefinitionEntry> _codeSystems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DefinitionEntry> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spellings = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, OperationFacts> _operationFacts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CompiledProfile> _profiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<byte[], ProfileSpelling> _profilesByUtf8 = new(Utf8Comparer.Instance);
    private readonly ConcurrentDictionary<byte[], ProfileSpelling>.AlternateLookup<ReadOnlySpan<byte>> _profilesBySpan;
    private readonly RecentProfiles _recentProfiles = new();
    private readonly ConcurrentDictionary<int, CompiledProfile> _resourceTypes = new();
    private readonly ConcurrentDictionary<string, ValueSetRules?> _valueSetRules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CodeSystemTable?> _codeSystemTables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(DefinitionFile File, string Canonical), FhirNode> _nodes = new();
    private readonly ConcurrentDictionary<DefinitionFile, FhirDocument> _bundles = new();
    private readonly FindingList _findings = new();
    private readonly Lazy<string> _contentHash;
    private readonly Lazy<Dictionary<byte[], Lazy<CodeSystemTable?>>> _codeSystemsByUtf8;

    private readonly Lazy<Dictionary<string, CodeSystemTable>> _inlineCodeSystems;
    private readonly IReadOnlyList<string> _paths;
    private readonly Lazy<DefinitionStore?> _dstu2;

    private DefinitionStore(FhirVersion version, IReadOnlyList<string> paths)
    {
        Version = version;
        _paths = paths;
        _inlineCodeSystems = new Lazy<Dictionary<string, CodeSystemTable>>(InlineCodeSystems);
        _dstu2 = new Lazy<DefinitionStore?>(OpenDstu2);
        _profilesBySpan = _profilesByUtf8.GetAlternateLookup<ReadOnlySpan<byte>>();
        _contentHash = new Lazy<string>(ComputeContentHash);
        _codeSystemsByUtf8 = new Lazy<Dictionary<byte[], Lazy<CodeSystemTable?>>>(CodeSystemsByUtf8);
    }

    /// <summary>The FHIR release of the definitions.</summary>
    public FhirVersion Version { get; }

    /// <summary>SHA-256 (lower-case hex) over the files of all definitions in the store, in the order of their canonicals.</summary>
    public string ContentHash => _contentHash.Value;

    /// <summary>Defects met so far in the definitions used so far.</summary>
    public IReadOnlyList<DefinitionFinding> Findings => _findings.Snapshot();

    /// <summary>Canonicals of all StructureDefinitions: base types, resources, profiles, extensions.</summary>
    public IReadOnlyCollection<string> StructureDefinitions => _structures.Keys;

    /// <summary>Held while a definition is compiled, so that two threads do not do the same work.</summary>
    internal Lock CompileLock { get; } = new();

    /// <summary>
    /// Opens directories, zips, FHIR packages (tgz) and single files of definitions, JSON or XML; a definition in a later path takes the place
    /// of the same canonical in an earlier one.
    /// </summary>
    /// <exception cref="DefinitionException">A path does not exist or holds no definition.</exception>
    public static DefinitionStore Open(params IReadOnlyList<string> paths)
    {
        var store = new DefinitionStore(FhirVersion.Stu3, paths);
        foreach (var path in paths)
        {
            if (store.Add(path) == 0)
            {
                throw new DefinitionException($"The definitions path '{path}' holds no FHIR STU3 definition.");
            }
        }

        return store;
    }

    /// <summary>The definitions of another release under the same paths; null when there are none.</summary>
    public DefinitionStore? OfVersion(FhirVersion version) => version == Version ? this : version == FhirVersion.Dstu2 ? _dstu2.Value : null;

    /// <summary>Reads and compiles every StructureDefinition now, so that <see cref="Findings"/> lists the defects of all of them.</summary>
    public void CompileAll()
    {
        var compiler = new WholeCompilation();
        foreach (var canonical in _structures.Keys)
        {
            if (Profile(canonical)?.Root is { } root)
            {
                compiler.Compile(root);
            }
            else
            {
                Report(canonical, null, "It cannot be compiled; what claims it is not checked against it.");
            }
        }
    }

    /// <summary>Whether a StructureDefinition with that canonical is carried, under either scheme.</summary>
    public bool HasProfile(string canonical) => Locate(_structures, Canonical.Clean(canonical)) is not null;

    /// <summary>The FHIR type that a StructureDefinition describes or constrains ("Patient", "Extension"), or null when it is not carried.</summary>
    public string? TypeOf(string canonical)
    {
        var entry = Locate(_structures, Canonical.Clean(canonical));
        return entry is null ? null : entry.Type ?? Structure(entry.Canonical)?.Type;
    }

    internal CompiledProfile? Profile(string canonical)
    {
        if (_profiles.TryGetValue(canonical, out var profile))
        {
            return profile;
        }

        // Only canonicals that exist are kept: a hostile document must not be able to fill the table.
        var entry = Locate(_structures, Canonical.Clean(canonical));
        return entry is null ? null : _profiles.GetOrAdd(entry.Canonical, static (url, of) => new CompiledProfile(of.Store, url, of.Entry.Type), (Store: this, Entry: entry));
    }

    internal CompiledProfile? Profile(ReadOnlySpan<byte> canonical)
    {
        if (_recentProfiles.Find(canonical) is { } recent)
        {
            return recent;
        }

        if (!_profilesBySpan.TryGetValue(canonical, out var spelling))
        {
            if (Profile(Encoding.UTF8.GetString(canonical)) is not { } profile)
            {
                return null;
            }

            spelling = new ProfileSpelling(canonical.ToArray(), profile);
            if (_profilesByUtf8.Count < MostSpellings)
            {
                _profilesByUtf8[spelling.Utf8] = spelling;
            }
        }

        _recentProfiles.Keep(spelling);
        return spelling.Profile;
    }

    /// <summary>The base definition of a resource's type; null when it is not carried.</summary>
    internal CompiledProfile? ResourceType(FhirNode resource)
    {
        if (_resourceTypes.TryGetValue(resource.ResourceTypeId, out var known))
        {
            return known;
        }

        var type = BaseType(resource.ResourceType!);
        return type is { IsResource: true } ? _resourceTypes.GetOrAdd(resource.ResourceTypeId, type) : null;
    }

    internal CompiledProfile? BaseType(string type) => Profile(Canonical.OfBaseType(type));

    /// <summary>Whether an OperationDefinition is carried, by its canonical or its name in a call (<c>$gpc.getstructuredrecord</c>).</summary>
    public bool HasOperation(string definition) => OperationEntry(definition) is not null;

    internal OperationFacts? Operation(string definition) => OperationEntry(definition) is { } entry
        ? _operationFacts.GetOrAdd(entry.Canonical, static (url, store) => OperationReader.Read(store.Node(store._operations, "OperationDefinition", url)), this)
        : null;

    internal StructureFacts? Structure(string canonical)
    {
        var node = Node(_structures, "StructureDefinition", canonical);
        return node.IsNone ? null : Version == FhirVersion.Dstu2 ? Dstu2Structure.ToStu3(StructureReader.Read(node), node) : StructureReader.Read(node);
    }

    internal ValueSetRules? ValueSet(string canonical) =>
        _valueSetRules.GetOrAdd(canonical, static (url, store) => store.CreateValueSet(url), this);

    internal CodeSystemTable? CodeSystem(string canonical) =>
        _codeSystemTables.GetOrAdd(canonical, static (url, store) => store.CreateCodeSystem(url), this);

    /// <summary>A code system by the URL of a coding; null when it is not carried.</summary>
    internal CodeSystemTable? CodeSystem(ReadOnlySpan<byte> url) =>
        _codeSystemsByUtf8.Value.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(url, out var system) ? system.Value : null;

    internal void Report(string definition, string? element, string message) => _findings.Add(new DefinitionFinding(definition, element, message));

    private DefinitionEntry? OperationEntry(string definition)
    {
        if (!definition.StartsWith('$'))
        {
            return Locate(_operations, Canonical.Clean(definition));
        }

        return _operations.Values.FirstOrDefault(entry => Node(_operations, "OperationDefinition", entry.Canonical).Child("code").Value == definition[1..]);
    }

    private DefinitionStore? OpenDstu2()
    {
        var store = new DefinitionStore(FhirVersion.Dstu2, _paths);
        return _paths.Sum(store.Add) > 0 && store.HasProfile(Canonical.OfBaseType("Element")) ? store : null;
    }

    /// <returns>How many definitions the path holds.</returns>
    private int Add(string path)
    {
        var entries = DefinitionPackage.Entries(Files(path), Version, _findings);
        entries.ForEach(Add);
        return entries.Count;
    }

    private static Dictionary<string, DefinitionFile> Files(string path) =>
        Directory.Exists(path) ? DefinitionFolder.Files(Path.GetFullPath(path))
        : !File.Exists(path) ? throw new DefinitionException($"The definitions path '{path}' does not exist.")
        : DefinitionArchive.IsArchive(path) ? DefinitionArchive.Files(path)
        : DefinitionPackage.IsResourceFile(path) ? new Dictionary<string, DefinitionFile> { [path] = DefinitionFile.OnDisk(path) }
        : throw new DefinitionException($"The definitions path '{path}' is no directory, zip, tgz, JSON or XML.");

    private void Add(DefinitionEntry entry)
    {
        var table = entry.ResourceType switch
        {
            "StructureDefinition" => _structures,
            "ValueSet" => _valueSets,
            "CodeSystem" => _codeSystems,
            "OperationDefinition" => _operations,
            _ => null,
        };
        if (table is not null)
        {
            table[entry.Canonical] = entry;
            _spellings.TryAdd(Canonical.WithoutScheme(entry.Canonical), entry.Canonical);
        }
    }

    private ValueSetRules? CreateValueSet(string canonical)
    {
        if (ValueSetRules.OfSyntax(canonical) is { } syntax)
        {
            return syntax;
        }

        var node = Node(_valueSets, "ValueSet", canonical);
        if (node.IsNone && Canonical.OfSpecificationPage(canonical) is { } meant)
        {
            node = Node(_valueSets, "ValueSet", meant);
        }

        return node.IsNone ? null : new ValueSetRules(this, canonical, node);
    }

    private CodeSystemTable? CreateCodeSystem(string canonical)
    {
        var node = Node(_codeSystems, "CodeSystem", canonical);
        return !node.IsNone ? CodeSystemTable.Read(node) : _inlineCodeSystems.Value.GetValueOrDefault(canonical);
    }

    private Dictionary<byte[], Lazy<CodeSystemTable?>> CodeSystemsByUtf8() => _codeSystems.Keys.Concat(_inlineCodeSystems.Value.Keys).ToDictionary(
        Utf8Comparer.Bytes,
        url => new Lazy<CodeSystemTable?>(() => CodeSystem(url)),
        Utf8Comparer.Instance);

    /// <summary>DSTU2 defines code systems within value sets.</summary>
    private Dictionary<string, CodeSystemTable> InlineCodeSystems()
    {
        var systems = new Dictionary<string, CodeSystemTable>(StringComparer.Ordinal);
        foreach (var canonical in Version == FhirVersion.Dstu2 ? _valueSets.Keys.ToArray() : [])
        {
            if (CodeSystemTable.ReadInline(Node(_valueSets, "ValueSet", canonical)) is { } system)
            {
                systems[system.Url] = system;
            }
        }

        return systems;
    }

    private DefinitionEntry? Locate(Dictionary<string, DefinitionEntry> table, string canonical) =>
        table.TryGetValue(canonical, out var entry)
        || (_spellings.TryGetValue(Canonical.WithoutScheme(canonical), out var spelling) && table.TryGetValue(spelling, out entry))
            ? entry
            : null;

    private FhirNode Node(Dictionary<string, DefinitionEntry> table, string resourceType, string canonical)
    {
        var entry = Locate(table, canonical);
        if (entry is null)
        {
            return default;
        }

        return _nodes.GetOrAdd((entry.File, entry.Canonical), static (_, context) => context.Store.Read(context.Entry, context.ResourceType), (Store: this, Entry: entry, ResourceType: resourceType));
    }

    private FhirNode Read(DefinitionEntry entry, string resourceType)
    {
        // Fixed and pattern values point into the document, so it stays as long as the store. A Bundle of definitions is read once for all of them.
        if (!_bundles.TryGetValue(entry.File, out var document))
        {
            document = DefinitionScan.Open(entry.File, _findings);
            if (document?.Root.ResourceType == "Bundle")
            {
                _bundles[entry.File] = document;
            }
        }

        return document is null ? default : DefinitionScan.Find(document.Root, resourceType, entry.Canonical);
    }

    private string ComputeContentHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entries = _structures.Values.Concat(_valueSets.Values).Concat(_codeSystems.Values).Concat(_operations.Values);
        foreach (var entry in entries.OrderBy(entry => entry.ResourceType, StringComparer.Ordinal).ThenBy(entry => entry.Canonical, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(entry.Canonical));
            hash.AppendData(SHA256.HashData(entry.File.Read()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
