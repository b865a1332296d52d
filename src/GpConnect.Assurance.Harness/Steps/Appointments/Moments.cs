using System.Globalization;
using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Protocol;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Fills what features cannot write down: days from today on, times of the slots held, an id that nobody gave.</summary>
/// <remarks>
/// <list type="bullet">
/// <item><c>{today+3}</c>, <c>{today-1T09:00}</c>: a day, or a time on it, in the United Kingdom; <c>{change-2}</c> counts from the next clock change,
/// <c>{slot.day+1}</c> from the day of the slots held.</item>
/// <item><c>{slot.start-5}</c>, <c>{slot.end}</c>, <c>{now+60}</c>: a time, so many minutes later.</item>
/// <item><c>{odsCode}</c>: the consumer's organisation; <c>{unknown}</c>: an id made just now; <c>{text 101}</c>: so many characters.</item>
/// <item><c>{code-restricted.odsCode}</c>: what the test data expects of the slots of a role; also <c>day</c>, that of its <c>start</c>, and <c>otherOdsCode</c>,
/// another of its <c>odsCodes</c>.</item>
/// </list>
/// </remarks>
public sealed partial class Moments(Consumer consumer)
{
    private const string Letters = "Ärger & <Übung> \"zitiert\" isn't 1/2 of it; ";

    /// <summary>The slots that the scenario is about; empty until it took some.</summary>
    public IReadOnlyList<OfferedSlot> Slots { get; set; } = [];

    public DateOnly Today => UkTime.Today(consumer.Run.Clock);

    public DateTimeOffset Now => consumer.Run.Clock.GetUtcNow();

    /// <exception cref="ScenarioSkippedException">A role is not mapped, or nothing is expected of it under that name.</exception>
    public string Fill(string text) => Role().Replace(
        Long().Replace(
            Minute().Replace(Day().Replace(text, FillDay), FillMinute).Replace("{odsCode}", consumer.Run.Settings.Consumer.Organization.OdsCode, StringComparison.Ordinal)
                .Replace("{unknown}", Guid.NewGuid().ToString(), StringComparison.Ordinal),
            match => TextOf(Number(match.Groups["count"]))),
        FillRole);

    /// <summary>A text of that many characters, with letters that careless writers lose; it starts and ends with one that is not blank.</summary>
    public static string TextOf(int length) => string.Concat(Enumerable.Repeat(Letters, (length / Letters.Length) + 1))[..(length - 1)] + ".";

    private string FillDay(Match match)
    {
        var day = match.Groups["from"].Value switch
        {
            "today" => Today,
            "change" => UkTime.NextChange(Today.AddDays(1)),
            _ => UkTime.DayOf(Slot(first: true).Start),
        };
        day = day.AddDays(Number(match.Groups["count"]));
        return match.Groups["time"].Success
            ? UkTime.Text(UkTime.At(day, TimeOnly.Parse(match.Groups["time"].ValueSpan, CultureInfo.InvariantCulture)))
            : UkTime.Text(day);
    }

    private string FillMinute(Match match)
    {
        var from = match.Groups["from"].Value switch
        {
            "now" => Now,
            "slot.start" => Slot(first: true).Start,
            _ => Slot(first: false).End,
        };
        return UkTime.Text(from.AddMinutes(Number(match.Groups["count"])));
    }

    private string FillRole(Match match)
    {
        var (role, name) = (match.Groups["role"].Value, match.Groups["name"].Value);
        var mapping = consumer.Run.Settings.TestData.Slot(role);
        return mapping.IsMapped
            ? Known(mapping.Participant.Expected, name) ?? throw new ScenarioSkippedException($"Of the slots \"{role}\" the {name} is not known: set testData.slots.{role}.expected.{name} in the configuration file.")
            : throw new ScenarioSkippedException(mapping.NotMappedBecause);
    }

    /// <summary>Beside what the test data names: the day of a start, and a code of the list other than the one named.</summary>
    private static string? Known(IReadOnlyDictionary<string, string> expected, string name) => name switch
    {
        "day" => expected.GetValueOrDefault("start")?.Split('T')[0],
        "otherOdsCode" => expected.GetValueOrDefault("odsCodes")?.Split(' ', ',').FirstOrDefault(code => code.Length > 0 && code != expected.GetValueOrDefault("odsCode")),
        _ => expected.GetValueOrDefault(name),
    };

    private OfferedSlot Slot(bool first) => Slots.Count > 0
        ? Slots[first ? 0 : ^1]
        : throw new InvalidOperationException("no slot was taken before this step; put 'Given an appointment is booked' or 'Given a free slot is held' in front of it");

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\{(?<from>today|change|slot\.day)(?<count>[+-]\d+)?(T(?<time>\d\d:\d\d(:\d\d)?))?\}")]
    private static partial Regex Day();

    [GeneratedRegex(@"\{(?<from>now|slot\.start|slot\.end)(?<count>[+-]\d+)?\}")]
    private static partial Regex Minute();

    [GeneratedRegex(@"\{text (?<count>\d{1,5})\}")]
    private static partial Regex Long();

    [GeneratedRegex(@"\{(?<role>[a-z]+(-[a-z]+)*)\.(?<name>[A-Za-z]+)\}")]
    private static partial Regex Role();
}
