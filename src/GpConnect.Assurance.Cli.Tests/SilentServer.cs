using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>A server that answers every request in the same way.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SilentServer(WebApplication application) => _application = application;

    public string Url => $"{_application.Urls.First()}/GPC001/STU3/1/gpconnect";

    public static async Task<SilentServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new SilentServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(impatience.Token);
        await _application.DisposeAsync();
    }
}
