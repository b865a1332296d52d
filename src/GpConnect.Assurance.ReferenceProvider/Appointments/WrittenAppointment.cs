using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The answer to a booking, an amendment or a cancellation: the appointment as it is now, unless the consumer prefers to do
/// without (GPC-APT-031, GPC-APT-032, GPC-APT-183).</summary>
internal static class WrittenAppointment
{
    public static FhirResponse Answer(FhirRequest request, AppointmentRecord appointment, int status)
    {
        var isMinimal = !request.Keeps(Rule.RepresentationIsTheDefault)
            || (request.Header("Prefer") == "return=minimal" && !request.Reads(Reading.PreferIsDisregarded));
        var response = new FhirResponse(request, status, isMinimal ? null : AppointmentResource.Of(appointment));
        var version = $"{request.Practice.BaseUrl}/Appointment/{appointment.Id}/_history/{appointment.Version}";
        response.Headers.ETag = $"W/\"{appointment.Version}\"";
        response.Headers.LastModified = appointment.LastUpdated.ToString("R");
        if (!request.Reads(Reading.ReadsHaveNoContentLocation))
        {
            response.Headers.ContentLocation = version;
        }

        return response;
    }
}
