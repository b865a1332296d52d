using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>A Bundle of free slots holds what hangs together with them and was asked for, once each, and nothing else.</summary>
public sealed class SlotBundleChecks(CheckRecorder checks)
{
    private static readonly string[] Types = ["Slot", "Schedule", "Practitioner", "Location", "Organization"];

    public void Make(Answer answer)
    {
        var resources = answer.AllResources().Skip(1).ToList();
        var includes = RequestParameters.Of(answer).Where(parameter => parameter.Name == "_include:recurse").Select(parameter => parameter.Value).ToHashSet(StringComparer.Ordinal);
        var schedules = Referenced(resources, "Slot", slot => slot.ChildrenNamed("schedule"));
        var actors = resources.Where(resource => resource.ResourceType == "Schedule").SelectMany(schedule => schedule.ChildrenNamed("actor").ToArray()).ToList();
        CheckOnce(resources);
        CheckEach(resources, "Schedule", schedules, "GPC-APT-098", isAsked: true);
        CheckEach(resources, "Practitioner", Ids(actors, "Practitioner"), "GPC-APT-099", includes.Contains("Schedule:actor:Practitioner"));
        CheckEach(resources, "Location", Ids(actors, "Location"), "GPC-APT-100", includes.Contains("Schedule:actor:Location"));
        CheckOrganizations(resources, includes.Contains("Schedule:actor:Location"));
    }

    private void CheckOnce(List<FhirNode> resources)
    {
        var names = resources.Select(resource => $"{resource.ResourceType}/{resource.Child("id").Value}").ToList();
        checks.That(
            new Check("each resource is in the Bundle once") { Requirements = ["GPC-APT-086"], Location = "Bundle.entry", Expected = "none twice", Actual = $"{names.Count} entries" },
            () => names.Should().OnlyHaveUniqueItems("no resource may be in the Bundle twice"));
        checks.That(
            new Check("the Bundle holds only the five resource types") { Requirements = ["GPC-APT-086"], Location = "Bundle.entry", Expected = string.Join(", ", Types), Actual = string.Join(", ", resources.Select(resource => resource.ResourceType).Distinct()) },
            () => resources.Select(resource => resource.ResourceType).Should().BeSubsetOf(Types, "only slots and what belongs to them are asked for"));
    }

    private void CheckEach(List<FhirNode> resources, string type, IReadOnlyCollection<string> referenced, string requirement, bool isAsked)
    {
        var there = resources.Where(resource => resource.ResourceType == type).Select(resource => resource.Child("id").Value ?? "").ToList();
        var wanted = isAsked ? referenced : [];
        checks.That(
            new Check(isAsked ? $"each {type} referred to is in the Bundle" : $"no {type} is in the Bundle unasked")
            {
                Requirements = [requirement],
                Location = "Bundle.entry",
                Expected = wanted.Count == 0 ? $"no {type}" : string.Join(", ", wanted),
                Actual = there.Count == 0 ? $"no {type}" : string.Join(", ", there),
            },
            () =>
            {
                wanted.Except(there).Should().BeEmpty("what was asked for must be there");
                there.Should().HaveCount(isAsked ? there.Count : 0, "what was not asked for must not");
            });
        checks.That(
            new Check($"no {type} is in the Bundle that its slots have nothing to do with") { Requirements = ["GPC-APT-086"], Location = "Bundle.entry", Expected = string.Join(", ", referenced), Actual = string.Join(", ", there) },
            () => there.Except(referenced).Should().BeEmpty("each {0} must belong to a slot of the Bundle", type));
    }

    private void CheckOrganizations(List<FhirNode> resources, bool hasLocations)
    {
        var there = resources.Where(resource => resource.ResourceType == "Organization").Select(resource => resource.Child("id").Value ?? "").ToList();
        var managing = Referenced(resources, "Location", location => location.ChildrenNamed("managingOrganization"));
        var hasSlots = resources.Exists(resource => resource.ResourceType == "Slot");
        var check = new Check("the organisation that manages the locations is in the Bundle")
        {
            Requirements = ["GPC-APT-058", "GPC-APT-101"],
            Location = "Bundle.entry",
            Expected = !hasSlots ? "no Organization" : hasLocations ? string.Join(", ", managing) : "an Organization",
            Actual = there.Count == 0 ? "no Organization" : string.Join(", ", there),
        };
        checks.That(check, () =>
        {
            if (!hasSlots)
            {
                there.Should().BeEmpty("without a slot there is nothing that belongs to one");
            }
            else if (hasLocations)
            {
                there.Should().BeEquivalentTo(managing, "it comes with every slot, whatever was included");
            }
            else
            {
                there.Should().NotBeEmpty("it comes with every slot, whatever was included");
            }
        });
    }

    private static HashSet<string> Referenced(List<FhirNode> resources, string type, Func<FhirNode, ChildEnumerator> references) =>
        [.. resources.Where(resource => resource.ResourceType == type)
            .SelectMany(resource => references(resource).ToArray())
            .Select(reference => OfferedSlot.IdOf(reference.Child("reference").Value))
            .OfType<string>()];

    private static HashSet<string> Ids(List<FhirNode> actors, string type) =>
        [.. actors.Select(actor => actor.Child("reference").Value)
            .Where(reference => reference?.Contains($"{type}/", StringComparison.Ordinal) == true)
            .Select(reference => OfferedSlot.IdOf(reference)!)];
}
