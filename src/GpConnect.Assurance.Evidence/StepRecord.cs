namespace GpConnect.Assurance.Evidence;

/// <summary>One Gherkin step as it ran.</summary>
/// <param name="Keyword"><c>Given</c>, <c>When</c>, <c>Then</c>, <c>And</c>, <c>But</c>, without trailing blank.</param>
/// <param name="Text">The step's text, placeholders of an outline filled in.</param>
/// <param name="Line">Line in the feature file.</param>
/// <param name="Verdict">The worst of its checks; <see cref="Verdict.Skip"/> when an earlier step stopped the scenario.</param>
/// <param name="DurationMs">How long it ran, in milliseconds.</param>
/// <param name="Error">What stopped the scenario at this step, if it did.</param>
public sealed record StepRecord(string Keyword, string Text, int Line, Verdict Verdict, double DurationMs, string? Error = null);
