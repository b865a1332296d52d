namespace GpConnect.Assurance.Harness.Plan;

/// <summary>Tells a requirement's tag (<c>GPC-FND-027</c>) from any other.</summary>
public static class RequirementTag
{
    private const string Prefix = "GPC-";

    public static bool Names(string tag) => tag.StartsWith(Prefix, StringComparison.Ordinal);
}
