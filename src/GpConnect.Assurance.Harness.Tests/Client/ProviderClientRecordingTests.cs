using System.Text;
using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using static GpConnect.Assurance.Harness.Tests.Client.Sending;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class ProviderClientRecordingTests
{
    [Fact]
    public async Task The_response_is_recorded_byte_for_byte()
    {
        const string response = "HTTP/1.1 200 Quite  fine\r\nX-a:  1 \r\nX-A: 2\r\nContent-Length: 5\r\ncontent-TYPE: application/fhir+json;charset=utf-8\r\n\r\nh\u00E9llo";
        await using var server = HostileServer.Answering(response);

        var exchange = await SendAsync(server);

        exchange.Failure.Should().BeNull();
        exchange.RawResponse.Text().Should().Be(response);
        exchange.Response!.Status.Should().Be(200);
        exchange.Response.ReasonPhrase.Should().Be("Quite  fine");
        exchange.Response.HttpVersion.Should().Be("1.1");
        exchange.Response.Headers.Should().Equal(
            new HeaderRecord("X-a", "1"),
            new HeaderRecord("X-A", "2"),
            new HeaderRecord("Content-Length", "5"),
            new HeaderRecord("content-TYPE", "application/fhir+json;charset=utf-8"));
        exchange.Response.Body.Text().Should().Be("h\u00E9llo");
    }

    [Fact]
    public async Task The_request_is_sent_and_recorded_as_asked_for_with_lines_doubled_empty_and_in_any_case()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 204 No Content\r\n\r\n");
        var request = Get(server.Url + "/Patient?identifier=a%7Cb") with
        {
            Headers = new RequestHeaders { { "ssp-traceID", "1" }, { "Ssp-To", "" }, { "SSP-TRACEID", "2" }, { "Accept", "not;a\"media type" } },
        };

        var exchange = await SendAsync(request);

        var sent = $"GET /Patient?identifier=a%7Cb HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nssp-traceID: 1\r\nSsp-To: \r\nSSP-TRACEID: 2\r\nAccept: not;a\"media type\r\n\r\n";
        server.Requests.Should().Equal(sent);
        exchange.Request.Raw.Text().Should().Be(sent);
        exchange.Request.Headers.Select(line => line.Name).Should().Equal("Host", "ssp-traceID", "Ssp-To", "SSP-TRACEID", "Accept");
    }

    [Theory]
    [InlineData("/a//b/../c/./d")]
    [InlineData("/a?x=http://y|z&q='%41%7c%zz")]
    [InlineData("/https://provider.example:443/GP0001/STU3/1/Patient/$op")]
    public async Task Path_and_query_go_out_letter_for_letter(string pathAndQuery)
    {
        await using var server = HostileServer.Answering("HTTP/1.1 204 No Content\r\n\r\n");

        await SendAsync(Get(server.Url + pathAndQuery));

        server.Requests.Single().Should().StartWith($"GET {pathAndQuery} HTTP/1.1\r\n");
    }

    [Theory]
    [InlineData("get")]
    [InlineData("DELETE")]
    [InlineData("PROPFIND")]
    public async Task Any_method_goes_out_in_its_own_case(string method)
    {
        await using var server = HostileServer.Answering("HTTP/1.1 405 Not Allowed\r\nContent-Length: 0\r\n\r\n");

        var exchange = await SendAsync(Get(server.Url + "/x") with { Method = method });

        server.Requests.Single().Should().StartWith($"{method} /x HTTP/1.1\r\n");
        exchange.Response!.Status.Should().Be(405);
    }

    [Fact]
    public async Task A_body_is_sent_with_its_length()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        var request = Get(server.Url + "/x") with
        {
            Method = "POST",
            Headers = new RequestHeaders { { "Content-Type", "application/fhir+json;charset=utf-8" } },
            Body = Encoding.UTF8.GetBytes("{\"a\":1}"),
        };

        var exchange = await SendAsync(request);

        server.Requests.Single().Should().EndWith("Content-Length: 7\r\nContent-Type: application/fhir+json;charset=utf-8\r\n\r\n{\"a\":1}");
        exchange.Request.Body.Text().Should().Be("{\"a\":1}");
        exchange.Request.Raw.Text().Should().Be(server.Requests.Single());
    }

    [Fact]
    public async Task A_body_can_be_sent_in_chunks()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        var request = Get(server.Url + "/x") with { Method = "PUT", Body = Encoding.UTF8.GetBytes("{\"a\":1}"), Chunked = true };

        var exchange = await SendAsync(request);

        server.Requests.Single().Should().Contain("Transfer-Encoding: chunked\r\n").And.NotContain("Content-Length").And.EndWith("\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n");
        exchange.Request.Raw.Text().Should().Be(server.Requests.Single());
        exchange.Request.Body.Text().Should().Be("{\"a\":1}");
    }

    [Fact]
    public async Task A_request_of_many_kilobytes_is_sent_whole()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 204 No Content\r\n\r\n");
        var request = Get(server.Url + "/x?long=" + new string('q', 20_000)) with
        {
            Method = "POST",
            Headers = new RequestHeaders { { "Authorization", "Bearer " + new string('t', 20_000) } },
            Body = new byte[300_000],
        };

        var exchange = await SendAsync(request);

        exchange.Failure.Should().BeNull();
        server.Requests.Single().Should().HaveLength(exchange.Request.Raw.Length).And.Contain(new string('t', 20_000));
    }

    [Fact]
    public async Task Host_and_length_given_by_the_request_stand_in_place_of_the_true_ones()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 204 No Content\r\n\r\n");
        var request = Get(server.Url + "/x") with
        {
            Method = "POST",
            Headers = new RequestHeaders { { "Host", "other.example" }, { "Content-Length", "2" } },
            Body = Encoding.UTF8.GetBytes("{}"),
        };

        await SendAsync(request);

        server.Requests.Single().Should().Be("POST /x HTTP/1.1\r\nHost: other.example\r\nContent-Length: 2\r\n\r\n{}");
    }

    [Fact]
    public async Task Chunks_are_joined_in_the_body_and_kept_in_the_raw_record()
    {
        const string response = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;why=so\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: t\r\n\r\n";
        await using var server = HostileServer.Answering(response);

        var exchange = await SendAsync(server);

        exchange.Failure.Should().BeNull();
        exchange.Response!.Body.Text().Should().Be("abcde");
        exchange.RawResponse.Text().Should().Be(response);
    }

    [Fact]
    public async Task Interim_responses_are_passed_over_and_kept_in_the_raw_record()
    {
        const string response = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        await using var server = HostileServer.Answering(response);

        var exchange = await SendAsync(server);

        exchange.Response!.Status.Should().Be(200);
        exchange.Response.Headers.Should().Equal(new HeaderRecord("Content-Length", "2"));
        exchange.Response.Body.Text().Should().Be("ok");
        exchange.RawResponse.Text().Should().Be(response);
    }

    [Fact]
    public async Task A_body_that_ends_with_the_connection_is_whole()
    {
        await using var server = HostileServer.AnsweringOnce("HTTP/1.0 200 OK\r\n\r\nto the end"u8.ToArray());

        var exchange = await SendAsync(server);

        exchange.Failure.Should().BeNull();
        exchange.Response!.HttpVersion.Should().Be("1.0");
        exchange.Response.Body.Text().Should().Be("to the end");
    }

    [Fact]
    public async Task A_head_has_no_body_whatever_its_length_says()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");

        var exchange = await SendAsync(Get(server.Url + "/x") with { Method = "HEAD" });

        exchange.Failure.Should().BeNull();
        exchange.Response!.Body.Length.Should().Be(0);
    }

    [Fact]
    public async Task Redirects_are_not_followed_and_cookies_not_returned()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 302 Found\r\nLocation: /other\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n");
        using var clients = new ProviderClientFactory(new TargetSettings());
        using var client = clients.Create();

        var first = await client.SendAsync(Get(server.Url + "/x"));
        await client.SendAsync(Get(server.Url + "/x"));

        first.Response!.Status.Should().Be(302);
        server.Requests.Should().HaveCount(2).And.OnlyContain(request => request.StartsWith("GET /x ") && !request.Contains("Cookie"));
    }

    [Fact]
    public async Task A_kept_connection_is_used_again_and_each_exchange_records_its_own_bytes()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        using var clients = new ProviderClientFactory(new TargetSettings());
        using var client = clients.Create();

        var first = await client.SendAsync(Get(server.Url + "/1"));
        var second = await client.SendAsync(Get(server.Url + "/2"));

        server.Accepted.Should().Be(1);
        first.Timings.ConnectMs.Should().BePositive();
        second.Timings.ConnectMs.Should().BeNull();
        second.Request.Raw.Text().Should().StartWith("GET /2 ");
        second.RawResponse.Text().Should().Be(first.RawResponse.Text());
        first.Request.Raw.Text().Should().StartWith("GET /1 ");
    }

    [Fact]
    public async Task A_kept_connection_that_the_server_closed_is_replaced()
    {
        await using var server = HostileServer.AnsweringOnce("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"u8.ToArray());
        using var clients = new ProviderClientFactory(new TargetSettings());
        using var client = clients.Create();

        for (var number = 1; number <= 200; number++)
        {
            var exchange = await client.SendAsync(Get($"{server.Url}/{number}"));

            exchange.Failure.Should().BeNull();
            exchange.Request.Raw.Text().Should().StartWith($"GET /{number} ").And.EndWith("\r\n\r\n");
            exchange.RawResponse.Text().Should().EndWith("ok");
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task A_request_that_the_server_took_and_did_not_answer_is_not_sent_again(string method)
    {
        var answered = 0;
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            if (Interlocked.Increment(ref answered) == 1)
            {
                await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                await connection.ReadRequestAsync();
            }
        });
        using var clients = new ProviderClientFactory(new TargetSettings());
        using var client = clients.Create();
        await client.SendAsync(Get(server.Url + "/1"));

        var exchange = await client.SendAsync(Get(server.Url + "/2") with { Method = method, Body = method == "GET" ? null : new byte[10] });

        exchange.Failure.Should().NotBeNull();
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task What_comes_after_the_response_is_not_taken_for_the_next_one()
    {
        var number = 0;
        await using var server = new HostileServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                var body = $"answer {++number}";
                await connection.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
            }
        });
        using var clients = new ProviderClientFactory(new TargetSettings());
        using var client = clients.Create();

        var first = await client.SendAsync(Get(server.Url + "/1"));
        var second = await client.SendAsync(Get(server.Url + "/2"));

        first.Response!.Body.Text().Should().Be("answer 1");
        second.Response!.Body.Text().Should().Be("answer 2");
    }

    [Fact]
    public async Task Timings_are_those_of_the_exchange()
    {
        await using var server = new HostileServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await Task.Delay(120);
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no");
            await Task.Delay(120);
            await connection.WriteAsync("k");
        });

        var timings = (await SendAsync(server)).Timings;

        timings.HeadersMs.Should().BeGreaterThan(100);
        timings.TotalMs.Should().BeGreaterThan(220).And.BeGreaterThanOrEqualTo(timings.HeadersMs!.Value);
    }

    [Fact]
    public async Task Many_clients_work_at_once()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        using var clients = new ProviderClientFactory(new TargetSettings());

        var exchanges = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            using var client = clients.Create();
            return await client.SendAsync(Get($"{server.Url}/{number}"));
        }));

        exchanges.Should().OnlyContain(exchange => exchange.Response!.Status == 200);
        exchanges.Select(exchange => exchange.Request.Raw.Text()).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task One_client_takes_one_exchange_at_a_time()
    {
        await using var server = new HostileServer(connection => connection.SilenceAsync());
        using var clients = new ProviderClientFactory(new TargetSettings());
        using var client = clients.Create();
        using var cancellation = new CancellationTokenSource();
        var first = client.SendAsync(Get(server.Url), cancellation.Token);

        await client.Awaiting(it => it.SendAsync(Get(server.Url))).Should().ThrowAsync<InvalidOperationException>();

        await cancellation.CancelAsync();
        await first.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("Patient/1")]
    [InlineData("ftp://provider.example/x")]
    [InlineData("http://provider.example/a b")]
    [InlineData("http://provider.example/a\r\nX: y")]
    public async Task A_URL_that_cannot_be_sent_is_refused(string url)
    {
        await Awaiting(() => SendAsync(Get(url))).Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData("X\r\nY", "1")]
    [InlineData("X", "1\r\nY: 2")]
    [InlineData("X", "1\n")]
    public void A_header_that_would_end_its_line_is_refused(string name, string value)
    {
        new RequestHeaders().Invoking(headers => headers.Add(name, value)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task The_evidence_record_holds_what_the_exchange_holds()
    {
        await using var server = HostileServer.Answering("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno");
        var exchange = await SendAsync(Get(server.Url + "/x") with { Headers = new RequestHeaders { { "Accept", "a/b" } } });

        var record = exchange.ToRecord("e1", "s1");

        record.Should().BeEquivalentTo(new
        {
            Id = "e1",
            Scenario = "s1",
            Method = "GET",
            Url = server.Url + "/x",
            RequestHeaders = new[] { new HeaderRecord("Host", $"127.0.0.1:{server.Port}"), new HeaderRecord("Accept", "a/b") },
            RequestBodyLength = 0L,
            Status = 404,
            ReasonPhrase = "Not Found",
            HttpVersion = "1.1",
            ResponseHeaders = new[] { new HeaderRecord("Content-Length", "2") },
            ReceivedBodyLength = 2L,
            BodyLength = 2L,
            Error = (string?)null,
            exchange.Timings.HeadersMs,
            exchange.Timings.TotalMs,
            Tls = (TlsRecord?)null,
        });
    }

    private static Func<Task> Awaiting(Func<Task> action) => action;
}
