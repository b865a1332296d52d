using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Client;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class InteractionsTests
{
    [Fact]
    public void Every_interaction_has_an_id_of_the_published_form_and_its_own()
    {
        Interactions.All.Should().HaveCount(23);
        Interactions.All.Select(interaction => interaction.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => Regex.IsMatch(
            id, @"^urn:nhs:names:services:gpconnect:((structured|documents):)?fhir:(rest:(create|read|update|search|cancel|migrate):[a-z_]+|operation:gpc\.[a-z]+)-1$"));
        Interactions.All.Select(interaction => interaction.Operation).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Only_what_changes_data_asks_for_write_and_all_of_it_does()
    {
        Interactions.All.Should().OnlyContain(interaction => (interaction.Kind == InteractionKind.Command) == interaction.Scope.EndsWith(".write"));
    }

    [Fact]
    public void A_scope_is_that_of_the_resource_at_the_path()
    {
        string[] ofPatients = ["/Patient", "/Appointment", "/DocumentReference", "/Binary"];

        Interactions.All.Should().OnlyContain(interaction =>
            ofPatients.Any(path => interaction.Path.StartsWith(path)) == interaction.Scope.StartsWith("patient/*."));
    }

    [Fact]
    public void A_body_goes_with_POST_and_PUT_and_a_version_with_PUT()
    {
        Interactions.All.Should().OnlyContain(interaction => (interaction.BodyResource != null) == (interaction.Method != "GET"));
        Interactions.All.Should().OnlyContain(interaction => interaction.IfMatch == (interaction.Method == "PUT"));
    }

    [Fact]
    public void The_reason_is_direct_care_but_for_a_migration()
    {
        Interactions.All.Should().OnlyContain(interaction =>
            interaction.ReasonForRequest == (interaction.Operation.StartsWith("migrate") ? "migration" : "directcare"));
    }

    [Fact]
    public void An_interaction_is_found_by_id_and_by_operation()
    {
        Interactions.Find("urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1").Should().BeSameAs(Interactions.FindPatient);
        Interactions.Find("find a patient").Should().BeSameAs(Interactions.FindPatient);
        Interactions.Find("find nothing").Should().BeNull();
    }
}
