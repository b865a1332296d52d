namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The password of the certificates that the tool makes and serves with: that of the client certificate, so that one variable does for all commands.</summary>
internal static class CertificatesPassword
{
    public const string Variable = "GPC_TLS_CLIENT_CERTIFICATE_PASSWORD";

    /// <summary>Null when the variable is not set, or empty.</summary>
    public static string? Of(CommandContext context) => context.Environment.GetValueOrDefault(Variable) is { Length: > 0 } password ? password : null;
}
