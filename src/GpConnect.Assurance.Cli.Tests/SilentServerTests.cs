using GpConnect.Assurance.Cli.Commands;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.ReferenceProvider;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.Cli.Tests;

/// <summary>A server that does nothing of what it should must not pass one scenario.</summary>
public sealed class SilentServerTests : IDisposable
{
    private const string BadRequest = """
        {
          "resourceType": "OperationOutcome",
          "meta": { "profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1"] },
          "issue": [{ "severity": "error", "code": "invalid", "diagnostics": "no",
            "details": { "coding": [{ "system": "https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1", "code": "BAD_REQUEST", "display": "Bad request" }] } }]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_that_refuses_connections_passes_nothing()
    {
        var url = "http://127.0.0.1:9/GPC001/STU3/1/gpconnect";
        (await Run(url)).ExitCode.Should().Be(3);
        RunEvidence.Open(_folder["evidence"]).Scenarios().Should().BeEmpty();
    }

    [Fact]
    public async Task One_that_drops_every_connection_after_the_first_call_passes_nothing()
    {
        await using var server = await SilentServer.StartAsync(AfterOneAnswer(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }));
        await PassesNothing(server, exitCode: 1);
    }

    [Fact]
    public async Task One_that_hangs_after_the_first_call_passes_nothing()
    {
        await using var server = await SilentServer.StartAsync(AfterOneAnswer(Hang));
        await PassesNothing(server, exitCode: 3, totalTimeout: "1s");
    }

    [Fact]
    public async Task One_that_hangs_from_the_start_passes_nothing()
    {
        await using var server = await SilentServer.StartAsync(Hang);
        (await Run(server.Url, "1s")).ExitCode.Should().Be(3);
        RunEvidence.Open(_folder["evidence"]).Scenarios().Should().BeEmpty();
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(500, BadRequest)]
    [InlineData(400, "")]
    [InlineData(400, BadRequest)]
    [InlineData(404, BadRequest)]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, BadRequest)]
    [InlineData(200, """{ "resourceType": "Bundle", "type": "searchset" }""")]
    public async Task One_that_gives_the_same_answer_to_everything_passes_nothing(int status, string body)
    {
        await using var server = await SilentServer.StartAsync(context => Answer(context, status, body));
        await PassesNothing(server, exitCode: 1);
    }

    [Fact]
    public async Task One_that_echoes_the_request_passes_nothing()
    {
        await using var server = await SilentServer.StartAsync(async context =>
        {
            foreach (var header in context.Request.Headers.Where(header => !header.Key.StartsWith(':') && header.Key is not ("Host" or "Connection" or "Transfer-Encoding" or "Content-Length")))
            {
                context.Response.Headers[header.Key] = header.Value;
            }

            using var body = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await body.ReadToEndAsync());
        });
        await PassesNothing(server, exitCode: 1);
    }

    [Fact]
    public async Task One_that_echoes_the_request_as_text_passes_nothing()
    {
        await using var server = await SilentServer.StartAsync(context =>
            context.Response.WriteAsync($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {string.Join(' ', context.Request.Headers)}"));
        await PassesNothing(server, exitCode: 1);
    }

    [Fact]
    public async Task One_that_redirects_passes_nothing_even_where_it_leads_to_a_sound_provider()
    {
        await using var sound = await ReferenceProviderHost.StartAsync();
        await using var server = await SilentServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = $"{sound.TestData.BaseUrl.GetLeftPart(UriPartial.Authority)}{context.Request.Path}{context.Request.QueryString}";
            return Task.CompletedTask;
        });
        await PassesNothing(server, exitCode: 1);
    }

    [Fact]
    public async Task One_that_breaks_off_in_the_middle_of_every_answer_passes_nothing()
    {
        await using var server = await SilentServer.StartAsync(AfterOneAnswer(async context =>
        {
            context.Response.ContentLength = 1_000;
            context.Response.ContentType = "application/fhir+json;charset=utf-8";
            await context.Response.WriteAsync("{ \"resourceType\": ");
            await context.Response.Body.FlushAsync();
            context.Abort();
        }));
        await PassesNothing(server, exitCode: 1);
    }

    /// <summary>The first call only finds out whether anybody is there; scenarios come after it.</summary>
    private static RequestDelegate AfterOneAnswer(RequestDelegate then)
    {
        var calls = 0;
        return context => Interlocked.Increment(ref calls) == 1 ? Answer(context, 200, "{}") : then(context);
    }

    private static async Task Hang(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has given up.
        }
    }

    private static async Task Answer(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (body.Length > 0)
        {
            context.Response.ContentType = "application/fhir+json;charset=utf-8";
            await context.Response.WriteAsync(body);
        }
    }

    private async Task PassesNothing(SilentServer server, int exitCode, string totalTimeout = "10s")
    {
        var tool = await Run(server.Url, totalTimeout);
        var scenarios = RunEvidence.Open(_folder["evidence"]).Scenarios().ToList();
        scenarios.Select(scenario => scenario.Id).Should().BeEquivalentTo(RunPlan.Make(new RunOptions()).Features.Scenarios.Select(scenario => scenario.Id), tool.Error);
        scenarios.Where(scenario => scenario.Verdict <= Verdict.Info).Select(scenario => $"{scenario.Id} {scenario.Name}").Should().BeEmpty();
        scenarios.Where(scenario => scenario.Exchanges.Count == 0 && scenario.Reason?.Contains("testData", StringComparison.Ordinal) == true).Select(scenario => $"{scenario.Id} {scenario.Reason}")
            .Should().BeEmpty("a scenario that lacks test data does not get as far as the server");
        tool.ExitCode.Should().Be(exitCode, tool.Error);
    }

    /// <summary>Every role is mapped, and no patient is used up, so that no scenario can hide behind missing test data.</summary>
    private async Task<Tool> Run(string url, string totalTimeout = "10s")
    {
        await using var reference = await ReferenceProviderHost.StartAsync();
        var data = reference.TestData with
        {
            BaseUrl = new Uri(url),
            WithoutAppointments = new Uri(url),
            Unregistered = [.. Enumerable.Repeat(reference.TestData.Unregistered, 20).SelectMany(patients => patients)],
        };
        var config = _folder.Write("assurance.yaml", $$"""
            {{ReferenceConfiguration.Yaml(data)}}
            limits:
              connectTimeout: 2s
              totalTimeout: {{totalTimeout}}
            """);
        return await Tool.Run("run", "--config", config, "--parallel", "64", "--output", _folder["evidence"]);
    }
}
