using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Protocol;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Slot searches made from the run's seed, held to what must be so between their answers.</summary>
[Binding]
public sealed class GeneratedSearchSteps(Consumer consumer, SlotSearch search, Moments moments, CheckRecorder checks)
{
    private const int Shown = 5;

    /// <summary>What the whole period offers says what each part of it must.</summary>
    [Then(@"of (\d+) generated windows each gives just the slots that lie in it")]
    public void ThenEachWindowGivesItsSlots(int count)
    {
        var random = Seeded();
        var since = consumer.Run.Slots.Moment;
        var (from, to) = search.Window;
        var whole = Offered(SlotSearch.Unfiltered(from, to));
        if (whole.Count == 0)
        {
            throw new ScenarioSkippedException($"The provider offers no free slot from {from} to {to} without a filter, so that there is nothing to compare.");
        }

        for (var number = 0; number < count; number++)
        {
            var (start, end) = Window(random, whole);
            var period = SearchPeriod.Of(start, end);
            Compare($"the window from {start} to {end} gives the slots that lie in it", since, whole.Where(period.Holds), Offered(SlotSearch.Unfiltered(start, end)), isWhole: true);
        }
    }

    /// <summary>Whoever tells more of themselves is offered no less; a code that no slot is restricted to changes nothing.</summary>
    [Then(@"of (\d+) generated filters none takes a slot away")]
    public void ThenNoFilterTakesASlotAway(int count)
    {
        var random = Seeded();
        var since = consumer.Run.Slots.Moment;
        var (from, to) = search.Window;
        var plain = SlotSearch.Unfiltered(from, to);
        var unrestricted = Offered(plain);
        for (var number = 0; number < count; number++)
        {
            QueryParameter type = new("searchFilter", $"{SlotSearch.OrganizationType}|{(random.Next(2) == 0 ? "gp-practice" : "urgent-care")}");
            QueryParameter code = new("searchFilter", $"{SlotSearch.OdsCode}|{OdsCode(random)}");
            var (byType, byCode, byBoth) = (Offered([.. plain, type]), Offered([.. plain, code]), Offered([.. plain, code, type]));
            Compare($"{type.Value} takes no slot away", since, unrestricted, byType, isWhole: false);
            Compare($"{code.Value} takes no slot away", since, unrestricted, byCode, isWhole: false);
            Compare($"{code.Value} beside {type.Value} takes no slot away", since, byType.Concat(byCode), byBoth, isWhole: false);
        }
    }

    private List<OfferedSlot> Offered(IReadOnlyList<QueryParameter> query)
    {
        var answer = search.Prepare(query);
        if (answer.Response.Status == 200)
        {
            return [.. OfferedSlot.In(answer)];
        }

        var reason = $"A search was answered with {answer.Summary}: {answer.Exchange.Request.Url}";
        checks.Fail(new Check("the search is answered") { Expected = "200 Bundle", Actual = answer.Summary, Exchange = answer.ExchangeId }, reason);
        throw new ScenarioStoppedException(reason);
    }

    private void Compare(string title, long since, IEnumerable<OfferedSlot> expected, IReadOnlyCollection<OfferedSlot> actual, bool isWhole)
    {
        var (wanted, got) = (Still(expected, since), Still(actual, since));
        var (lost, added) = (wanted.Except(got).ToList(), isWhole ? got.Except(wanted).ToList() : []);
        checks.That(
            new Check(title) { Location = "Bundle.entry", Expected = $"{wanted.Count} slots", Actual = $"{got.Count} slots" },
            () =>
            {
                lost.Take(Shown).Should().BeEmpty("each of them must be offered ({0} are not)", lost.Count);
                added.Take(Shown).Should().BeEmpty("no other may be offered ({0} are)", added.Count);
            });
    }

    private HashSet<string> Still(IEnumerable<OfferedSlot> slots, long since) =>
        [.. slots.Select(slot => slot.Key).Where(key => !consumer.Run.Slots.WasHeldSince(key, since))];

    /// <summary>Days, or times at the edge of a slot or a minute beside it.</summary>
    private (string From, string To) Window(Random random, List<OfferedSlot> whole)
    {
        var first = random.Next(1, 13);
        var last = random.Next(first, 14);
        return (
            random.Next(2) == 0 ? UkTime.Text(moments.Today.AddDays(first)) : Edge(random, whole, first, slot => slot.Start),
            random.Next(2) == 0 ? UkTime.Text(moments.Today.AddDays(last)) : Edge(random, whole, last, slot => slot.End));
    }

    /// <summary>A time on that day; noon where no slot is.</summary>
    private string Edge(Random random, List<OfferedSlot> whole, int day, Func<OfferedSlot, DateTimeOffset> edge)
    {
        var date = moments.Today.AddDays(day);
        var edges = whole.Select(edge).Where(time => UkTime.DayOf(time) == date).ToList();
        var time = edges.Count == 0 ? UkTime.At(date, new TimeOnly(12, 0)) : edges[random.Next(edges.Count)];
        return UkTime.Text(time.AddMinutes(random.Next(-1, 2)));
    }

    private string OdsCode(Random random)
    {
        var known = consumer.Run.Settings.TestData.Slots.Values.Select(role => role.Expected.GetValueOrDefault("odsCode")).OfType<string>()
            .Append(consumer.Run.Settings.Consumer.Organization.OdsCode).ToList();
        var choice = random.Next(known.Count + 1);
        return choice < known.Count ? known[choice] : $"Z{random.Next(10_000, 99_999)}";
    }

    private Random Seeded()
    {
        var seed = consumer.Run.Settings.Seed;
        checks.Inform(new Check("the seed of what is generated") { Actual = $"{seed}" }, $"Generated from the seed {seed}; set generation.seed to try others.");
        return new Random(seed);
    }
}
