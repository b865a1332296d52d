using System.Text;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>A configuration file to fill in: every setting and every role, what it means, and what it is when nothing is said.</summary>
/// <remarks>A # with a blank behind it is a remark; one without is in front of a setting that is not set yet.</remarks>
public static class SettingsTemplate
{
    private const string TestData = "testData";

    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["target.url"] = "https://provider.example/A12345/STU3/1/gpconnect",
        ["target.structuredUrl"] = "https://provider.example/A12345/STU3/1/gpconnect/structured",
        ["target.documentsUrl"] = "https://provider.example/A12345/STU3/1/gpconnect/documents",
        ["target.odsCode"] = "A12345",
        ["tls.clientCertificate.path"] = "certificates/client.pfx",
        ["tls.clientCertificate.keyPath"] = "certificates/client.key",
        ["tls.clientCertificate.passwordFile"] = "certificates/client.password",
        ["tls.refusedCertificates.<role>.path"] = "certificates/expired.pfx",
        ["tls.refusedCertificates.<role>.keyPath"] = "certificates/expired.key",
        ["tls.refusedCertificates.<role>.passwordFile"] = "certificates/expired.password",
        ["tls.authorityFile"] = "certificates/ca.pem",
        ["proxy.spine"] = "https://proxy.example",
        ["proxy.http"] = "http://proxy.example:3128",
        ["proxy.username"] = "tester",
        ["proxy.passwordFile"] = "proxy.password",
    };

    /// <summary>What has to be set, and so has no # in front.</summary>
    private static readonly string[] Set = ["target", "target.url", "target.asid", "consumer", "consumer.asid"];

    public static string Write()
    {
        var text = new StringBuilder("""
            # What gpc-assure cannot know of the provider under test.
            #
            # A # with a blank behind it is a remark; one without stands in front of a setting that is not set: take it away, there and from the
            # keys above it, to set it. What stands there is the default, or an example. Environment variables (GPC_TARGET_URL, …) win over this
            # file. Passwords never stand here: they come from a variable, or from a file of their own.
            #
            # Then look whether all is well with: gpc-assure doctor --config FILE

            """.ReplaceLineEndings("\n"));
        var sections = SettingKeys.All.Where(key => !key.Path.StartsWith(TestData + ".", StringComparison.Ordinal));
        IReadOnlyList<string> open = [];
        foreach (var key in sections)
        {
            open = WriteSetting(text, key, open);
        }

        WriteRoles(text);
        return text.ToString();
    }

    /// <returns>The keys above the setting, which the next one need not write again.</returns>
    private static string[] WriteSetting(StringBuilder text, SettingKey key, IReadOnlyList<string> open)
    {
        var path = key.Path.Replace(SettingKey.Role, "expired", StringComparison.Ordinal).Split('.');
        var parents = path[..^1];
        if (open.Count == 0 || open[0] != path[0])
        {
            text.Append('\n');
        }

        var same = parents.Zip(open).TakeWhile(pair => pair.First == pair.Second).Count();
        for (var depth = same; depth < parents.Length; depth++)
        {
            Line(text, depth, Set.Contains(string.Join('.', path[..(depth + 1)])), $"{parents[depth]}:");
        }

        if (key.Kind == SettingKind.Secret)
        {
            Remark(text, parents.Length, $"{path[^1]}: {key.Meaning}, from {key.EnvironmentVariable}");
        }
        else
        {
            Line(text, parents.Length, Set.Contains(key.Path), $"{path[^1]}: {Value(key)}", key.Meaning);
        }

        return parents;
    }

    private static void WriteRoles(StringBuilder text)
    {
        text.Append('\n');
        Remark(text, 0, "Who plays which part. A role that is not mapped skips its scenarios. 'expected' tells what the record is known to hold, by FHIRPath.");
        Line(text, 0, isSet: false, $"{TestData}:");
        foreach (var kind in Roles.All.GroupBy(role => role.Kind))
        {
            Line(text, 1, isSet: false, Section(kind.Key));
            foreach (var role in kind)
            {
                Remark(text, 2, role.PlayedBy);
                Line(text, 2, isSet: false, $"{role.Name}{(role.IsNumbered ? "-1" : "")}:");
                Line(text, 3, isSet: false, Identifier(role.Kind));
                if (role.Needs.Count > 0)
                {
                    Line(text, 3, isSet: false, $"expected: {{ {string.Join(", ", role.Needs.Select(Expected))} }}");
                }
            }
        }

        WritePractices(text);
    }

    private static void WritePractices(StringBuilder text)
    {
        Line(text, 1, isSet: false, "practices:");
        Remark(text, 2, "another practice of the provider, where Appointment Management is switched off and the rest of GP Connect on");
        Line(text, 2, isSet: false, "appointments-off:");
        Line(text, 3, isSet: false, "url: https://provider.example/B12345/STU3/1/gpconnect");
        Line(text, 3, isSet: false, "asid: \"200000000002\"", "where it is not that of the target");
    }

    private static string Section(RoleKind kind) => $"{kind.ToString().ToLowerInvariant()}s:";

    private static string Identifier(RoleKind kind) => kind switch
    {
        RoleKind.Patient => "nhsNumber: \"9990000018\"",
        RoleKind.Practitioner => "sdsUserId: \"999000000018\"",
        RoleKind.Organization => "odsCode: A12345",
        _ => "id: \"1\"",
    };

    private static string Expected(string name) => name switch
    {
        "birthDate" or TestPatient.BirthDateOnPds => $"{name}: \"1990-06-15\"",
        "family" => "family: Sample",
        "given" => "given: Sam",
        _ => $"{name}: \"1\"",
    };

    private static string Value(SettingKey key)
    {
        var value = key.Default ?? Examples.GetValueOrDefault(key.Path)
            ?? throw new InvalidOperationException($"The setting {key.Path} has neither a default nor an example for the template; give it one.");
        return key.Kind is SettingKind.Flag or SettingKind.Duration or SettingKind.Size || value.Any(char.IsAsciiLetter) ? value : $"\"{value}\"";
    }

    private static void Line(StringBuilder text, int depth, bool isSet, string line, string? meaning = null) =>
        text.Append(' ', depth * 2).Append(isSet ? "" : "#").Append(line).Append(meaning is null ? "" : $"   # {meaning}").Append('\n');

    private static void Remark(StringBuilder text, int depth, string words) => text.Append(' ', depth * 2).Append("# ").Append(words).Append('\n');
}
