namespace GpConnect.Assurance.Harness.Protocol;

/// <summary>The HTTP statuses of errors.</summary>
public static class ErrorStatuses
{
    private static readonly HashSet<int> WithoutRow = [401, 405, 410, 412, 415];

    /// <summary>
    /// True for a status for which the error handling page names no Spine code, and which a generic server framework may
    /// have answered with: an OperationOutcome is not insisted on (GPC-API-145).
    /// </summary>
    public static bool HaveNoRow(int status) => WithoutRow.Contains(status);
}
