namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of the service root URL that a practice publishes.</summary>
internal static class ServiceRootDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-431", "The major version in the service root URL is not a number", "GPC-API-004")
        {
            AlsoBreaks = ["GPC-API-006"],
            OnRootPath = path => path.Replace("/1/", "/v1/", StringComparison.Ordinal),
        },
        new("GPD-API-432", "The service root URL names another version of FHIR", "GPC-API-005")
        {
            OnRootPath = path => path.Replace("STU3", "R4", StringComparison.Ordinal),
        },
        new("GPD-API-433", "The service root URL names the version of FHIR in small letters", "GPC-API-005")
        {
            AlsoBreaks = ["GPC-API-004"],
            OnRootPath = path => path.Replace("STU3", "stu3", StringComparison.Ordinal),
        },
        new("GPD-API-434", "The service root URL ends with a slash", "GPC-API-008") { IsOnlyWarnedOf = true, OnRootPath = path => path + "/" },
        new("GPD-API-435", "The service root URL published is that of a resource", "GPC-API-258") { OnRootPath = path => path + "/Patient" },
    ];
}
