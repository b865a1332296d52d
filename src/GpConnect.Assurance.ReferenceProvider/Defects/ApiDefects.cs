namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of what all interactions share.</summary>
internal static class ApiDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-001", "A read has no ETag", "GPC-API-191")
        {
            AlsoBreaks = ["GPC-API-198"],
            OnResponse = response => response.Headers.Remove("ETag"),
        },
    ];
}
