using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Book;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>Extensions of Slot, Schedule and Appointment.</summary>
internal static class AppointmentExtensions
{
    public const string DeliveryChannelUrl = FhirJson.Assets + "StructureDefinition/Extension-GPConnect-DeliveryChannel-2";
    public const string PractitionerRoleUrl = FhirJson.Assets + "StructureDefinition/Extension-GPConnect-PractitionerRole-1";
    public const string BookingOrganisationUrl = FhirJson.Assets + "StructureDefinition/Extension-GPConnect-BookingOrganisation-1";
    public const string CancellationReasonUrl = FhirJson.Assets + "StructureDefinition/Extension-GPConnect-AppointmentCancellationReason-1";

    public static JsonObject DeliveryChannel(string code) => FhirJson.Extension(DeliveryChannelUrl, "valueCode", code);

    public static JsonObject PractitionerRole(PractitionerRole role) => FhirJson.Extension(
        PractitionerRoleUrl,
        "valueCodeableConcept",
        FhirJson.CodeableConcept(role.System, role.Code, role.Display));

    public static JsonObject BookingOrganisation(string containedId) =>
        FhirJson.Extension(BookingOrganisationUrl, "valueReference", FhirJson.Reference("#" + containedId));

    public static JsonObject CancellationReason(string reason) => FhirJson.Extension(CancellationReasonUrl, "valueString", reason);
}
