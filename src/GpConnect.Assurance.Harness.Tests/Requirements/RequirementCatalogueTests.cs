using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Requirements;

namespace GpConnect.Assurance.Harness.Tests.Requirements;

public sealed class RequirementCatalogueTests : IDisposable
{
    private const string Head = """
        pack: api
        specification: GP Connect API 1.6.2
        requirements:

        """;

    private const string Whole = """
          - id: GPC-API-001
            title: Thing asked for
            page: some_page
            section: Some heading
            party: provider
            level: SHOULD
            kind: error
            interaction: urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-1
            statement: >-
              The thing is
              there.
            verify: Look.
            automatable: 'partly: a part of it (small) is left'
            inferred: true
            readings:
              - accept: 400
                page: one_page
              - accept: 422 INVALID_RESOURCE
                page: other_page
            resource: Patient
            fhirpath: name.exists()

        """;

    private readonly TemporaryFolder _features = new();

    public void Dispose() => _features.Dispose();

    [Fact]
    public void Every_key_of_an_entry_is_read()
    {
        var requirement = Load(Head + Whole).Find("GPC-API-001")!;

        requirement.Should().BeEquivalentTo(new
        {
            Id = "GPC-API-001",
            Pack = "api",
            Specification = "GP Connect API 1.6.2",
            Title = "Thing asked for",
            Page = "some_page",
            Section = "Some heading",
            Party = RequirementParty.Provider,
            Level = RequirementLevel.Should,
            Kind = RequirementKind.Error,
            Interaction = "urn:nhs:names:services:gpconnect:fhir:rest:read:metadata-1",
            Statement = "The thing is there.",
            Verify = "Look.",
            Automatable = new Automatable(AutomationDegree.Partly, "a part of it (small) is left"),
            Inferred = true,
            Readings = new[] { new RequirementReading("400", "one_page"), new RequirementReading("422 INVALID_RESOURCE", "other_page") },
            SameAs = Array.Empty<string>(),
            Resource = "Patient",
            FhirPath = "name.exists()",
            Line = 4,
        });
    }

    [Theory]
    [InlineData("yes", AutomationDegree.Yes, null)]
    [InlineData("'no: witnessed (on site)'", AutomationDegree.No, "witnessed (on site)")]
    [InlineData("partly - the code is not stated", AutomationDegree.Partly, "the code is not stated")]
    [InlineData("no (shown on screens; not here)", AutomationDegree.No, "shown on screens; not here")]
    public void Automatable_is_split_into_degree_and_reason(string written, AutomationDegree degree, string? why)
    {
        Load(Head + Entry("GPC-API-002", automatable: written)).Find("GPC-API-002")!
            .Automatable.Should().Be(new Automatable(degree, why));
    }

    [Fact]
    public void Same_as_takes_one_id_or_a_list_and_leads_to_the_entries_that_decide()
    {
        var catalogue = Load(
            Head
            + Entry("GPC-API-001", level: "SHALL")
            + Entry("GPC-API-002", level: "MAY", sameAs: "GPC-API-001")
            + Entry("GPC-API-003", level: "SHOULD")
            + Entry("GPC-API-004", level: "MAY", sameAs: "[GPC-API-002, GPC-API-003]"));
        var pointer = catalogue.Find("GPC-API-004")!;

        pointer.SameAs.Should().Equal("GPC-API-002", "GPC-API-003");
        catalogue.DecidedBy(pointer).Select(decider => decider.Id).Should().Equal("GPC-API-001", "GPC-API-003");
        catalogue.LevelOf(pointer).Should().Be(RequirementLevel.Shall);
        catalogue.LevelOf(catalogue.Find("GPC-API-003")!).Should().Be(RequirementLevel.Should);
    }

    [Fact]
    public void The_evidence_names_a_requirement_with_its_level_in_capitals()
    {
        Load(Head + Whole).Find("GPC-API-001")!.ToReference().Should().Be(
            new RequirementRef("GPC-API-001", "Thing asked for", "SHOULD", "some_page", "Some heading", "The thing is there."));
    }

    [Fact]
    public void A_folder_without_a_catalogue_has_no_requirements()
    {
        _features.Write("own/own.feature", "Feature: own");

        Load(Head + Whole).Packs.Should().Equal("api");
    }

    [Fact]
    public void An_unknown_id_finds_nothing()
    {
        Load(Head + Whole).Find("GPC-API-999").Should().BeNull();
    }

    [Fact]
    public void A_features_folder_that_does_not_exist_is_named()
    {
        var missing = Path.Combine(_features.Path, "none");

        Loading(missing).Should().Throw<RequirementCatalogueException>().WithMessage($"The features folder {missing} does not exist.");
    }

