using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The body of a booking, an amendment or a cancellation: an Appointment (GPC-APT-012).</summary>
internal static class AppointmentBody
{
    public static FhirDocument Read(FhirRequest request)
    {
        if (ContentNegotiation.OfBody(request) == FhirFormat.Xml && !request.Keeps(Rule.XmlBodiesAreRead))
        {
            throw new RefusedException(SpineError.UnsupportedMediaType, "Appointments are read as JSON only.");
        }

        var document = SubmittedDocument.Read(request);
        return document.Root.ResourceType == "Appointment" || !request.Keeps(Rule.AppointmentIsExpected)
            ? document
            : throw new RefusedException(SpineError.InvalidResource, $"The body is a {document.Root.ResourceType}; an Appointment is expected.");
    }
}
