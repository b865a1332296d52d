using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Specification page: appointments_use_case_search_for_free_slots.</summary>
[Binding]
public sealed class SearchForFreeSlotsSteps(
    Consumer consumer, SlotSearch search, Moments moments, SlotBundleChecks bundle, UkTimeChecks times, CheckRecorder checks)
{
    private long? _since;

    /// <summary>Holds slots for the scenario, without booking them.</summary>
    [Given("a (free slot(?: in the past| with a practitioner)?) is held")]
    public void GivenASlotIsHeld(string shape) => search.Take(shape);

    /// <summary>Status, period of 13 days from tomorrow on, every include, and the filters of the consumer's organisation.</summary>
    [When("it searches for free slots")]
    public void WhenItSearches() => Ask(search.Sound());

    /// <summary>Columns: <c>parameter</c>, <c>value</c>; <see cref="Moments"/> are filled in.</summary>
    [When("it searches for free slots with:")]
    public void WhenItSearchesWith(Table parameters) =>
        Ask([.. parameters.Rows.Select(row => new QueryParameter(row["parameter"], moments.Fill(row["value"])))]);

    [Then("the response is 200 with free slots( or none|)")]
    public void ThenThereAreFreeSlots(string orNone)
    {
        var answer = consumer.Latest;
        checks.That(
            new Check("the response is 200 with a searchset Bundle") { Expected = "200 Bundle of type searchset", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(200, "a search is answered with 200; it came as {0}", answer.Summary);
                answer.ResourceType.Should().Be("Bundle", "a search is answered with a Bundle");
                answer.Document?.Root.Child("type").Value.Should().Be("searchset", "Bundle.type must say so");
            });
        var slots = OfferedSlot.In(answer);
        CheckPeriod(answer, slots);
        CheckStatus(answer);
        times.Make(answer, "GPC-APT-045");
        if (slots.Count == 0 && orNone.Length == 0 && answer.Response.Status == 200)
        {
            checks.Skip(new Check("a slot is offered") { Expected = "a Slot", Actual = answer.Summary }, "The provider offers no free slot in the period asked for, so that there is nothing to look at: set some up.");
        }
    }

    [Then("the Bundle holds just what belongs to its slots")]
    public void ThenTheBundleHoldsWhatBelongsToItsSlots() => bundle.Make(consumer.Latest);

    /// <summary>Slots that a scenario of this run held meanwhile may have been free at one time and not at the other.</summary>
    [Then("the slots are (the same as|among|all) those found before")]
    public void ThenTheSlotsCompare(string relation)
    {
        var (before, now) = (Still(consumer.Previous), Still(consumer.Latest));
        var (lost, added) = (before.Except(now).ToList(), now.Except(before).ToList());
        checks.That(
            new Check($"the slots are {relation} those found before") { Location = "Bundle.entry", Expected = $"{before.Count} slots", Actual = $"{now.Count} slots" },
            () =>
            {
                consumer.Latest.Response.Status.Should().Be(200, "there must be a search result to compare; it came as {0}", consumer.Latest.Summary);
                consumer.Previous.Response.Status.Should().Be(200, "there must be a search result to compare with; it came as {0}", consumer.Previous.Summary);
                if (relation is not "among")
                {
                    lost.Should().BeEmpty("none of those found before may be missing");
                }

                if (relation is not "all")
                {
                    added.Should().BeEmpty("no other slot may be added");
                }
            });
    }

    [Then("(a slot|no slot) of \"(.+)\" is offered")]
    public void ThenASlotOfTheRoleIsOffered(string which, string role)
    {
        var serviceType = search.ServiceType(role);
        var answer = consumer.Latest;
        var offered = OfferedSlot.In(answer).Where(slot => slot.ServiceType == serviceType).Select(slot => slot.ToString()).ToList();
        if (offered.Count > 0 && role == VisitSteps.Visit && consumer.Run.MayFollow(VisitSteps.NoRules))
        {
            checks.Inform(new Check("whether visits are offered") { Actual = $"{offered.Count} offered" }, "Visits are offered, as releases without rules on them allow.");
            return;
        }

        checks.That(
            new Check($"{which} of the type \"{serviceType}\" is offered") { Location = "Slot.serviceType.text", Expected = which, Actual = $"{offered.Count}: {answer.Summary}" },
            () =>
            {
                answer.Response.Status.Should().Be(200, "there must be a search result; it came as {0}", answer.Summary);
                if (which == "a slot")
                {
                    offered.Should().NotBeEmpty("who asks may book them");
                }
                else
                {
                    offered.Should().BeEmpty("they are not for whoever asks here");
                }
            });
    }

    [Then("the slot held is( not|) offered")]
    public void ThenTheSlotHeldIsOffered(string not)
    {
        var (answer, held) = (consumer.Latest, search.Taken[0]);
        var offered = OfferedSlot.In(answer).Any(slot => slot.Key == held.Key || slot.Id == held.Id);
        checks.That(
            new Check($"the slot is{not} offered") { Location = "Bundle.entry", Expected = $"{held}{not}", Actual = offered ? "offered" : $"not offered: {answer.Summary}" },
            () =>
            {
                answer.Response.Status.Should().Be(200, "there must be a search result; it came as {0}", answer.Summary);
                offered.Should().Be(not.Length == 0, "it lies{0} in the period asked for", not);
            });
    }

    private void Ask(IReadOnlyList<QueryParameter> query)
    {
        _since ??= consumer.Run.Slots.Moment;
        consumer.Ask(Interactions.SearchSlots, request => SlotSearch.Put(request, query));
    }

    private HashSet<string> Still(Answer answer) =>
        [.. OfferedSlot.In(answer).Select(slot => slot.Key).Where(key => !consumer.Run.Slots.WasHeldSince(key, _since ?? 0))];

    private void CheckPeriod(Answer answer, IReadOnlyList<OfferedSlot> slots)
    {
        var period = SearchPeriod.Of(answer);
        var (early, late) = (slots.Where(slot => slot.Start < period.From).ToList(), slots.Where(slot => slot.End > period.To).ToList());
        checks.That(
            new Check("no slot starts before the period") { Requirements = ["GPC-APT-054", "GPC-APT-088"], Location = "Slot.start", Expected = $"from {period.From:O} on", Actual = $"{early.Count} earlier" },
            () => early.Should().BeEmpty("slots lie wholly in the period asked for"));
        checks.That(
            new Check("no slot ends after the period") { Requirements = ["GPC-APT-055", "GPC-APT-088"], Location = "Slot.end", Expected = $"until {period.To:O}", Actual = $"{late.Count} later" },
            () => late.Should().BeEmpty("slots lie wholly in the period asked for"));
    }

    private void CheckStatus(Answer answer)
    {
        var states = answer.Resources("Slot").Select(slot => slot.Child("status").Value).Where(status => status != "free").ToList();
        checks.That(
            new Check("each slot is free") { Requirements = ["GPC-APT-053", "GPC-APT-087"], Location = "Slot.status", Expected = "free", Actual = states.Count == 0 ? "free" : string.Join(", ", states) },
            () => states.Should().BeEmpty("free slots were asked for"));
    }
}
