using System.Net;
using GpConnect.Assurance.ReferenceProvider.Tls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>An HTTP/1.1 server that has nothing but what it is told, and can be stopped.</summary>
internal static class LoopbackServer
{
    private const long LargestRequestBody = 8 * 1024 * 1024;

    /// <param name="address">To listen at.</param>
    /// <param name="port">0 for any that is free.</param>
    /// <param name="tls">Null for plain HTTP.</param>
    /// <param name="answer">Answers each request.</param>
    public static WebApplication Build(IPAddress address, int port, TlsServer? tls, RequestDelegate answer)
    {
        // The empty builder reads no environment variable and no appsettings.json of the folder it is run from.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequestBody;
            kestrel.Listen(address, port, listen => Listen(listen, tls));
        });
        var application = builder.Build();
        application.Run(answer);
        return application;
    }

    public static async Task StopAsync(WebApplication application)
    {
        using var impatience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await application.StopAsync(impatience.Token).ConfigureAwait(false);
        await application.DisposeAsync().ConfigureAwait(false);
    }

    private static void Listen(ListenOptions listen, TlsServer? tls)
    {
        listen.Protocols = HttpProtocols.Http1;
        if (tls is not null)
        {
            var clearText = tls.AnswersClearText ? new ClearTextFork() : null;
            clearText?.Before(listen);
            listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(tls.Options()) });
            clearText?.After(listen);
        }
    }

    /// <summary>Leaves Ctrl+C to the program that the server is part of.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
