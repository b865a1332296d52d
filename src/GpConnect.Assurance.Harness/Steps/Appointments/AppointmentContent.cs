using System.Globalization;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>What an Appointment says, value by value, whatever its format: extensions by their URL, instants as such, contained resources whatever their local id.</summary>
public sealed class AppointmentContent
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    private AppointmentContent(FhirNode appointment) => Add(appointment, "");

    /// <summary>The name of the part that holds the reason of a cancellation.</summary>
    public const string CancellationReason = "extension(Extension-GPConnect-AppointmentCancellationReason-1)";

    public static AppointmentContent Of(FhirNode appointment) => new(appointment);

    /// <summary>What is not the same in both, but for the parts named, each in a few words.</summary>
    /// <param name="later">The Appointment as it came later.</param>
    /// <param name="mayDiffer">Names of elements of Appointment: <c>description</c>.</param>
    public IReadOnlyList<string> DifferencesTo(AppointmentContent later, params string[] mayDiffer) =>
    [
        .. _values.Keys.Union(later._values.Keys).Order(StringComparer.Ordinal)
            .Where(path => !Array.Exists(mayDiffer, part => path == part || path.StartsWith(part + ".", StringComparison.Ordinal) || path.StartsWith(part + "[", StringComparison.Ordinal)))
            .Where(path => _values.GetValueOrDefault(path) != later._values.GetValueOrDefault(path))
            .Select(path => $"{path} was {_values.GetValueOrDefault(path) ?? "not there"} and is {later._values.GetValueOrDefault(path) ?? "not there"}"),
    ];

    private void Add(FhirNode node, string path)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in node.Children.ToArray())
        {
            var name = child.Name == "extension" ? $"extension({child.Child("url").Value?.Split('/')[^1]})" : child.Name;
            var index = seen[name] = seen.GetValueOrDefault(name, -1) + 1;
            var at = $"{(path.Length == 0 ? "" : path + ".")}{name}{(index == 0 ? "" : $"[{index}]")}";
            if (IsLeftOut(at))
            {
                continue;
            }

            if (child.Value is { } value)
            {
                _values[at] = Normal(at, value);
            }

            if (child.ResourceType is { } type)
            {
                _values[at + ".resourceType"] = type;
            }

            Add(child, at);
        }
    }

    /// <summary>What changes with each version, what only this answer says of itself, and names that hold within it alone.</summary>
    private static bool IsLeftOut(string path) =>
        path is "meta.versionId" or "meta.lastUpdated" or "contained.id" || path.EndsWith(".resourceType", StringComparison.Ordinal);

    private static string Normal(string path, string value) => path switch
    {
        "start" or "end" or "created" when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) => instant.UtcDateTime.ToString("s", CultureInfo.InvariantCulture),
        _ when value.StartsWith('#') && path.EndsWith(".reference", StringComparison.Ordinal) => "#contained",
        _ => value,
    };
}
