using System.Net.Security;

namespace GpConnect.Assurance.Harness.Tls;

/// <summary>Versions, cipher suites and alerts as people write them.</summary>
internal static class TlsWords
{
    private static readonly Dictionary<byte, string> Alerts = new()
    {
        [0] = "close_notify",
        [10] = "unexpected_message",
        [20] = "bad_record_mac",
        [22] = "record_overflow",
        [40] = "handshake_failure",
        [42] = "bad_certificate",
        [47] = "illegal_parameter",
        [50] = "decode_error",
        [70] = "protocol_version",
        [71] = "insufficient_security",
        [80] = "internal_error",
        [86] = "inappropriate_fallback",
        [109] = "missing_extension",
        [112] = "unrecognized_name",
        [116] = "certificate_required",
    };

    private static readonly Dictionary<string, TlsVersion> Versions =
        Enum.GetValues<TlsVersion>().ToDictionary(Of, version => version, StringComparer.Ordinal);

    /// <summary><c>TLS 1.2</c>.</summary>
    public static string Of(TlsVersion version)
    {
        var name = version.ToString();
        return name.Length == 5 && Enum.IsDefined(version) ? $"{name[..3].ToUpperInvariant()} {name[3]}.{name[4]}" : $"version 0x{(int)version:X4}";
    }

    /// <summary>The name that IANA has for it.</summary>
    public static string Of(TlsCipherSuite suite) => Enum.IsDefined(suite) ? suite.ToString() : $"suite 0x{(int)suite:X4}";

    public static string OfAlert(byte alert) => Alerts.GetValueOrDefault(alert, alert.ToString());

    /// <exception cref="FormatException">It is none.</exception>
    public static TlsVersion Version(string words) =>
        Versions.TryGetValue(words, out var version) ? version : throw new FormatException($"'{words}' is no protocol version; write one of {string.Join(", ", Versions.Keys)}");

    /// <exception cref="FormatException">It is none.</exception>
    public static TlsCipherSuite Suite(string name) =>
        Enum.TryParse<TlsCipherSuite>(name, out var suite) && Enum.IsDefined(suite) ? suite : throw new FormatException($"'{name}' is no cipher suite; write its IANA name, as TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
}
