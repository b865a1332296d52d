using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>Who is to take part in a submitted appointment, and where: logical ids (GPC-APT-136 to GPC-APT-139, GPC-APT-164).</summary>
/// <param name="Patient">Null only where a defect lets it be left out.</param>
/// <param name="Location">Null only where a defect lets it be left out.</param>
internal sealed record SubmittedParticipants(string? Patient, string? Location, IReadOnlyList<string> Practitioners)
{
    private static readonly string[] Statuses = ["accepted", "declined", "tentative", "needs-action"];

    public static SubmittedParticipants Read(FhirRequest request, FhirNode appointment)
    {
        var actors = SubmittedDocument.All(appointment, "participant").Select(participant => Actor(request, participant)).OfType<SubmittedReference>().ToList();
        var other = actors.Find(actor => actor.Type is not ("Patient" or "Location" or "Practitioner"));
        if (other is not null)
        {
            throw other.NotFound();
        }

        return new(
            Only(actors, "Patient", request.Keeps(Rule.PatientIsRequired)),
            Only(actors, "Location", request.Keeps(Rule.LocationIsRequired)),
            [.. actors.Where(actor => actor.Type == "Practitioner").Select(actor => actor.Id)]);
    }

    private static SubmittedReference? Actor(FhirRequest request, FhirNode participant)
    {
        var status = participant.Child("status").Value;
        if (!Statuses.Contains(status) && request.Keeps(Rule.ParticipantStatusIsChecked))
        {
            throw SubmittedAppointment.Invalid("participant.status", $"'{status}' is not a participation status");
        }

        var reference = participant.Child("actor").Child("reference");
        if (reference.HasValue)
        {
            return SubmittedReference.Read(request, "participant.actor", reference.Value!);
        }

        return request.Keeps(Rule.ActorsAreRequired)
            ? throw SubmittedAppointment.Invalid("participant.actor", "a reference is expected in every participant")
            : null;
    }

    private static string? Only(List<SubmittedReference> actors, string type, bool isRequired)
    {
        var found = actors.FindAll(actor => actor.Type == type);
        return found.Count == 1 || !isRequired
            ? found.FirstOrDefault()?.Id
            : throw SubmittedAppointment.Invalid("participant", $"one {type} is expected; there are {found.Count}");
    }
}
