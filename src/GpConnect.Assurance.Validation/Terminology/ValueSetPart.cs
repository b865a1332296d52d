using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>One <c>include</c> or <c>exclude</c> of a value set: all its conditions must hold.</summary>
internal sealed class ValueSetPart
{
    private readonly DefinitionStore _store;
    private readonly string? _system;
    private readonly byte[] _systemUtf8;
    private readonly HashSet<byte[]>.AlternateLookup<ReadOnlySpan<byte>>? _codes;
    private readonly List<ConceptFilter> _filters = [];
    private readonly List<string> _valueSets = [];
    private readonly CodeSyntax? _syntax;
    private readonly Lazy<CodeSystemTable?> _table;

    private ValueSetPart(DefinitionStore store, string? system, HashSet<byte[]>? codes)
    {
        _store = store;
        _system = system;
        _systemUtf8 = Utf8Comparer.Bytes(system ?? string.Empty);
        _codes = codes?.GetAlternateLookup<ReadOnlySpan<byte>>();
        _syntax = system is null ? null : CodeSyntax.OfSystem(system);
        _table = new Lazy<CodeSystemTable?>(() => store.CodeSystem(system!));
    }

    internal static ValueSetPart OfWholeSystem(DefinitionStore store, string system) => new(store, system, codes: null);

    /// <summary>DSTU2: another value set, as a whole.</summary>
    internal static ValueSetPart OfImport(DefinitionStore store, string valueSet, FhirNode import)
    {
        var part = new ValueSetPart(store, system: null, codes: null);
        part.Import(valueSet, import);
        return part;
    }

    internal static ValueSetPart Read(DefinitionStore store, string valueSet, FhirNode part)
    {
        HashSet<byte[]>? codes = null;
        foreach (var concept in part.ChildrenNamed("concept"))
        {
            var code = concept.Child("code");
            if (!code.IsNone && code.HasValue)
            {
                (codes ??= new HashSet<byte[]>(Utf8Comparer.Instance)).Add(code.ValueUtf8.ToArray());
            }
        }

        var system = part.Child("system");
        var read = new ValueSetPart(store, system.IsNone ? null : system.Value, codes);
        foreach (var filter in part.ChildrenNamed("filter"))
        {
            read._filters.Add(ConceptFilter.Read(filter));
        }

        foreach (var import in part.ChildrenNamed("valueSet"))
        {
            read.Import(valueSet, import);
        }

        return read;
    }

    internal bool DrawsOn(ReadOnlySpan<byte> system)
    {
        if (_system is not null)
        {
            return system.SequenceEqual(_systemUtf8);
        }

        foreach (var import in _valueSets)
        {
            if (_store.ValueSet(import)?.DrawsOn(system) == true)
            {
                return true;
            }
        }

        return false;
    }

    internal Membership Contains(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, int importsLeft)
    {
        var membership = _system is null ? Membership.Yes : OfSystem(system, code);
        foreach (var import in _valueSets)
        {
            if (membership == Membership.No)
            {
                return membership;
            }

            var imported = _store.ValueSet(import)?.Contains(system, code, importsLeft - 1) ?? Membership.Unknown;
            membership = imported < membership ? imported : membership;
        }

        return membership;
    }

    private Membership OfSystem(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code)
    {
        if (!system.IsEmpty && !system.SequenceEqual(_systemUtf8))
        {
            return Membership.No;
        }

        if (_codes is { } codes)
        {
            return codes.Contains(code) ? Membership.Yes : IgnoringCase(code);
        }

        if (_syntax is { } syntax && _filters.Count == 0)
        {
            return syntax.IsWellFormed(code) ? Membership.Yes : Membership.No;
        }

        return _filters.Count > 0 ? Filtered(_table.Value, code) : OfTable(_table.Value, code);
    }

    private void Import(string valueSet, FhirNode import)
    {
        if (import.Value is not { } canonical)
        {
            return;
        }

        var clean = Canonical.Clean(canonical);
        _valueSets.Add(clean);
        if (_store.ValueSet(clean) is null)
        {
            _store.Report(valueSet, null, $"It includes the value set {clean}, which is not among the definitions.");
        }
    }

    /// <summary>A listed code may be spelled in another case where its system says that case does not matter.</summary>
    private Membership IgnoringCase(ReadOnlySpan<byte> code)
    {
        var concept = _table.Value?.Find(code);
        return concept is not null && _codes!.Value.Contains(concept.Code) ? Membership.Yes : Membership.No;
    }

    private static Membership OfTable(CodeSystemTable? table, ReadOnlySpan<byte> code) =>
        table is null ? Membership.Unknown
        : table.Find(code) is { } concept ? (concept.IsAbstract ? Membership.No : Membership.Yes)
        : table.IsComplete ? Membership.No
        : Membership.Unknown;

    private Membership Filtered(CodeSystemTable? table, ReadOnlySpan<byte> code)
    {
        var membership = Membership.Yes;
        foreach (var filter in _filters)
        {
            var matches = filter.Matches(table, code);
            membership = matches < membership ? matches : membership;
        }

        return membership;
    }
}
