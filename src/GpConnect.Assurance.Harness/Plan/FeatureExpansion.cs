using Gherkin;
using Gherkin.Ast;

namespace GpConnect.Assurance.Harness.Plan;

/// <summary>Turns one parsed feature into scenarios: backgrounds in front, tags inherited, outlines expanded.</summary>
internal sealed class FeatureExpansion(Feature feature, string file, string pack)
{
    private readonly List<PlanProblem> _problems = [];

    /// <summary>What could not be expanded; complete once <see cref="Scenarios"/> has been enumerated.</summary>
    public IReadOnlyList<PlanProblem> Problems => _problems;

    public IEnumerable<PlannedScenario> Scenarios() =>
        Expand(feature.Children, rule: null, TagNames(feature.Tags), background: []);

    private IEnumerable<PlannedScenario> Expand(
        IEnumerable<IHasLocation> children, string? rule, IReadOnlyList<string> tags, IReadOnlyList<Step> background)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Background own:
                    background = [.. background, .. own.Steps];
                    break;
                case Rule inner:
                    foreach (var scenario in Expand(inner.Children, inner.Name, [.. tags, .. TagNames(inner.Tags)], background))
                    {
                        yield return scenario;
                    }

                    break;
                case Scenario scenario:
                    foreach (var planned in Expand(scenario, rule, [.. tags, .. TagNames(scenario.Tags)], background))
                    {
                        yield return planned;
                    }

                    break;
            }
        }
    }

    private IEnumerable<PlannedScenario> Expand(Scenario scenario, string? rule, IReadOnlyList<string> tags, IReadOnlyList<Step> background)
    {
        IReadOnlyList<Step> steps = [.. background, .. scenario.Steps];
        if (!scenario.Examples.Any())
        {
            yield return Planned(scenario, rule, tags, steps, scenario.Location.Line, Placeholders.None);
            yield break;
        }

        foreach (var examples in scenario.Examples)
        {
            if (examples.TableHeader is null || !examples.TableBody.Any())
            {
                _problems.Add(new PlanProblem(pack, file, examples.Location.Line, "The Examples have no rows, so the outline runs nothing."));
                continue;
            }

            foreach (var row in examples.TableBody)
            {
                var placeholders = new Placeholders(Cells(examples.TableHeader), Cells(row));
                yield return Planned(scenario, rule, [.. tags, .. TagNames(examples.Tags)], steps, row.Location.Line, placeholders);
            }
        }
    }

    private PlannedScenario Planned(
        Scenario scenario, string? rule, IReadOnlyList<string> tags, IReadOnlyList<Step> steps, int line, Placeholders placeholders)
    {
        var planned = PlannedSteps(steps, placeholders).ToList();
        return new PlannedScenario
        {
            Pack = pack,
            Feature = feature.Name,
            FeatureDescription = feature.Description,
            Rule = rule,
            File = file,
            Line = line,
            Name = placeholders.Fill(scenario.Name),
            Tags = [.. tags.Concat(planned.SelectMany(step => step.Requirements)).Distinct(StringComparer.Ordinal)],
            Language = feature.Language,
            Steps = planned,
        };
    }

    private static IEnumerable<PlannedStep> PlannedSteps(IEnumerable<Step> steps, Placeholders placeholders)
    {
        var kind = StepKind.Given;
        foreach (var step in steps)
        {
            kind = step.KeywordType switch
            {
                StepKeywordType.Context => StepKind.Given,
                StepKeywordType.Action => StepKind.When,
                StepKeywordType.Outcome => StepKind.Then,
                _ => kind,
            };
            var (text, requirements) = RequirementTag.Split(placeholders.Fill(step.Text));
            var table = step.DataTable?.Rows.Select(row => Cells(row).ConvertAll(placeholders.Fill)).ToList();
            yield return new PlannedStep(
                kind,
                step.Keyword.Trim(),
                text,
                step.Location.Line,
                table,
                step.DocString is null ? null : placeholders.Fill(step.DocString.Content))
            {
                Requirements = [.. requirements, .. RequirementTag.InTable(table)],
            };
        }
    }

    private static List<string> Cells(TableRow row) => [.. row.Cells.Select(cell => cell.Value)];

    private static List<string> TagNames(IEnumerable<Tag> tags) => [.. tags.Select(tag => tag.Name.TrimStart('@'))];
}
