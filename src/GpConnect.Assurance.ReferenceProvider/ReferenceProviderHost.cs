using System.Collections.Concurrent;
using System.Collections.Frozen;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Tls;
using Microsoft.AspNetCore.Builder;

namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A running reference provider. Dispose of it to stop serving.</summary>
public sealed class ReferenceProviderHost : IAsyncDisposable
{
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
        var application = LoopbackServer.Build(options.Address, options.Port, Tls(options), server.AnswerAsync);
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

    public async ValueTask DisposeAsync() => await LoopbackServer.StopAsync(_application).ConfigureAwait(false);

    private static TlsServer? Tls(ReferenceProviderOptions options) => options.Tls is { } tls
        ? new TlsServer(tls, options.Practices[0].Defects.SelectMany(defect => defect.Neglects).ToFrozenSet(), options.Clock)
        : null;
}
