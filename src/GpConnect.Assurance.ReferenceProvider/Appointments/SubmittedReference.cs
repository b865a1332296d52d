using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>A reference to this server: relative, <c>Slot/7001</c>, or with the service root URL before it (GPC-APT-025, GPC-APT-180).</summary>
internal sealed record SubmittedReference(string Element, string Type, string Id)
{
    /// <exception cref="RefusedException">It leads to another server, which is not asked.</exception>
    public static SubmittedReference Read(FhirRequest request, string element, string reference)
    {
        var parts = Relative(request, reference).Split('/');
        return parts.Length == 2 || (parts.Length > 2 && !request.Keeps(Rule.ReferencesAreRelative))
            ? new(element, parts[^2], parts[^1])
            : throw new RefusedException(SpineError.ReferenceNotFound, $"Appointment.{element}: '{reference}' is not a reference to this server.");
    }

    /// <summary>The reference without the service root URL, should it start with that: from 1.6 on references may be absolute (GPC-APT-024).</summary>
    public static string Relative(FhirRequest request, string reference)
    {
        var root = request.Practice.BaseUrl.AbsoluteUri.TrimEnd('/') + "/";
        return reference.StartsWith(root, StringComparison.Ordinal) ? reference[root.Length..] : reference;
    }

    public RefusedException NotFound() => new(SpineError.ReferenceNotFound, $"Appointment.{Element}: there is no {Type}/{Id} here.");
}
