using System.Text.RegularExpressions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Tests.TestData;

public sealed partial class RolesTests
{
    [Fact]
    public void Every_role_that_a_feature_of_the_packs_api_and_foundations_names_is_known()
    {
        var named = FeatureReader.ReadDirectory(Repository.File("features")).Scenarios
            .Where(scenario => scenario.Pack is "api" or "foundations")
            .SelectMany(scenario => scenario.Steps)
            .SelectMany(step => Named().Matches(step.Text))
            .Select(match => (Kind: Kind(match.Groups["kind"].Value), Name: match.Groups["role"].Value))
            .Distinct().ToList();
        named.Should().HaveCountGreaterThan(15);
        named.Where(one => Roles.Find(one.Kind, one.Name) is null).Should().BeEmpty();
    }

    [Fact]
    public void Every_role_stands_on_the_page_about_features()
    {
        var page = File.ReadAllText(Repository.File("docs/writing-features.md"));
        Roles.All.Select(role => role.IsNumbered ? role.Name + "-1" : role.Name)
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal) && !File.ReadAllText(Repository.File("docs/configuration.md")).Contains($"`{name}`", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void No_two_have_the_same_name() => Roles.All.Select(role => (role.Kind, role.Name)).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Each_condition_is_FHIRPath_and_is_told_in_words() =>
        Roles.All.Where(role => role.Condition is not null).Should().AllSatisfy(role =>
        {
            FluentActions.Invoking(() => FhirPathExpression.Parse(role.Condition!)).Should().NotThrow();
            role.ConditionSays.Should().NotBeNullOrEmpty();
        });

    [Theory]
    [InlineData("unregistered-7", "unregistered")]
    [InlineData("unregistered-deceased", "unregistered-deceased")]
    [InlineData("unregistered", null)]
    [InlineData("unregistered-7a", null)]
    [InlineData("nobody", null)]
    public void A_role_with_a_number_is_found_by_it(string name, string? found) => (Roles.Find(RoleKind.Patient, name)?.Name).Should().Be(found);

    private static RoleKind Kind(string word) => word == "organisation" ? RoleKind.Organization : Enum.Parse<RoleKind>(word, ignoreCase: true);

    [GeneratedRegex("(?<kind>patient|practitioner|organisation|location) \"(?<role>[a-z][a-z-]*)\"")]
    private static partial Regex Named();
}
