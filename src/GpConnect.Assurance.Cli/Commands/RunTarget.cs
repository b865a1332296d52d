using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.ReferenceProvider;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The provider that a run tests: one that the user names, or the reference provider started for the run.</summary>
internal sealed class RunTarget : IAsyncDisposable
{
    private readonly ReferenceProviderHost? _started;
    private readonly ReferenceCertificates? _certificates;

    private RunTarget(TargetSettings settings, ReferenceProviderHost? started = null, ReferenceCertificates? certificates = null)
    {
        Settings = settings;
        _started = started;
        _certificates = certificates;
    }

    public TargetSettings Settings { get; }

    public bool IsReferenceProvider => _started is not null;

    public string Url => Settings.Roots.Foundations!;

    public static async Task<RunTarget> OpenAsync(RunOptions options, CommandContext context, CancellationToken cancellation)
    {
        var settings = SettingsReader.Read(options.Config, context.Environment);
        if (options.Target is { } url)
        {
            settings = settings with { Roots = settings.Roots with { Foundations = ServiceRoots.ParseUrl(url, "--target"), FoundationsEndsWithSlash = url.EndsWith('/') } };
        }

        if (settings.Roots.Foundations is not null)
        {
            return options.Tls
                ? throw new UserErrorException("--tls is for the reference provider; a provider of your own is called over TLS when its URL is https.")
                : new RunTarget(settings);
        }

        if (options.Config is not null)
        {
            throw new UserErrorException($"{options.Config} names no provider: give its service root URL there, or with --target, or leave out --config to test the reference provider.");
        }

        var certificates = options.Tls ? ReferenceCertificates.Open(folder: null, password: null) : null;
        var started = await ReferenceProviderHost.StartAsync(new ReferenceProviderOptions { Tls = certificates?.Provider }, cancellation);
        return new RunTarget(ReferenceTarget.Settings(settings, started.TestData, certificates?.Client), started, certificates);
    }

    public async ValueTask DisposeAsync()
    {
        if (_started is not null)
        {
            await _started.DisposeAsync();
        }

        _certificates?.Dispose();
    }
}
