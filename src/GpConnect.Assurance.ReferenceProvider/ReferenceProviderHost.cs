using System.Collections.Concurrent;
using System.Collections.Frozen;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A running reference provider. Dispose of it to stop serving.</summary>
public sealed class ReferenceProviderHost : IAsyncDisposable
{
    private const long LargestRequestBody = 8 * 1024 * 1024;

    private readonly WebApplication _application;
    private readonly ReferenceProviderOptions _options;
    private readonly ConcurrentDictionary<string, Practice> _practices = new(StringComparer.Ordinal);
    private readonly Uri _origin;
    private readonly string _default;

    private ReferenceProviderHost(WebApplication application, ReferenceProviderOptions options)
    {
        _application = application;
        _options = options;
        _origin = new Uri(application.Urls.First());
        _default = options.Practices[0].OdsCode;
        foreach (var practice in options.Practices)
        {
            AddPractice(practice);
        }
    }

    /// <summary>Service root URL of the default practice, without a slash at its end.</summary>
    public Uri BaseUrl => BaseUrlOf(_default);

    /// <summary>What a test client needs to know of the default practice.</summary>
    public ProviderTestData TestData => TestDataOf(_default);

    /// <summary>ODS codes of the practices served.</summary>
    public IReadOnlyCollection<string> Practices => [.. _practices.Keys];

    /// <summary>Starts to serve.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ReferenceProviderHost> StartAsync(
        ReferenceProviderOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ReferenceProviderOptions();
        var server = new GpConnectServer(options.Clock);
        var application = Build(options, server);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            var host = new ReferenceProviderHost(application, options);
            server.Practices = host._practices;
            return host;
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Serves one more practice, from now on; gives its service root URL.</summary>
    /// <exception cref="ArgumentException">The ODS code is taken, or cannot stand in a URL.</exception>
    public Uri AddPractice(PracticeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.OdsCode.Length == 0 || !options.OdsCode.All(char.IsAsciiLetterOrDigit))
        {
            throw new ArgumentException($"'{options.OdsCode}' cannot be an ODS code: use letters and digits only.", nameof(options));
        }

        var practice = new Practice(options, _origin, _options.Clock);
        if (!_practices.TryAdd(options.OdsCode, practice))
        {
            throw new ArgumentException($"The practice '{options.OdsCode}' is already served.", nameof(options));
        }

        return practice.BaseUrl;
    }

    /// <summary>Service root URL of a practice by its ODS code.</summary>
    /// <exception cref="KeyNotFoundException">No such practice is served.</exception>
    public Uri BaseUrlOf(string odsCode) => _practices[odsCode].BaseUrl;

    /// <summary>What a test client needs to know of a practice.</summary>
    /// <exception cref="KeyNotFoundException">No such practice is served.</exception>
    public ProviderTestData TestDataOf(string odsCode) => _practices[odsCode].TestData;

    public async ValueTask DisposeAsync()
    {
        using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await _application.StopAsync(impatience.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(ReferenceProviderOptions options, GpConnectServer server)
    {
        // The empty builder reads no environment variable and no appsettings.json of the folder it is run from.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequestBody;
            kestrel.Listen(options.Address, options.Port, listen => Listen(listen, options));
        });
        var application = builder.Build();
        application.Run(server.AnswerAsync);
        return application;
    }

    private static void Listen(ListenOptions listen, ReferenceProviderOptions options)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (options.Tls is { } tls)
        {
            var server = new TlsServer(tls, options.Practices[0].Defects.SelectMany(defect => defect.Neglects).ToFrozenSet(), options.Clock);
            listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(server.Options()) });
        }
    }

    /// <summary>Leaves Ctrl+C to the program that the provider is part of.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
