using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>Answers <c>$validate-code</c> as a test says, in this process.</summary>
internal sealed class FakeTerminologyServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FakeTerminologyServer(WebApplication application) => _application = application;

    public string Url => _application.Urls.Single() + "/fhir";

    /// <summary>Path and query of each request.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<FakeTerminologyServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeTerminologyServer(builder.Build());
        server._application.Run(context =>
        {
            server.Asked.Enqueue(context.Request.Path + context.Request.QueryString);
            return answer(context);
        });
        await server._application.StartAsync();
        return server;
    }

    public static Task<FakeTerminologyServer> Saying(bool isMember) => Answering(200, Answer(isMember));

    public static Task<FakeTerminologyServer> Answering(int status, string body) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/fhir+json";
        return context.Response.WriteAsync(body);
    });

    public static string Answer(bool isMember) =>
        $$"""{"resourceType":"Parameters","parameter":[{"name":"result","valueBoolean":{{(isMember ? "true" : "false")}}},{"name":"message","valueString":"as asked"}]}""";

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
    }
}
