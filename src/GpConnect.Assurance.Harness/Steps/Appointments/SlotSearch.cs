using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Searches for free slots that nothing is wrong with, and the slots that a scenario holds so that no other takes them.</summary>
public sealed class SlotSearch(Consumer consumer, Moments moments)
{
    internal const string OrganizationType = "https://fhir.nhs.uk/STU3/CodeSystem/GPConnect-OrganisationType-1";
    internal const string OdsCode = "https://fhir.nhs.uk/Id/ods-organization-code";

    /// <summary>What a GP practice is among the organisation types.</summary>
    internal const string GpPractice = "gp-practice";

    /// <summary>Two weeks, less a day at each end: every day in it is whole and ahead, and no provider counts more than fourteen.</summary>
    private const int FirstDay = 1;
    private const int LastDay = 13;
    private readonly List<string> _held = [];

    /// <summary>The slots that the scenario holds, for the appointment that it is about.</summary>
    public IReadOnlyList<OfferedSlot> Taken => moments.Slots;

    /// <summary>The days that slots to be booked are looked for on.</summary>
    public (string From, string To) Window => (UkTime.Text(moments.Today.AddDays(FirstDay)), UkTime.Text(moments.Today.AddDays(LastDay)));

    /// <summary>Status, period, every include and the filters of the consumer's organisation.</summary>
    public IReadOnlyList<QueryParameter> Sound() => Sound(Window.From, Window.To);

    /// <summary>The same over another period.</summary>
    public IReadOnlyList<QueryParameter> Sound(string from, string to) =>
    [
        .. Unfiltered(from, to),
        new("searchFilter", $"{OrganizationType}|{GpPractice}"),
        new("searchFilter", $"{OdsCode}|{consumer.Run.Settings.Consumer.Organization.OdsCode}"),
    ];

    public static IReadOnlyList<QueryParameter> Unfiltered(string from, string to) =>
    [
        new("status", "free"),
        new("start", "ge" + from),
        new("end", "le" + to),
        new("_include", "Slot:schedule"),
        new("_include:recurse", "Schedule:actor:Practitioner"),
        new("_include:recurse", "Schedule:actor:Location"),
        new("_include:recurse", "Location:managingOrganization"),
    ];

    public Answer Prepare(IReadOnlyList<QueryParameter> query, string? name = null) => consumer.Prepare(Interactions.SearchSlots, request => Put(request, query), name);

    public static void Put(GpConnectRequest request, IEnumerable<QueryParameter> query)
    {
        request.Query.Clear();
        foreach (var parameter in query)
        {
            request.Query.Add(parameter);
        }
    }

    /// <summary>Holds slots of a shape until the scenario ends.</summary>
    /// <param name="shape">As <see cref="SlotShape"/> knows it.</param>
    /// <exception cref="ScenarioSkippedException">The provider offers none that no other scenario holds.</exception>
    public void Take(string shape)
    {
        var wanted = SlotShape.Parse(shape);
        var past = (From: UkTime.Text(moments.Today.AddDays(-10)), To: UkTime.Text(moments.Today.AddDays(-1)));
        if (wanted.IsPast ? !TryTake(wanted, past) : !TryTake(wanted, FewDays()) && !TryTake(wanted, Window))
        {
            var (from, to) = wanted.IsPast ? past : Window;
            throw new ScenarioSkippedException($"The provider offers no {shape} on the days from {from} to {to} that no other scenario holds: set some up, with a Location in the Schedule.");
        }
    }

    private bool TryTake(SlotShape wanted, (string From, string To) days) => TryHold(
        wanted.In([.. OfferedSlot.In(Prepare(Sound(days.From, days.To))).Where(slot => slot.Location is not null && !PlaysARole(slot))]));

    /// <summary>Two days, other ones for each scenario: enough as a rule, and less to send than two weeks.</summary>
    private (string From, string To) FewDays()
    {
        var first = moments.Today.AddDays(FirstDay + (consumer.Scenario.Line % (LastDay - FirstDay)));
        return (UkTime.Text(first), UkTime.Text(first.AddDays(1)));
    }

    /// <summary>Holds a slot that plays a role, as a search with those filters offers it.</summary>
    /// <exception cref="ScenarioSkippedException">The role is not mapped, or the provider offers none.</exception>
    public void TakeOf(string role, IEnumerable<QueryParameter> filters)
    {
        var serviceType = ServiceType(role);
        var answer = Prepare([.. Unfiltered(Window.From, Window.To), .. filters]);
        var offered = OfferedSlot.In(answer).Where(slot => slot.Location is not null && slot.ServiceType == serviceType);
        Hold([.. offered.Select(slot => new[] { slot })], $"The provider offers no slot \"{role}\", whose type is \"{serviceType}\", from {Window.From} to {Window.To}.");
    }

    /// <summary>Takes a slot that no search gives, as the test data has it.</summary>
    /// <exception cref="ScenarioSkippedException">The role is not mapped, or the test data does not tell id, start, end and location.</exception>
    public void TakeKnown(string role)
    {
        var serviceType = ServiceType(role);
        var expected = consumer.Run.Settings.TestData.Slots[role].Expected;
        Hold(
            [[new OfferedSlot
            {
                Id = Known("id"),
                Schedule = expected.GetValueOrDefault("schedule") ?? "",
                Start = Moment("start"),
                End = Moment("end"),
                Location = Known("location"),
                Practitioner = expected.GetValueOrDefault("practitioner"),
                ServiceType = serviceType,
            }]],
            $"Another scenario holds the slot of \"{role}\".");

        string Known(string name) => expected.GetValueOrDefault(name)
            ?? throw new ScenarioSkippedException($"The {name} of a slot \"{role}\" is not known, and no search gives it: set testData.slots.{role}.expected.{name} in the configuration file.");

        DateTimeOffset Moment(string name) => DateTimeOffset.TryParse(Known(name), System.Globalization.CultureInfo.InvariantCulture, out var moment)
            ? moment
            : throw new ScenarioSkippedException($"testData.slots.{role}.expected.{name} is \"{Known(name)}\", which is no date and time.");
    }

    /// <summary>The slot type that tells the slots of a role.</summary>
    /// <exception cref="ScenarioSkippedException">The role is not mapped.</exception>
    public string ServiceType(string role)
    {
        var mapping = consumer.Run.Settings.TestData.Slot(role);
        return mapping.IsMapped ? mapping.Participant.ServiceType : throw new ScenarioSkippedException(mapping.NotMappedBecause);
    }

    /// <summary>Returns what the scenario holds, but for slots that an appointment still takes.</summary>
    public void GiveBack(IReadOnlyCollection<string> stillTaken)
    {
        if (_held.Count == 0)
        {
            return;
        }

        consumer.Run.Slots.GiveBack(_held.Except(stillTaken));
        _held.Clear();
    }

    private void Hold(IEnumerable<OfferedSlot[]> candidates, string otherwise)
    {
        if (!TryHold(candidates))
        {
            throw new ScenarioSkippedException(otherwise);
        }
    }

    private bool TryHold(IEnumerable<OfferedSlot[]> candidates)
    {
        foreach (var candidate in candidates)
        {
            var keys = candidate.Select(slot => slot.Key).ToList();
            if (consumer.Run.Slots.TryTake(keys))
            {
                _held.AddRange(keys);
                moments.Slots = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>Slots that play a role are left to the scenarios about them.</summary>
    private bool PlaysARole(OfferedSlot slot) => consumer.Run.Settings.TestData.Slots.Values.Any(role => role.ServiceType == slot.ServiceType);
}