    [Theory]
    [InlineData("    titel: x", 14, 5, "GPC-API-002 has the unknown key \"titel\"; did you mean title?")]
    [InlineData("    zzzzzzzz: x", 14, 5, "GPC-API-002 has the unknown key \"zzzzzzzz\".")]
    [InlineData("    title: again", 14, 5, "The key \"title\" stands here a second time; keep one.")]
    [InlineData("    fhirpath: true", 14, 15, "GPC-API-002 has one of resource and fhirpath; give both or neither.")]
    [InlineData("    inferred: maybe", 14, 15, "GPC-API-002 has \"maybe\" at \"inferred\"; write true or false.")]
    [InlineData("    inferred: true", 9, 12, "GPC-API-002 is inferred and SHALL for a provider; what is inferred is SHOULD or MAY.")]
    [InlineData("    interaction: [a]", 14, 18, "GPC-API-002 has a list at \"interaction\"; write a text.")]
    [InlineData("    interaction:", 14, 17, "GPC-API-002 has nothing at \"interaction\"; write a text.")]
    [InlineData("    same_as: GPC-API-404", 4, 5, "GPC-API-002 has same_as GPC-API-404, which no catalogue holds; name an entry that exists.")]
    [InlineData("    same_as: GPC-API-002", 4, 5, "GPC-API-002 has same_as GPC-API-002, which leads back to GPC-API-002; one entry must stand for itself.")]
    [InlineData("    readings: [{accept: x}]", 14, 16, "A reading of GPC-API-002 lacks the key \"page\"; add it.")]
    [InlineData("    readings: [text]", 14, 16, "A reading of GPC-API-002 is a text; write keys with values.")]
    public void A_wrong_key_is_told_with_its_place(string line, int atLine, int atColumn, string message)
    {
        Failure(Head + Entry("GPC-API-002", level: "SHALL") + line + "\n").Should().BeEquivalentTo(
            new { Message = $"{File}:{atLine}:{atColumn}: {message}", File, Line = atLine, Column = atColumn });
    }

    [Theory]
    [InlineData("title: Thing", "", "4:5: GPC-API-002 lacks the key \"title\"; add it.")]
    [InlineData("id: GPC-API-002", "id: API-2", "4:9: The id \"API-2\" has not the form GPC-API-001; three capitals and at least three digits.")]
    [InlineData("level: SHALL", "level: MUST", "9:12: GPC-API-002 has the level \"MUST\"; write one of SHALL, SHOULD, MAY.")]
    [InlineData("party: provider", "party: 1", "8:12: GPC-API-002 has the party \"1\"; write one of provider, consumer, spine.")]
    [InlineData("automatable: yes", "automatable: no", "13:18: GPC-API-002 has the automatable \"no\"; write yes, \"partly: what is left\" or \"no: how it is evidenced\".")]
    [InlineData("pack: api", "pack: html", "1:7: The pack is \"html\" but its folder is \"api\"; make them the same.")]
    [InlineData("requirements:", "requirement:", "3:1: The file has the unknown key \"requirement\"; did you mean requirements?")]
    [InlineData("section: Some heading", "section: {", "7:14: This is not YAML from here on; look for a bracket or quote that is not closed.")]
    public void A_wrong_value_is_told_with_its_place(string right, string wrong, string message)
    {
        var text = (Head + Entry("GPC-API-002", level: "SHALL")).Replace(right, wrong);

        Failure(text).Message.Should().StartWith($"{File}:{message}");
    }

    [Fact]
    public void An_id_used_twice_names_both_places()
    {
        Failure(Head + Entry("GPC-API-002") + Entry("GPC-API-002")).Message
            .Should().Be($"{File}:14:5: The id GPC-API-002 is taken by {File}:4; give this entry one of its own.");
    }

    [Fact]
    public void Pointers_in_a_circle_are_refused()
    {
        Failure(Head + Entry("GPC-API-001", sameAs: "GPC-API-002") + Entry("GPC-API-002", sameAs: "GPC-API-001")).Message
            .Should().EndWith("GPC-API-001 has same_as GPC-API-002, which leads back to GPC-API-001; one entry must stand for itself.");
    }

    private string File => Path.Combine(_features.Path, "api", "requirements.yaml");

    private static string Entry(string id, string level = "SHOULD", string automatable = "yes", string? sameAs = null) => $"""
          - id: {id}
            title: Thing
            page: some_page
            section: Some heading
            party: provider
            level: {level}
            kind: error
            statement: It is.
            verify: Look.
            automatable: {automatable}

        """ + (sameAs is null ? "" : $"    same_as: {sameAs}\n");

    private static Action Loading(string folder) => () => RequirementCatalogue.Load(folder);

    private RequirementCatalogue Load(string yaml)
    {
        _features.Write("api/requirements.yaml", yaml);
        return RequirementCatalogue.Load(_features.Path);
    }

    private RequirementCatalogueException Failure(string yaml)
    {
        _features.Write("api/requirements.yaml", yaml);
        return Loading(_features.Path).Should().Throw<RequirementCatalogueException>().Which;
    }
}
