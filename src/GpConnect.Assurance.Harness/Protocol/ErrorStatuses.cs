namespace GpConnect.Assurance.Harness.Protocol;

/// <summary>The HTTP statuses of the API.</summary>
public static class ErrorStatuses
{
    /// <summary>The statuses that the page lists, and 304 for a conditional read (development_fhir_api_guidance).</summary>
    public static IReadOnlySet<int> Main { get; } = new HashSet<int> { 200, 201, 304, 400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 500, 501 };

    private static readonly HashSet<int> WithoutRow = [401, 405, 410, 412, 415];

    /// <summary>
    /// True for a status for which the error handling page names no Spine code, and which a generic server framework may
    /// have answered with: an OperationOutcome is not insisted on (GPC-API-145).
    /// </summary>
    public static bool HaveNoRow(int status) => WithoutRow.Contains(status);
}
