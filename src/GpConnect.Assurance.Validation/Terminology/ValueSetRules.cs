using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// A value set as the rules of its <c>compose</c>: a code is looked up, nothing is expanded. What depends on content that is not carried (SNOMED CT, LOINC …)
/// answers "unknown".
/// </summary>
internal sealed class ValueSetRules
{
    private const string AnyMimeType = "http://www.rfc-editor.org/bcp/bcp13.txt";
    private const string AnyLanguage = "http://tools.ietf.org/html/bcp47";
    private const int MaxImports = 16;

    private readonly List<ValueSetPart> _included = [];
    private readonly List<ValueSetPart> _excluded = [];
    private readonly CodeSyntax? _syntax;

    internal ValueSetRules(DefinitionStore store, string url, FhirNode valueSet)
    {
        Url = url;
        var compose = valueSet.Child("compose");
        if (valueSet.Child("codeSystem").Child("system").Value is { } inline)
        {
            _included.Add(ValueSetPart.OfWholeSystem(store, inline));
        }

        if (compose.IsNone)
        {
            if (_included.Count > 0)
            {
                return;
            }

            // Without rules nothing is known of the content.
            _syntax = null;
            IsUnknown = true;
            return;
        }

        foreach (var include in compose.ChildrenNamed("include"))
        {
            _included.Add(ValueSetPart.Read(store, url, include));
        }

        foreach (var import in compose.ChildrenNamed("import"))
        {
            _included.Add(ValueSetPart.OfImport(store, url, import));
        }

        foreach (var exclude in compose.ChildrenNamed("exclude"))
        {
            _excluded.Add(ValueSetPart.Read(store, url, exclude));
        }
    }

    private ValueSetRules(string url, CodeSyntax syntax)
    {
        Url = url;
        _syntax = syntax;
    }

    internal string Url { get; }

    private bool IsUnknown { get; }

    /// <summary>Value sets that are named by a standard's address and checked by the standard's syntax.</summary>
    internal static ValueSetRules? OfSyntax(string canonical) =>
        canonical == AnyMimeType ? new ValueSetRules(canonical, CodeSyntax.MimeType)
        : canonical == AnyLanguage ? new ValueSetRules(canonical, CodeSyntax.LanguageTag)
        : null;

    /// <summary>Membership of a code of a known system, or of any system when <paramref name="system"/> is empty (elements of type code).</summary>
    internal Membership Contains(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code) => Contains(system, code, MaxImports);

    internal Membership Contains(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, int importsLeft)
    {
        if (_syntax is { } syntax)
        {
            return syntax.IsWellFormed(code) ? Membership.Yes : Membership.No;
        }

        if (IsUnknown || importsLeft == 0)
        {
            return Membership.Unknown;
        }

        var found = AnyOf(_included, system, code, importsLeft);
        if (found == Membership.No)
        {
            return found;
        }

        return AnyOf(_excluded, system, code, importsLeft) switch
        {
            Membership.Yes => Membership.No,
            Membership.Unknown => Membership.Unknown,
            _ => found,
        };
    }

    /// <summary>Whether the value set draws on that system at all, so that a code of it outside the set is a wrong choice rather than another vocabulary.</summary>
    internal bool DrawsOn(ReadOnlySpan<byte> system)
    {
        foreach (var part in _included)
        {
            if (part.DrawsOn(system))
            {
                return true;
            }
        }

        return false;
    }

    private static Membership AnyOf(List<ValueSetPart> parts, ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, int importsLeft)
    {
        var best = Membership.No;
        foreach (var part in parts)
        {
            var membership = part.Contains(system, code, importsLeft);
            if (membership == Membership.Yes)
            {
                return membership;
            }

            best = membership > best ? membership : best;
        }

        return best;
    }
}
