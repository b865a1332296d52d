using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>A relative reference, <c>Slot/7001</c> (GPC-APT-025, GPC-APT-180).</summary>
internal sealed record SubmittedReference(string Element, string Type, string Id)
{
    /// <exception cref="RefusedException">It is not relative: other servers are not asked.</exception>
    public static SubmittedReference Read(FhirRequest request, string element, string reference)
    {
        var parts = reference.Split('/');
        return parts.Length == 2 || (parts.Length > 2 && !request.Keeps(Rule.ReferencesAreRelative))
            ? new(element, parts[^2], parts[^1])
            : throw new RefusedException(SpineError.ReferenceNotFound, $"Appointment.{element}: '{reference}' is not a relative reference to this server.");
    }

    public RefusedException NotFound() => new(SpineError.ReferenceNotFound, $"Appointment.{Element}: there is no {Type}/{Id} here.");
}
