using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>An instance that breaks one constraint of a profile.</summary>
/// <param name="Document">Null when no instance could be made.</param>
internal sealed record BrokenConstraint(CompiledProfile Profile, SnapshotElement Element, string Kind, JsonObject? Document)
{
    /// <summary>Whether an issue names the element and the profile.</summary>
    internal bool IsNamedBy(ValidationIssue issue)
    {
        var choice = Element.Id.LastIndexOf(':');
        var ids = new[] { Element.Id, Element.SliceName is not null && choice > 0 ? Element.Id[..choice] : Element.Id };
        return issue.Severity == IssueSeverity.Error && issue.Profile == Profile.Url && ids.Contains(issue.Element);
    }

    public override string ToString() => $"{Profile.Url[(Profile.Url.LastIndexOf('/') + 1)..]} {Element.Id} {Kind}";
}
