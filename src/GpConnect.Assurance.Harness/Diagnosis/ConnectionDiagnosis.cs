using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Harness.Diagnosis;

/// <summary>Whether the target can be reached, how, and what answers there.</summary>
internal sealed class ConnectionDiagnosis(RunContext context, ProviderClient client)
{
    /// <summary>A token is good for five minutes; what is more than this apart leaves little of them.</summary>
    private static readonly TimeSpan MostClockDifference = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ExpiresSoon = TimeSpan.FromDays(14);

    private TargetSettings Settings => context.Settings;

    public async IAsyncEnumerable<Finding> FindAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await ResolveAsync(cancellation).ConfigureAwait(false);
        var probe = await TargetProbe.CallAsync(context, client, cancellation).ConfigureAwait(false);
        if (probe.Failure is { } failure)
        {
            yield return new Finding(FindingLevel.Problem, "connection", failure.Message, Advice(failure.Kind)) { IsFatal = true };
            yield break;
        }

        yield return new Finding(FindingLevel.Fine, "connection", $"{Called} answers.");
        yield return Tls(probe.Exchange.Tls);
        yield return Clock(probe.Exchange.Response!);
        foreach (var finding in CapabilityStatement(probe))
        {
            yield return finding;
        }
    }

    /// <summary>What is dialled: an HTTP proxy, the Spine Secure Proxy, or the provider.</summary>
    private string Called => Settings.Proxy.Http ?? Settings.Proxy.Spine ?? Settings.Roots.Foundations!;

    private async Task<Finding> ResolveAsync(CancellationToken cancellation)
    {
        const string Subject = "name resolution";
        var host = new Uri(Called).IdnHost;
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, cancellation).ConfigureAwait(false);
            return new Finding(FindingLevel.Fine, Subject, $"{host} is {string.Join(", ", addresses.Select(address => address.ToString()))}.");
        }
        catch (SocketException e)
        {
            return new Finding(
                FindingLevel.Problem, Subject, $"{host} has no address: {e.Message}.",
                "Correct the host in target.url (or proxy.http, proxy.spine), or connect to the network, such as HSCN, whose name servers know it.")
            { IsFatal = true };
        }
    }

    private static string Advice(ExchangeFailureKind kind) => kind switch
    {
        ExchangeFailureKind.NameResolution => "Correct the host in target.url, or connect to the network whose name servers know it.",
        ExchangeFailureKind.Tls => "Look at tls.clientCertificate, tls.authorityFile and the clocks: the provider must trust the client certificate, and tls.authorityFile must hold the authority of the provider's.",
        ExchangeFailureKind.Timeout => "See whether a firewall drops the connection, or raise limits.connectTimeout and limits.totalTimeout.",
        ExchangeFailureKind.Unreachable => "See whether the provider runs, and whether host and port in target.url are right.",
        _ => "See whether target.url is that of the provider's HTTP server, and whether it is http or https.",
    };

    private Finding Tls(TlsRecord? tls)
    {
        const string Subject = "TLS";
        if (tls is null)
        {
            return new Finding(FindingLevel.Note, Subject, "The target is called in clear text, so that the scenarios of TLS are skipped.", "Give an https URL as target.url where the provider has one.");
        }

        if (tls.NotAfter is { } expires && expires < context.Clock.GetUtcNow() + ExpiresSoon)
        {
            return new Finding(
                FindingLevel.Note, Subject, $"{tls.Protocol} with {tls.CipherSuite}; the provider's certificate is good until {expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} only.", "Have the certificate renewed.");
        }

        return new Finding(FindingLevel.Fine, Subject, $"{tls.Protocol} with {tls.CipherSuite}.");
    }

    private Finding Clock(ReceivedResponse response)
    {
        const string Subject = "clocks";
        if (!DateTimeOffset.TryParseExact(response.Header("Date"), "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told))
        {
            return new Finding(FindingLevel.Note, Subject, "The response has no Date that could be compared with this machine's clock.");
        }

        var apart = (told - context.Clock.GetUtcNow()).Duration();
        return apart <= MostClockDifference
            ? new Finding(FindingLevel.Fine, Subject, "This machine and the provider agree on the time.")
            : new Finding(
                FindingLevel.Problem, Subject, FormattableString.Invariant($"This machine and the provider are {apart.TotalSeconds:F0} seconds apart, and tokens are good for 300."), "Set both clocks by NTP.");
    }

    private static IEnumerable<Finding> CapabilityStatement(ProbeResult probe)
    {
        const string Subject = "capability statement";
        var status = probe.Exchange.Response!.Status;
        if (status != 200)
        {
            return
            [
                new Finding(
                    FindingLevel.Problem, Subject, $"A sound request for it is answered with {status}.",
                    status == 404
                        ? "Correct the path of target.url: it ends before /metadata."
                        : "Look at target.asid, consumer.asid and, behind the Spine Secure Proxy, at proxy.spine: a provider refuses who is not known to it."),
            ];
        }

        return probe.SpecificationVersion is { } version
            ? [new Finding(FindingLevel.Fine, Subject, $"{probe.Software ?? "Software without a name"}, version {version} of the specification.")]
            : [new Finding(FindingLevel.Problem, Subject, "What is returned is no capability statement that names a version.", "See whether target.url is the service root URL of Foundations.")];
    }
}
