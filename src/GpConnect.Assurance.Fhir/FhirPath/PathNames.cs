using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Values;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Fhir.FhirPath;

/// <summary>A path of nothing but element names, such as <c>entry.deleted</c>.</summary>
internal sealed class PathNames
{
    private readonly int[] _nameIds;

    public PathNames(string name)
    {
        Text = name;
        _nameIds = [FhirNames.Intern(name)];
    }

    public PathNames(PathNames before, string name)
    {
        Text = $"{before.Text}.{name}";
        _nameIds = [.. before._nameIds, FhirNames.Intern(name)];
    }

    private PathNames(PathNames before, PathNames after)
    {
        Text = $"{before.Text}.{after.Text}";
        _nameIds = [.. before._nameIds, .. after._nameIds];
    }

    public string Text { get; }

    /// <summary>The path of one expression's names from what another's lead to; null when either is more than names.</summary>
    public static PathNames? Joined(Expression before, Expression after) =>
        before is MemberExpression { Path: { } first } && after is MemberExpression { Path: { } then } ? new PathNames(first, then) : null;

    /// <summary>Whether a node has anything at the path.</summary>
    public bool IsPresent(FhirNode focus) => IsPresent(focus.Document, focus.Row.FirstChild, _nameIds);

    /// <summary>Whether a name is that of an element as expressions write it: itself, or a choice element with a type at its end.</summary>
    public static bool IsNamed(FhirDocument document, int child, int name) => child == name || ChoiceNames.BaseOf(document, child) == name;

    private static bool IsPresent(FhirDocument document, int first, ReadOnlySpan<int> path)
    {
        for (var index = first; index != 0;)
        {
            ref readonly NodeRow row = ref document.Row(index);
            if (IsNamed(document, document.SharedNameId(row.NameId), path[0]) && (path.Length == 1 || IsPresent(document, row.FirstChild, path[1..])))
            {
                return true;
            }

            index = row.Next;
        }

        return false;
    }
}
