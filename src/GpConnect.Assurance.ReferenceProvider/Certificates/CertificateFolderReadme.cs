using System.Text;

namespace GpConnect.Assurance.ReferenceProvider.Certificates;

/// <summary>The page in a folder of certificates that says what each file is.</summary>
internal static class CertificateFolderReadme
{
    public static string Text(bool isProtected, DateTimeOffset made)
    {
        var text = new StringBuilder();
        text.Append("# Certificates for trying out TLS\n\n");
        text.Append($"Made by `gpc-assure certs` on {made:yyyy-MM-dd}, for tests alone: never trust them, and never trust `ca.pem` in a live system. The authority's own key was not kept, so that\n");
        text.Append("nobody can sign more in its name; make a new folder instead.\n\n");
        text.Append(isProtected
            ? "The `.pfx` files and the `.key` files need the password they were made with.\n\n"
            : "The `.pfx` files and the `.key` files have no password; only you can read them.\n\n");
        text.Append("| file | |\n| --- | --- |\n");
        text.Append($"| `{CertificateNames.Authority}.pem` | the authority that signs all but the two below |\n");
        text.Append($"| `{CertificateNames.UnknownAuthority}.pem` | an authority that nobody is to trust |\n");
        text.Append($"| `{CertificateNames.RevocationList}.pem` | the authority's certificate revocation list |\n");
        foreach (var one in CertificateBlueprint.All)
        {
            text.Append($"| `{one.Name}.pem`, `{one.Name}.key`, `{one.Name}.pfx` | {(one.IsServer ? "server" : "client")}, {one.Host}: {one.Says} |\n");
        }

        text.Append("\nServers are `localhost`, `127.0.0.1` and `::1`; clients are the Spine Secure Proxy's host name. All but the faulty ones are valid for a year.\n");
        return text.ToString();
    }
}
