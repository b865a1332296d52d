using System.Globalization;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Slots that only some organisations may have, or only so many of. Specification page: appointments_slot_availability.</summary>
[Binding]
public sealed class RestrictedSlotSteps(Consumer consumer, Booking booking, SlotSearch search, Moments moments, CheckRecorder checks)
{
    /// <summary>An organisation type beside the one that is asked for: there are two.</summary>
    private const string UrgentCare = "urgent-care";
    private const string NobodysOdsCode = "Z98765";
    private IReadOnlyList<OfferedSlot> _limited = [];

    /// <summary>A slot of the role, found and booked by who may have it: the organisation that the slots' test data names.</summary>
    [Given("the appointment takes a slot of \"(.+)\"")]
    public void GivenASlotOf(string role)
    {
        Play(role);
        search.TakeOf(role, Filters());
    }

    /// <summary>Not the one that may have the slot.</summary>
    [Given("the booking organisation is of another (type|code)")]
    public void GivenAnotherOrganization(string part)
    {
        if (part == "code")
        {
            booking.OdsCode = NobodysOdsCode;
        }
        else
        {
            booking.OrganizationType = booking.OrganizationType == UrgentCare ? SlotSearch.GpPractice : UrgentCare;
        }
    }

    [Given("as many slots of \"(.+)\" are booked as the organisation may")]
    public void GivenTheLimitIsReached(string role)
    {
        Play(role);
        var serviceType = search.ServiceType(role);
        if (!int.TryParse(consumer.Run.Settings.TestData.Slots[role].Expected.GetValueOrDefault("limit"), NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
        {
            throw new ScenarioSkippedException($"How many slots of \"{role}\" an organisation may book is not known: set testData.slots.{role}.expected.limit in the configuration file.");
        }

        _limited = [.. OfferedSlot.In(search.Prepare([.. SlotSearch.Unfiltered(search.Window.From, search.Window.To), .. Filters()])).Where(slot => slot.ServiceType == serviceType)];
        if (_limited.Count <= limit)
        {
            throw new ScenarioSkippedException($"The provider offers {_limited.Count} slots of \"{role}\" from {search.Window.From} to {search.Window.To}, but one more than {limit} is needed.");
        }

        for (var count = 0; count < limit; count++)
        {
            search.TakeOf(role, Filters());
            booking.Book();
        }
    }

    /// <summary>Either a search gives no more, or a booking is refused.</summary>
    [Then("no further slot of \"(.+)\" can be had")]
    public void ThenNoFurtherSlotCanBeHad(string role)
    {
        var serviceType = search.ServiceType(role);
        var isOffered = OfferedSlot.In(consumer.Latest).Any(slot => slot.ServiceType == serviceType);
        var booked = moments.Slots.Select(slot => slot.Key).ToHashSet(StringComparer.Ordinal);
        moments.Slots = [_limited.First(slot => !booked.Contains(slot.Key))];
        var answer = booking.TryBook();
        checks.That(
            new Check("a slot beyond the limit is not booked") { Expected = "4xx OperationOutcome", Actual = answer.Summary, Exchange = answer.ExchangeId },
            () => answer.Response.Status.Should().BeInRange(400, 499, "the organisation has as many as it may"));
        checks.Inform(
            new Check("whether slots beyond the limit are offered") { Actual = isOffered ? "offered" : "not offered" },
            isOffered ? "Slots beyond the limit are offered, and refused when they are booked." : "Slots beyond the limit are not offered.");
    }

    private void Play(string role)
    {
        _ = search.ServiceType(role);
        var expected = consumer.Run.Settings.TestData.Slots[role].Expected;
        booking.OrganizationType = expected.GetValueOrDefault("organizationType") ?? SlotSearch.GpPractice;
        booking.OdsCode = expected.GetValueOrDefault("odsCode");
    }

    private List<QueryParameter> Filters() =>
    [
        new("searchFilter", $"{SlotSearch.OrganizationType}|{booking.OrganizationType}"),
        new("searchFilter", $"{SlotSearch.OdsCode}|{booking.OdsCode ?? consumer.Run.Settings.Consumer.Organization.OdsCode}"),
    ];
}
