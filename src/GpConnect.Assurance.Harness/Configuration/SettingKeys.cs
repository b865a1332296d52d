namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Every setting there is.</summary>
public static class SettingKeys
{
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new("target.url", SettingKind.RootUrl, "service root URL of Foundations and Appointments"),
        new("target.structuredUrl", SettingKind.RootUrl, "service root URL of Access Record Structured"),
        new("target.documentsUrl", SettingKind.RootUrl, "service root URL of Access Document"),
        new("target.asid", SettingKind.Text, "ASID of the provider, sent as Ssp-To", "200000000002"),
        new("target.odsCode", SettingKind.Text, "ODS code of the practice; without it, what stands before STU3 in target.url"),
        new("consumer.asid", SettingKind.Text, "ASID of the consumer, sent as Ssp-From", "200000000001"),
        new("consumer.issuer", SettingKind.Url, "token: iss", "https://consumer.example/gpc-assure"),
        new("consumer.device.identifierSystem", SettingKind.Url, "token: system of the device's identifier", "https://consumer.example/Id/device"),
        new("consumer.device.identifierValue", SettingKind.Text, "token: value of the device's identifier", "gpc-assure"),
        new("consumer.device.model", SettingKind.Text, "token: product name", "GP Connect Assurance"),
        new("consumer.device.version", SettingKind.Text, "token: product version", "1"),
        new("consumer.organization.odsCode", SettingKind.Text, "token: ODS code of the requesting organisation", "X99999"),
        new("consumer.organization.name", SettingKind.Text, "token: name of the requesting organisation", "GP Connect Assurance consumer"),
        new("consumer.practitioner.id", SettingKind.Text, "token: sub, and id of the requesting practitioner", "1"),
        new("consumer.practitioner.family", SettingKind.Text, "token: family name", "Tester"),
        new("consumer.practitioner.given", SettingKind.Texts, "token: given names", "Assurance"),
        new("consumer.practitioner.prefix", SettingKind.Texts, "token: prefixes of the name", "Dr"),
        new("consumer.practitioner.sdsUserId", SettingKind.Text, "token: SDS user id, UNK without a smartcard", "UNK"),
        new("consumer.practitioner.sdsRoleProfileId", SettingKind.Text, "token: SDS role profile id, UNK without a smartcard", "UNK"),
        new("consumer.practitioner.localIdentifierSystem", SettingKind.Url, "token: system of the local user identifier", "https://consumer.example/Id/user"),
        new("consumer.practitioner.localIdentifierValue", SettingKind.Text, "token: local user identifier", "1"),
        new("tls.clientCertificate.path", SettingKind.File, "client certificate: .pfx or .p12, or PEM with its issuers"),
        new("tls.clientCertificate.keyPath", SettingKind.File, "PEM file of its private key, where not in the same file"),
        new("tls.clientCertificate.password", SettingKind.Secret, "password of the .pfx or of the key"),
        new("tls.clientCertificate.passwordFile", SettingKind.File, "file that holds the password"),
        // The path of the key stands first, because its variable could be read as the path of a role that ends in KEY.
        new("tls.refusedCertificates.<role>.keyPath", SettingKind.File, "PEM file of the private key of such a certificate, where not in the same file"),
        new("tls.refusedCertificates.<role>.path", SettingKind.File, "client certificate that the provider must refuse, by what is wrong with it"),
        new("tls.refusedCertificates.<role>.password", SettingKind.Secret, "its password; without it, that of the client certificate"),
        new("tls.refusedCertificates.<role>.passwordFile", SettingKind.File, "file that holds the password"),
        new("tls.authorityFile", SettingKind.File, "PEM file of the authorities to trust, in place of the system's"),
        new("tls.insecure", SettingKind.Flag, "accept any certificate of the provider", "false"),
        new("tls.checkRevocation", SettingKind.Flag, "ask the authority whether the provider's certificate is revoked", "false"),
        new("proxy.spine", SettingKind.RootUrl, "root URL of the Spine Secure Proxy, put before the provider's"),
        new("proxy.http", SettingKind.RootUrl, "URL of an HTTP proxy"),
        new("proxy.username", SettingKind.Text, "user name at the HTTP proxy"),
        new("proxy.password", SettingKind.Secret, "password at the HTTP proxy"),
        new("proxy.passwordFile", SettingKind.File, "file that holds the password"),
        new("limits.connectTimeout", SettingKind.Duration, "from dialling to the end of the TLS handshake", "10s"),
        new("limits.totalTimeout", SettingKind.Duration, "from dialling to the last byte of the response", "60s"),
        new("limits.headerBytes", SettingKind.Size, "status line and headers", "64KiB"),
        new("limits.bodyBytes", SettingKind.Size, "body as received", "64MiB"),
        new("limits.decompressedBytes", SettingKind.Size, "body after decompression", "256MiB"),
        new("generation.seed", SettingKind.Text, "whole number from which windows and filters of slot searches are generated", "1"),
        new("testData.patients.<role>.nhsNumber", SettingKind.Text, "NHS number of the patient that plays the role"),
        new("testData.patients.<role>.expected", SettingKind.Values, "values that the patient is known to hold"),
        new("testData.practitioners.<role>.sdsUserId", SettingKind.Text, "SDS user id of the practitioner that plays the role"),
        new("testData.practitioners.<role>.expected", SettingKind.Values, "values that the practitioner is known to hold"),
        new("testData.organizations.<role>.odsCode", SettingKind.Text, "ODS code of the organisation that plays the role"),
        new("testData.organizations.<role>.expected", SettingKind.Values, "values that the organisation is known to hold"),
        new("testData.locations.<role>.id", SettingKind.Text, "logical id of the location that plays the role"),
        new("testData.locations.<role>.expected", SettingKind.Values, "values that the location is known to hold"),
        new("testData.slots.<role>.serviceType", SettingKind.Text, "slot type that the slots of the role have, and no others"),
        new("testData.slots.<role>.expected", SettingKind.Values, "values that the slots are known to hold"),
        new("testData.appointments.<role>.id", SettingKind.Text, "logical id of the appointment that plays the role"),
        new("testData.appointments.<role>.expected", SettingKind.Values, "values that the appointment is known to hold"),
        new("testData.practices.<role>.url", SettingKind.RootUrl, "service root URL of another practice of the provider, which plays the role"),
        new("testData.practices.<role>.asid", SettingKind.Text, "its ASID, where it is not that of the target"),
    ];

    /// <summary>The settings as a Markdown table.</summary>
    public static string MarkdownTable() => string.Join('\n', (string[])
    [
        "| setting | environment variable | default | meaning |",
        "| --- | --- | --- | --- |",
        .. All.Select(key => $"| `{key.Path}` | `{key.EnvironmentVariable}` | {(key.Default is null ? "" : $"`{key.Default}`")} | {key.Meaning} |"),
        "",
    ]);
}
