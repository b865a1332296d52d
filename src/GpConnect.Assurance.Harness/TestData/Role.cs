using System.Globalization;

namespace GpConnect.Assurance.Harness.TestData;

/// <summary>A part that the scenarios that come with the tool have a patient, a practitioner, an organisation or a location play.</summary>
/// <param name="Kind">What plays it.</param>
/// <param name="Name">As scenarios and settings name it; of a role with a number, without it.</param>
/// <param name="PlayedBy">Who or what plays it, as the end of a sentence.</param>
/// <param name="State">What a search for it gives.</param>
public sealed record Role(RoleKind Kind, string Name, string PlayedBy, RoleState State)
{
    /// <summary>True for a role that several play, each to be used up: <c>unregistered-1</c>, <c>unregistered-2</c>, …</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Names of the expected values without which its scenarios cannot be tried.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>FHIRPath that is true of the resource found where it can play the role; null where any can.</summary>
    public string? Condition { get; init; }

    /// <summary>What the condition asks for, as the end of a sentence: <c>a preferred branch surgery</c>.</summary>
    public string? ConditionSays { get; init; }

    /// <summary>True for the name of the role, and for its name with a number where it has one.</summary>
    public bool IsNamed(string name) => IsNumbered
        ? name.StartsWith(Name + "-", StringComparison.Ordinal) && int.TryParse(name.AsSpan(Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        : name == Name;
}
