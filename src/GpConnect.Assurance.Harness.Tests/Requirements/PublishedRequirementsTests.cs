using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Requirements;

public class PublishedRequirementsTests
{
    private static RequirementCatalogue Catalogue => PublishedRequirements.Catalogue;

    [Fact]
    public void Both_packs_of_the_first_release_load_whole()
    {
        Catalogue.Packs.Should().Contain(["api", "foundations"]);
        Catalogue.InPack("api").Should().HaveCountGreaterThanOrEqualTo(281);
        Catalogue.InPack("foundations").Should().HaveCountGreaterThanOrEqualTo(276);
    }

    [Fact]
    public void Ids_are_those_of_their_pack()
    {
        Catalogue.InPack("api").Should().OnlyContain(requirement => requirement.Id.StartsWith("GPC-API-"));
        Catalogue.InPack("foundations").Should().OnlyContain(requirement => requirement.Id.StartsWith("GPC-FND-"));
    }

    [Fact]
    public void Every_interaction_named_is_one_that_the_client_knows()
    {
        Catalogue.All.Where(requirement => requirement.Interaction is not null)
            .Should().OnlyContain(requirement => Interactions.Find(requirement.Interaction!) != null);
    }

    [Fact]
    public void What_cannot_be_seen_by_a_test_client_says_how_it_is_evidenced()
    {
        Catalogue.All.Where(requirement => requirement.Automatable.Degree != AutomationDegree.Yes)
            .Should().OnlyContain(requirement => requirement.Automatable.Why!.Length > 3);
    }

    [Fact]
    public void Line_of_an_entry_is_where_it_starts_in_the_file()
    {
        var requirement = Catalogue.Find("GPC-API-130")!;

        File.ReadAllLines(requirement.File)[requirement.Line - 1].Trim().Should().Be("- id: GPC-API-130");
    }
}
