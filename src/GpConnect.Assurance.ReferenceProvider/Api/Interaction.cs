namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>One interaction of a capability: what is asked with which verb at which path, and what answers it.</summary>
/// <param name="Id">The Spine interaction id, <c>urn:nhs:names:services:gpconnect:fhir:rest:read:patient-1</c>.</param>
/// <param name="Method">The one HTTP verb.</param>
/// <param name="Path">Relative to the service root; a segment in braces takes any value: <c>Patient/{id}</c>.</param>
/// <param name="Scope">The <c>requested_scope</c> that the specification lists.</param>
/// <param name="Answer">Gives the response, or throws <see cref="RefusedException"/>.</param>
internal sealed record Interaction(string Id, string Method, string Path, string Scope, Func<FhirRequest, FhirResponse> Answer)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>What a capability statement calls it, when it is an operation.</summary>
    public OperationDefinition? Operation { get; init; }

    /// <summary>True for an interaction of Appointment Management, which a practice can switch off on its own.</summary>
    public bool IsAppointmentManagement { get; init; }

    /// <summary>Names and FHIR types of what a search takes.</summary>
    public IReadOnlyList<(string Name, string Type)> SearchParameters { get; init; } = [("identifier", "token")];

    /// <summary>What a search can include.</summary>
    public IReadOnlyList<string> SearchIncludes { get; init; } = [];

    /// <summary>The type of the resources it is about: <c>Appointment</c> of <c>Patient/{id}/Appointment</c>.</summary>
    public string ResourceType => Path.Split('/').Last(segment => segment[0] is not ('{' or '$'));

    /// <summary>What a capability statement calls it, when it is none.</summary>
    public string RestCode => Method switch
    {
        "POST" => "create",
        "PUT" => "update",
        _ => Path.EndsWith('}') ? "read" : "search-type",
    };

    /// <summary>True for an interaction that posts or puts a resource.</summary>
    public bool HasBody => Method is "POST" or "PUT";

    /// <summary>Whether the path is this interaction's; <paramref name="id"/> is what stands for the segment in braces.</summary>
    public bool Matches(string[] path, StringComparison comparison, out string? id)
    {
        id = null;
        if (path.Length != _segments.Length)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (_segments[i][0] == '{')
            {
                // An operation ($name) or an empty segment is never an id.
                if (path[i].Length == 0 || path[i][0] == '$')
                {
                    return false;
                }

                id = path[i];
            }
            else if (!string.Equals(path[i], _segments[i], comparison))
            {
                return false;
            }
        }

        return true;
    }
}
