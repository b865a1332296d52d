using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>The unsecured JSON Web Token of one request, alterable down to each value of each claim.</summary>
/// <remarks>integration_cross_organisation_audit_and_provenance</remarks>
public sealed class GpConnectToken(JsonObject claims)
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JOSE header: <c>alg</c> none, <c>typ</c> JWT.</summary>
    public JsonObject Header { get; } = new() { ["alg"] = "none", ["typ"] = "JWT" };

    /// <summary>The payload.</summary>
    public JsonObject Claims { get; } = claims;

    /// <summary>The third part, empty in an unsecured token; null leaves out the dot before it too.</summary>
    public string? Signature { get; set; } = "";

    /// <summary>The value at a path such as <c>sub</c> or <c>requesting_practitioner.identifier[0].value</c>; null when absent or JSON null.</summary>
    /// <exception cref="ArgumentException">The path is not well formed.</exception>
    public JsonNode? Get(string path) => ClaimPath.Parse(path).Find(Claims);

    /// <summary>Puts a value at a path, in place of what is there; null is JSON null.</summary>
    /// <exception cref="ArgumentException">The path is not well formed, or its parent is not there.</exception>
    public GpConnectToken Set(string path, JsonNode? value)
    {
        ClaimPath.Parse(path).Set(Claims, value);
        return this;
    }

    /// <summary>Takes away what is at a path.</summary>
    /// <exception cref="ArgumentException">The path is not well formed, or nothing is there: an alteration that alters nothing proves nothing.</exception>
    public GpConnectToken Remove(string path)
    {
        ClaimPath.Parse(path).Remove(Claims);
        return this;
    }

    /// <summary>Header, payload and signature, base64url without padding, joined by dots.</summary>
    public string Encode()
    {
        var unsigned = $"{EncodePart(Header)}.{EncodePart(Claims)}";
        return Signature is null ? unsigned : $"{unsigned}.{Signature}";
    }

    private static string EncodePart(JsonObject part) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString(Compact)));
}
