namespace GpConnect.Assurance.Validation;

/// <summary>
/// Makes the element tree of a StructureDefinition: a base type's from its snapshot, a profile's by applying its differential to the tree of its base.
/// A published snapshot of a profile is used only when there is no differential or no base to apply it to.
/// </summary>
internal sealed class SnapshotBuilder(DefinitionStore store)
{
    /// <summary>No published chain of base definitions is longer.</summary>
    internal const int MaxBases = 32;

    internal SnapshotElement? Build(StructureFacts structure)
    {
        if (structure.Differential.Count > 0 && structure.BaseDefinition is { } baseUrl)
        {
            if (store.Profile(baseUrl)?.Snapshot is { } tree)
            {
                return Apply(structure, structure.Differential, tree.Copy());
            }

            store.Report(structure.Url, null, $"Its base definition {baseUrl} is not among the definitions.");
        }

        return structure.Snapshot.Count > 0 ? FromSnapshot(structure) : FromBaseType(structure);
    }

    private SnapshotElement FromSnapshot(StructureFacts structure)
    {
        var first = structure.Snapshot[0];
        return Apply(structure, structure.Snapshot, new SnapshotElement { Name = first.Path, Id = first.Path });
    }

    /// <summary>Without base and snapshot, what the differential says still holds over the base type.</summary>
    private SnapshotElement? FromBaseType(StructureFacts structure)
    {
        var url = Canonical.OfBaseType(structure.Type);
        return url != structure.Url && store.Profile(url)?.Snapshot is { } tree
            ? Apply(structure, structure.Differential, tree.Copy())
            : null;
    }

    private SnapshotElement Apply(StructureFacts structure, IReadOnlyList<ElementFacts> elements, SnapshotElement root)
    {
        var editor = new SnapshotEditor(store, structure, root, isBase: ReferenceEquals(elements, structure.Snapshot));
        foreach (var element in elements)
        {
            editor.Apply(element);
        }

        return root;
    }
}
