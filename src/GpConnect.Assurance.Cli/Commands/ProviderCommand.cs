using System.CommandLine;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.ReferenceProvider;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary><c>gpc-assure provider</c>: serves the reference provider until stopped.</summary>
internal static class ProviderCommand
{
    private const int DefaultPort = 19192;
    private const int DefaultProxyPort = 19193;

    public static Command Create(CommandContext context)
    {
        var port = new Option<int>("--port") { Description = $"Loopback port; {DefaultPort} unless given, 0 for any that is free.", HelpName = "N", DefaultValueFactory = _ => DefaultPort };
        NumberRange.Require(port, 0, 65535, "--port needs a number from 0 to 65535.");
        var defect = new Option<string[]>("--defect") { Description = "Give the practice this defect; may be repeated, to give it several at once.", HelpName = "ID" };
        var allDefects = new Option<bool>("--all-defects") { Description = "Serve beside the practice one for each defect of the catalogue." };
        var tls = new Option<bool>("--tls") { Description = "Serve over TLS with mutual authentication, with certificates of --certs or made for the occasion." };
        var certs = new Option<string?>("--certs") { Description = $"Folder of certificates as 'gpc-assure certs' makes it; the password of its keys comes from {CertificatesPassword.Variable}.", HelpName = "DIR" };
        var proxy = new Option<bool>("--proxy") { Description = "Put a Spine Secure Proxy in front, which refuses what its directory does not allow." };
        var proxyPort = new Option<int>("--proxy-port") { Description = $"The proxy's loopback port; {DefaultProxyPort} unless given, 0 for any that is free.", HelpName = "N", DefaultValueFactory = _ => DefaultProxyPort };
        NumberRange.Require(proxyPort, 0, 65535, "--proxy-port needs a number from 0 to 65535.");
        var config = new Option<string?>("--write-config") { Description = "Write a configuration file with which 'gpc-assure run --config' tests this provider.", HelpName = "FILE" };
        var command = new Command("provider", "Serve the reference provider, with its synthetic patients, until stopped.") { port, tls, certs, proxy, proxyPort, defect, allDefects, config };
        command.SetAction((parsed, cancellation) => ServeAsync(
            context,
            new ReferenceProviderOptions { Port = parsed.GetValue(port), Practices = Practices(parsed.GetValue(defect) ?? [], parsed.GetValue(allDefects)) },
            new ReferenceSetting
            {
                Tls = parsed.GetValue(tls) || parsed.GetValue(certs) is not null,
                Certificates = parsed.GetValue(certs),
                Password = CertificatesPassword.Of(context),
                Proxy = parsed.GetValue(proxy),
                ProxyPort = parsed.GetValue(proxyPort),
            },
            parsed.GetValue(config),
            cancellation));
        return command;
    }

    private static IReadOnlyList<PracticeOptions> Practices(string[] defects, bool allDefects) =>
    [
        new PracticeOptions { Defects = defects.Length == 0 ? [] : DefectChoice.Of(defects) },
        .. allDefects
            ? DefectCatalogue.All.Where(defect => !defect.IsOfTls).Select(defect => new PracticeOptions { OdsCode = defect.Id.Replace("-", "", StringComparison.Ordinal), Defects = [defect] })
            : [],
    ];

    private static async Task<int> ServeAsync(
        CommandContext context, ReferenceProviderOptions options, ReferenceSetting setting, string? config, CancellationToken cancellation)
    {
        RefuseWhatDoesNotShow(options, setting.Tls);
        await using var servers = await StartAsync(options, setting, cancellation);
        var provider = servers.Provider;
        if (config is not null)
        {
            await WriteConfigAsync(config, ReferenceConfiguration.Yaml(servers.Settings(new TargetSettings())));
        }

        await context.Out.WriteLineAsync($"The reference provider serves {provider.BaseUrl}");
        if (servers.Proxy is { } proxy)
        {
            await context.Out.WriteLineAsync($"through the Spine Secure Proxy {proxy.Url}{provider.BaseUrl}");
        }

        foreach (var defect in options.Practices[0].Defects)
        {
            await context.Out.WriteLineAsync($"with the defect {defect.Id}: {defect.Title} (breaks {defect.Requirement})");
        }

        foreach (var practice in options.Practices.Skip(1))
        {
            var defect = practice.Defects[0];
            await context.Out.WriteLineAsync($"{provider.BaseUrlOf(practice.OdsCode)}  {defect.Id}: {defect.Title} (breaks {defect.Requirement})");
        }

        await context.Out.WriteLineAsync($"ASID {provider.TestData.Asid}, practice {provider.TestData.OdsCode}. Patients by role:");
        foreach (var (role, patient) in provider.TestData.Patients)
        {
            await context.Out.WriteLineAsync($"  {role,-28} {patient.NhsNumber}");
        }

        await context.Out.WriteLineAsync("Stop it with Ctrl+C.");
        await context.Out.FlushAsync(CancellationToken.None);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            await context.Out.WriteLineAsync("Stopped.");
        }

        return ExitCode.Passed;
    }

    private static void RefuseWhatDoesNotShow(ReferenceProviderOptions options, bool tls)
    {
        if (!tls && options.Practices[0].Defects.FirstOrDefault(defect => defect.IsOfTls) is { } defect)
        {
            throw new UserErrorException($"The defect {defect.Id} ({defect.Title}) shows over TLS alone; serve with --tls.");
        }
    }

    private static async Task WriteConfigAsync(string path, string yaml)
    {
        try
        {
            await File.WriteAllTextAsync(path, yaml);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The configuration cannot be written to {path}: {e.Message}");
        }
    }

    private static async Task<ReferenceServers> StartAsync(ReferenceProviderOptions options, ReferenceSetting setting, CancellationToken cancellation)
    {
        try
        {
            return await ReferenceServers.StartAsync(options, setting, new ConsumerSettings().Asid, cancellation);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            var ports = setting.Proxy ? $"Port {options.Port} or {setting.ProxyPort} is taken; name others with --port and --proxy-port" : $"Port {options.Port} is taken; name another one with --port";
            throw new UserErrorException($"{ports}, or 0 for any that is free.");
        }
    }
}
