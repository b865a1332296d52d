using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.ReferenceProvider;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>The provider that a run tests: one that the user names, or the reference provider started for the run.</summary>
internal sealed class RunTarget : IAsyncDisposable
{
    private readonly ReferenceServers? _started;

    private RunTarget(TargetSettings settings, ReferenceServers? started = null)
    {
        Settings = settings;
        _started = started;
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
            return options switch
            {
                { Tls: true } => throw new UserErrorException("--tls is for the reference provider; a provider of your own is called over TLS when its URL is https."),
                { Proxy: true } => throw new UserErrorException("--proxy is for the reference provider; the proxy before a provider of your own is named in proxy.spine."),
                _ => new RunTarget(settings),
            };
        }

        if (options.Config is not null)
        {
            throw new UserErrorException($"{options.Config} names no provider: give its service root URL there, or with --target, or leave out --config to test the reference provider.");
        }

        var setting = new ReferenceSetting { Tls = options.Tls, Proxy = options.Proxy };
        var started = await ReferenceServers.StartAsync(new ReferenceProviderOptions(), setting, settings.Consumer.Asid, cancellation);
        return new RunTarget(started.Settings(settings), started);
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;
}
