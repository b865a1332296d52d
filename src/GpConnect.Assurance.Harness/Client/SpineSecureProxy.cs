namespace GpConnect.Assurance.Harness.Client;

/// <summary>URLs through the Spine Secure Proxy.</summary>
/// <remarks>integration_spine_secure_proxy</remarks>
public static class SpineSecureProxy
{
    /// <summary><c>{proxy}/{root}</c>, the provider's root URL keeping its own scheme; the root itself when <paramref name="proxy"/> is null.</summary>
    public static string Through(string? proxy, string root) => proxy is null ? root : $"{proxy.TrimEnd('/')}/{root}";
}
