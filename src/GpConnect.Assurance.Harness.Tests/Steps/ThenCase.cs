using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Tests.Steps;

/// <summary>A Then step after which the steps before it give a right answer, and what makes the answer wrong for it.</summary>
/// <param name="Before">The steps before, one a line.</param>
/// <param name="Then">The step, with its table if it has one.</param>
/// <param name="Spoil">Makes the answer wrong.</param>
internal sealed record ThenCase(string Before, string Then, Action<FakeRequest, FakeResponse> Spoil)
{
    /// <summary>Makes what is known of the target wrong, where no answer shows it.</summary>
    public Func<TargetSettings, TargetSettings> Target { get; init; } = target => target;

    public string Steps => $"{Before}\nThen {Then}";

    /// <summary>The step's text without its table.</summary>
    public string Text => Then.Split('\n')[0];
}
