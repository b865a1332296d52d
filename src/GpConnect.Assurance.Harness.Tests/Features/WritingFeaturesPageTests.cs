using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Tests.Features;

public sealed partial class WritingFeaturesPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.File("docs/writing-features.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_page_has_an_example_of_every_step() =>
        StepDefinitions.All.Where(definition => !Examples().Any(definition.Matches)).Select(definition => definition.ToString()).Should().BeEmpty();

    [Fact]
    public void Every_example_is_a_step_that_there_is() =>
        Examples().Where(example => StepDefinitions.All.Count(definition => definition.Matches(example)) != 1).Should().BeEmpty();

    [Fact]
    public void The_features_on_the_page_are_well_formed()
    {
        var features = Gherkin().Matches(Page).Select(match => match.Groups[1].Value).ToList();
        features.Should().HaveCount(2);
        features.Should().AllSatisfy(feature =>
        {
            using var text = new StringReader(feature);
            FeatureReader.Read(text, "page.feature", "page").Problems.Should().BeEmpty();
        });
    }

    [Fact]
    public void The_page_tells_who_plays_every_role_that_a_feature_names()
    {
        var told = Roles().Matches(Page).Select(match => match.Groups[1].Value).ToHashSet();
        var named = FeatureReader.ReadDirectory(Repository.File("features")).Scenarios
            .SelectMany(scenario => scenario.Steps)
            .SelectMany(step => NamedRoles().Matches(step.Text).Select(match => match.Groups[1].Value))
            .Distinct();
        named.Should().BeSubsetOf(told);
    }

    private static List<(StepKind Kind, string Text)> Examples() =>
        [.. Steps().Matches(Page).Select(match => (Enum.Parse<StepKind>(match.Groups[1].Value), match.Groups[2].Value))];

    [GeneratedRegex(@"^\| `(Given|When|Then) (.+?)` \|", RegexOptions.Multiline)]
    private static partial Regex Steps();

    [GeneratedRegex("^```gherkin\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Gherkin();

    [GeneratedRegex("`([a-z]+(?:-[a-z]+)*)`")]
    private static partial Regex Roles();

    [GeneratedRegex("the patient \"([^\"]+)\"")]
    private static partial Regex NamedRoles();
}
