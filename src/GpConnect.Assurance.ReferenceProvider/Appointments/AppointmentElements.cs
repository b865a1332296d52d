using System.Globalization;
using System.Text;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>An Appointment taken apart into what a change may or may not touch, so that two can be compared however they are written: the
/// order of participants, the form of a time, of a reference, and the id of a contained resource do not count.</summary>
internal sealed class AppointmentElements
{
    public const string Status = "status";
    public const string Description = "description";
    public const string Comment = "comment";
    public const string CancellationReason = "cancellationReason";

    private static readonly string[] OfTheResource = ["id", "meta", "implicitRules", "language", "text", "contained"];
    private static readonly string[] Times = ["start", "end", "created"];

    /// <summary>What the practice itself puts into a booking, and the page's example of a change leaves out.</summary>
    private static readonly string[] FilledByThePractice = ["deliveryChannel", "practitionerRole", "serviceType", "serviceCategory"];

    private static readonly Dictionary<string, string> Extensions = new()
    {
        [AppointmentExtensions.BookingOrganisationUrl] = "bookingOrganisation",
        [AppointmentExtensions.DeliveryChannelUrl] = "deliveryChannel",
        [AppointmentExtensions.PractitionerRoleUrl] = "practitionerRole",
        [AppointmentExtensions.CancellationReasonUrl] = CancellationReason,
    };

    private readonly SortedDictionary<string, string> _values;
    private readonly FhirRequest _request;

    /// <param name="request">Whose service root references may start with.</param>
    /// <param name="appointment">The resource.</param>
    public AppointmentElements(FhirRequest request, FhirNode appointment)
    {
        _request = request;
        var values = new List<(string Name, string Value)>();
        foreach (var child in appointment.Children)
        {
            if (!OfTheResource.Contains(child.Name))
            {
                values.Add((NameOf(child), ValueOf(appointment, child)));
            }
        }

        _values = new(
            values.GroupBy(value => value.Name).ToDictionary(group => group.Key, group => string.Join('\n', group.Select(value => value.Value).Order(StringComparer.Ordinal))),
            StringComparer.Ordinal);
    }

    /// <summary>Names of what <paramref name="sent"/> has otherwise: <c>start</c>, <c>participant Patient</c>, <c>bookingOrganisation</c>, …</summary>
    public IEnumerable<string> ChangedIn(AppointmentElements sent) => _values.Keys.Union(sent._values.Keys).Where(name =>
        sent._values.GetValueOrDefault(name) is { } value
            ? value != _values.GetValueOrDefault(name)
            : !FilledByThePractice.Contains(name));

    private string NameOf(FhirNode element) => element.Name switch
    {
        "extension" => element.Child("url").Value is { } url ? Extensions.GetValueOrDefault(url, url) : "extension",
        "participant" => "participant " + Canonical(element.Child("actor").Child("reference")).Split('/')[0],
        _ => element.Name,
    };

    private string ValueOf(FhirNode appointment, FhirNode element)
    {
        var reference = element.Child("valueReference").Child("reference").Value;
        if (reference is ['#', ..])
        {
            foreach (var contained in appointment.ChildrenNamed("contained"))
            {
                if ("#" + contained.Child("id").Value == reference)
                {
                    return Canonical(contained);
                }
            }
        }

        return Times.Contains(element.Name) && FhirInstant.TryRead(element.Value, out var instant)
            ? instant.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)
            : Canonical(element);
    }

    private string Canonical(FhirNode node)
    {
        var text = new StringBuilder(node is { Name: "reference", Value: { } reference } ? SubmittedReference.Relative(_request, reference) : node.Value);
        var children = new List<FhirNode>();
        foreach (var child in node.Children)
        {
            if (!(node.IsResource && child.Name == "id"))
            {
                children.Add(child);
            }
        }

        foreach (var child in children.OrderBy(child => child.Name, StringComparer.Ordinal))
        {
            text.Append('{').Append(child.Name).Append('=').Append(Canonical(child)).Append('}');
        }

        return text.ToString();
    }
}
