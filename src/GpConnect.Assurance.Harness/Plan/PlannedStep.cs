namespace GpConnect.Assurance.Harness.Plan;

/// <summary>What a step is to the engine; a conjunction has the kind of the step it follows.</summary>
public enum StepKind
{
    Given,
    When,
    Then,
}

/// <summary>One step of a planned scenario, placeholders filled in.</summary>
/// <param name="Kind">Given, When or Then, with And, But and * resolved.</param>
/// <param name="Keyword">The keyword as written, without trailing blank.</param>
/// <param name="Text">The step's text, without the requirements that it names.</param>
/// <param name="Line">Line in the feature file.</param>
/// <param name="Table">Rows of cells, the first row being the header; null when the step has none.</param>
/// <param name="DocString">Content of the step's doc string; null when it has none.</param>
public sealed record PlannedStep(
    StepKind Kind,
    string Keyword,
    string Text,
    int Line,
    IReadOnlyList<IReadOnlyList<string>>? Table = null,
    string? DocString = null)
{
    /// <summary>The requirements that the step's checks prove: written behind its text, <c>[GPC-FND-027, GPC-API-202]</c>, or in the column
    /// <c>requirement</c> of its table.</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];
}
