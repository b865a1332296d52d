namespace GpConnect.Assurance.Harness.Requirements;

/// <summary>All requirements of the packs under a features folder, by id.</summary>
public sealed class RequirementCatalogue
{
    private readonly Dictionary<string, Requirement> _byId;

    internal RequirementCatalogue(IReadOnlyList<Requirement> all)
    {
        All = all;
        _byId = all.ToDictionary(requirement => requirement.Id, StringComparer.Ordinal);
        Packs = [.. all.Select(requirement => requirement.Pack).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every requirement, by pack and in the order of its file.</summary>
    public IReadOnlyList<Requirement> All { get; }

    /// <summary>Names of the packs that have a catalogue.</summary>
    public IReadOnlyList<string> Packs { get; }

    /// <summary>Reads every <c>{pack}/requirements.yaml</c> under the folders given; a pack without one has no requirements.</summary>
    /// <exception cref="RequirementCatalogueException">A file is not readable, or an entry of it is wrong.</exception>
    public static RequirementCatalogue Load(params IEnumerable<string> featuresDirectories) => RequirementFiles.Read(featuresDirectories);

    /// <summary>The requirement of that id, or null.</summary>
    public Requirement? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The requirements of a pack, in the order of its file.</summary>
    public IEnumerable<Requirement> InPack(string pack) => All.Where(requirement => requirement.Pack == pack);

    /// <summary>The entries that decide the level and carry the coverage of <paramref name="requirement"/>: those that its
    /// <see cref="Requirement.SameAs"/> leads to in the end, or itself.</summary>
    public IReadOnlyList<Requirement> DecidedBy(Requirement requirement)
    {
        if (requirement.SameAs.Count == 0)
        {
            return [requirement];
        }

        return [.. requirement.SameAs.SelectMany(id => DecidedBy(_byId[id])).DistinctBy(decider => decider.Id)];
    }

    /// <summary>The level that counts: the strictest of the entries that decide.</summary>
    public RequirementLevel LevelOf(Requirement requirement) => DecidedBy(requirement).Min(decider => decider.Level);
}
