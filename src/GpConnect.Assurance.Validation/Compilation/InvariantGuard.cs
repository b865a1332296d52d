using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>
/// What a look at single children already tells of an invariant: most begin with terms such as <c>code.empty() or …</c>, <c>name.exists() or …</c> or
/// <c>value.exists() implies …</c>, which hold for most documents. The expression itself is evaluated only for the rest.
/// </summary>
internal sealed class InvariantGuard
{
    private const string Empty = ".empty()";
    private const string Exists = ".exists()";
    private const string Or = " or ";
    private const string Implies = " implies ";
    private static readonly int ContainedName = FhirNames.Intern("contained");
    private static readonly int FullUrlName = FhirNames.Intern("fullUrl");

    private readonly List<Term> _terms = [];

    private InvariantGuard()
    {
    }

    /// <summary>The terms are the whole expression: when none holds, the invariant is broken.</summary>
    internal bool IsWhole { get; private set; }

    /// <summary>Null when the expression has no such terms.</summary>
    internal static InvariantGuard? Of(string expression, SnapshotElement element)
    {
        var guard = new InvariantGuard();
        if (expression.StartsWith("contained.", StringComparison.Ordinal))
        {
            guard._terms.Add(new Term(ContainedName, IsMetWhenPresent: false));
        }
        else if (expression == Invariant.NoVersionInFullUrl)
        {
            guard._terms.Add(new Term(FullUrlName, IsMetWhenPresent: false));
        }
        else if (!expression.Contains(" xor ", StringComparison.Ordinal))
        {
            guard.Read(expression, element);
        }

        return guard._terms.Count == 0 ? null : guard;
    }

    internal bool IsMet(FhirNode node)
    {
        foreach (var term in _terms)
        {
            if (node.Child(term.NameId).IsNone != term.IsMetWhenPresent)
            {
                return true;
            }
        }

        return false;
    }

    private void Read(string expression, SnapshotElement element)
    {
        var rest = expression;
        while (Name(rest) is { Length: > 0 } name && element.Child(name) is not null)
        {
            var afterName = rest[name.Length..];
            var isEmpty = afterName.StartsWith(Empty, StringComparison.Ordinal);
            if (!isEmpty && !afterName.StartsWith(Exists, StringComparison.Ordinal))
            {
                return;
            }

            var after = afterName[(isEmpty ? Empty.Length : Exists.Length)..];
            if (after.StartsWith(Implies, StringComparison.Ordinal) && _terms.Count == 0)
            {
                _terms.Add(new Term(FhirNames.Intern(name), IsMetWhenPresent: isEmpty));
                return;
            }

            IsWhole = after.Length == 0;
            if ((!IsWhole && !after.StartsWith(Or, StringComparison.Ordinal)) || after.Contains(Implies, StringComparison.Ordinal))
            {
                return;
            }

            _terms.Add(new Term(FhirNames.Intern(name), IsMetWhenPresent: !isEmpty));
            if (IsWhole)
            {
                return;
            }

            rest = after[Or.Length..];
        }
    }

    private static string Name(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        return text[..length];
    }

    private readonly record struct Term(int NameId, bool IsMetWhenPresent);
}
