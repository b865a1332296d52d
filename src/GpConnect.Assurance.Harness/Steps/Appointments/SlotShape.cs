using System.Globalization;
using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Which slots a scenario wants: one, or several that lie to each other in a certain way.</summary>
public sealed partial class SlotShape
{
    private readonly Func<IReadOnlyList<OfferedSlot>, IEnumerable<OfferedSlot[]>> _find;

    private SlotShape(Func<IReadOnlyList<OfferedSlot>, IEnumerable<OfferedSlot[]>> find, bool isPast = false)
    {
        _find = find;
        IsPast = isPast;
    }

    /// <summary>True for slots that can be found but not booked.</summary>
    public bool IsPast { get; }

    /// <param name="text">
    /// <c>free slot</c>, <c>free slot in the past</c>, <c>free slot with a practitioner</c>, <c>3 touching slots</c>, <c>2 slots with a gap</c>, <c>2 touching slots of two schedules</c>
    /// (<c>delivery channels</c>, <c>service types</c>).
    /// </param>
    /// <exception cref="FormatException">No such shape is known.</exception>
    public static SlotShape Parse(string text) => text switch
    {
        "free slot" => new SlotShape(offered => offered.Select(slot => new[] { slot })),
        "free slot in the past" => new SlotShape(offered => offered.Select(slot => new[] { slot }), isPast: true),
        "free slot with a practitioner" => new SlotShape(offered => offered.Where(slot => slot.Practitioner is not null).Select(slot => new[] { slot })),
        "2 slots with a gap" => Pairs((one, other) => one.Schedule == other.Schedule && one.DeliveryChannel == other.DeliveryChannel && one.ServiceType == other.ServiceType && one.End < other.Start),
        "2 touching slots of two schedules" => Pairs((one, other) => one.Touches(other) && one.Schedule != other.Schedule && one.DeliveryChannel == other.DeliveryChannel && one.ServiceType == other.ServiceType),
        "2 touching slots of two delivery channels" => Pairs((one, other) => one.Touches(other) && one.Schedule == other.Schedule && one.DeliveryChannel != other.DeliveryChannel && one.ServiceType == other.ServiceType),
        "2 touching slots of two service types" => Pairs((one, other) => one.Touches(other) && one.Schedule == other.Schedule && one.DeliveryChannel == other.DeliveryChannel && one.ServiceType != other.ServiceType),
        _ when Touching().Match(text) is { Success: true } match => new SlotShape(Runs(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))),
        _ => throw new FormatException($"the slots '{text}' are not known; write 'free slot', 'free slot in the past', 'free slot with a practitioner', '2 touching slots', '2 slots with a gap', or '2 touching slots of two schedules', 'of two delivery channels' or 'of two service types'"),
    };

    /// <summary>What there is of the shape, latest first: early slots are those that others want too.</summary>
    public IEnumerable<OfferedSlot[]> In(IReadOnlyList<OfferedSlot> offered) => _find(offered).Reverse();

    private static SlotShape Pairs(Func<OfferedSlot, OfferedSlot, bool> fit) => new(offered =>
        from one in offered
        from other in offered
        where one.Id != other.Id && fit(one, other)
        select new[] { one, other });

    private static Func<IReadOnlyList<OfferedSlot>, IEnumerable<OfferedSlot[]>> Runs(int count) => offered =>
        offered.Select(first => Run(first, offered, count)).Where(run => run.Length == count);

    private static OfferedSlot[] Run(OfferedSlot first, IReadOnlyList<OfferedSlot> offered, int count)
    {
        var run = new List<OfferedSlot> { first };
        while (run.Count < count && offered.FirstOrDefault(run[^1].IsFollowedBy) is { } next)
        {
            run.Add(next);
        }

        return [.. run];
    }

    [GeneratedRegex("^([2-9]) touching slots$")]
    private static partial Regex Touching();
}
