using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>A Slot of GPConnect-Slot-1 (GPC-APT-106 to GPC-APT-114).</summary>
internal static class SlotResource
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/GPConnect-Slot-1";

    /// <exception cref="RefusedException">The record lacks what the pages require (GPC-APT-035).</exception>
    public static JsonObject Of(SlotRecord slot)
    {
        if (slot.ServiceType is null)
        {
            throw new RefusedException(SpineError.InternalServerError, "The record of a slot has no slot type, so that no Slot resource can be made of it.");
        }

        return FhirJson.Resource("Slot", slot.Id, slot.Version, Profile)
            .With("extension", new JsonArray(AppointmentExtensions.DeliveryChannel(slot.Channel)))
            .With("serviceType", new JsonArray(new JsonObject { ["text"] = slot.ServiceType }))
            .With("schedule", FhirJson.Reference("Schedule/" + slot.Schedule.Id))
            .With("status", slot.IsFree ? "free" : "busy")
            .With("start", UkTime.Format(slot.Start))
            .With("end", UkTime.Format(slot.End));
    }
}
