using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>An Appointment of GPConnect-Appointment-1 (GPC-APT-189 to GPC-APT-204).</summary>
internal static class AppointmentResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/GPConnect-Appointment-1";
    public const string IdentifierSystem = "https://provider.example.org/Id/appointment";

    private const int IdentifierLength = 8;

    /// <exception cref="RefusedException">The record lacks what the profile requires (GPC-APT-217, GPC-APT-035).</exception>
    public static JsonObject Of(AppointmentRecord appointment)
    {
        if (appointment.Description is null)
        {
            throw new RefusedException(
                SpineError.InternalServerError,
                "The record of an appointment has no description, so that no Appointment resource can be made of it.");
        }

        var first = appointment.First;
        return FhirJson.Resource("Appointment", appointment.Id, appointment.Version, Profile)
            .With("contained", appointment.BookingOrganization is { } organization ? new JsonArray(organization.DeepClone()) : null)
            .With("extension", new JsonArray([.. Extensions(appointment)]))
            .With("identifier", new JsonArray(FhirJson.Identifier(IdentifierSystem, appointment.Id[..IdentifierLength])))
            .With("status", appointment.Status)
            .With("serviceCategory", new JsonObject { ["text"] = first.Schedule.Name })
            .With("serviceType", new JsonArray(new JsonObject { ["text"] = first.ServiceType }))
            .With("priority", appointment.Priority)
            .With("description", appointment.Description)
            .With("start", UkTime.Format(appointment.Start))
            .With("end", UkTime.Format(appointment.End))
            .With("minutesDuration", (int)(appointment.End - appointment.Start).TotalMinutes)
            .With("slot", FhirJson.ArrayOf(appointment.Slots, slot => FhirJson.Reference("Slot/" + slot.Id)))
            .With("created", appointment.Created is { } created ? UkTime.Format(created) : null)
            .With("comment", appointment.Comment)
            .With("participant", FhirJson.ArrayOf(Actors(appointment), actor => new JsonObject
            {
                ["actor"] = FhirJson.Reference(actor),
                ["status"] = "accepted",
            }));
    }

    private static IEnumerable<JsonObject> Extensions(AppointmentRecord appointment)
    {
        if (appointment.BookingOrganization is { } organization)
        {
            yield return AppointmentExtensions.BookingOrganisation(organization["id"]!.GetValue<string>());
        }

        yield return AppointmentExtensions.PractitionerRole(appointment.First.Schedule.Role);
        yield return AppointmentExtensions.DeliveryChannel(appointment.First.Channel);
        if (appointment.CancellationReason is { } reason)
        {
            yield return AppointmentExtensions.CancellationReason(reason);
        }
    }

    private static IEnumerable<string> Actors(AppointmentRecord appointment) =>
    [
        "Patient/" + appointment.Patient,
        "Location/" + appointment.Location,
        .. appointment.Practitioners.Select(practitioner => "Practitioner/" + practitioner),
    ];
}
