using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>A Schedule of GPConnect-Schedule-1 (GPC-APT-115 to GPC-APT-122).</summary>
internal static class ScheduleResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/GPConnect-Schedule-1";

    public static JsonObject Of(ScheduleRecord schedule)
    {
        var actors = new List<string> { "Location/" + schedule.Location };
        if (schedule.Practitioner is not null)
        {
            actors.Add("Practitioner/" + schedule.Practitioner);
        }

        return FhirJson.Resource("Schedule", schedule.Id, schedule.Version, Profile)
            .With("extension", new JsonArray(AppointmentExtensions.PractitionerRole(schedule.Role)))
            .With("serviceCategory", new JsonObject { ["text"] = schedule.Name })
            .With("actor", FhirJson.ArrayOf(actors, FhirJson.Reference))
            .With("planningHorizon", new JsonObject { ["start"] = UkTime.Format(schedule.Start), ["end"] = UkTime.Format(schedule.End) });
    }
}
