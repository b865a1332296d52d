using System.Net;
using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Spine;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class SpineProxyTests : IAsyncLifetime
{
    private const string ConsumerAsid = "200000000001";
    private const string WithoutAgreement = "200000000116";

    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private ReferenceProviderHost _provider = null!;
    private SpineSecureProxyHost _proxy = null!;

    public async Task InitializeAsync()
    {
        _provider = await ReferenceProviderHost.StartAsync();
        _proxy = await SpineSecureProxyHost.StartAsync(SpineDirectory.Of(_provider, [ConsumerAsid], WithoutAgreement));
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task What_the_directory_allows_is_answered_by_the_provider_as_if_it_were_called_directly()
    {
        var direct = await new Consumer(_provider).FindPatient("registered");
        var proxied = await new Consumer(_provider).FindPatient("registered", Through);
        proxied.Status.Should().Be(200);
        proxied.Headers.Where(header => header.Key is not ("Date" or "Content-Length")).Should().BeEquivalentTo(direct.Headers.Where(header => header.Key is not ("Date" or "Content-Length")));
        proxied.Body.Length.Should().Be(direct.Body.Length);
    }

    [Fact]
    public async Task A_body_is_handed_on()
    {
        var consumer = new Consumer(_provider);
        var answer = await consumer.Register(RegistrationForm.Minimal(consumer.TestData.Unregistered[0]), Through);
        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task An_error_of_the_provider_stays_the_provider_s()
    {
        var answer = await new Consumer(_provider).ReadById("Patient", "no-such-id", Through);
        answer.Status.Should().Be(404);
        JsonNode.Parse(answer.Body)!["meta"]!["profile"].Should().NotBeNull();
    }

    [Theory]
    [InlineData("Ssp-From", "999999999999", 403, "forbidden", "ASID_CHECK_FAILED_MESSAGESENDER_999999999999")]
    [InlineData("Ssp-From", null, 403, "forbidden", "ASID_CHECK_FAILED_MESSAGESENDER_")]
    [InlineData("Ssp-From", WithoutAgreement, 403, "forbidden", "FOT_CHECK_FAILED_MESSAGESENDER_200000000116_MESSAGERECEIVER_999000000001")]
    [InlineData("Ssp-To", "999999999999", 403, "forbidden", "PARTYKEY_INTERACTION_CHECK_FAILED_MESSAGERECEIVER_999999999999")]
    [InlineData("Ssp-To", null, 403, "forbidden", "PARTYKEY_INTERACTION_CHECK_FAILED_MESSAGERECEIVER_")]
    [InlineData("Ssp-To", ConsumerAsid, 403, "forbidden", "PARTYKEY_INTERACTION_CHECK_FAILED_MESSAGERECEIVER_200000000001")]
    [InlineData("Ssp-InteractionID", "urn:made-up", 403, "forbidden", "ASID_CHECK_FAILED_MESSAGESENDER_200000000001")]
    [InlineData("Accept", "application/pdf", 415, "not-supported", "Unsupported_Media_Type")]
    public async Task What_the_directory_does_not_allow_is_refused(string header, string? value, int status, string type, string display)
    {
        var answer = await new Consumer(_provider).GetMetadata(request =>
        {
            request.Headers.Remove(header);
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }

            Through(request);
        });
        Refused(answer, status, type, display);
    }

    [Fact]
    public async Task A_method_that_is_not_known_is_refused()
    {
        var answer = await new Consumer(_provider).GetMetadata(request =>
        {
            request.Method = HttpMethod.Trace;
            Through(request);
        });
        Refused(answer, 405, "not-supported", "405: Method Not Allowed");
    }

    [Fact]
    public async Task A_root_that_differs_from_the_one_registered_is_refused()
    {
        var target = _provider.BaseUrl.ToString().Replace("127.0.0.1", "localhost") + "/metadata";
        var answer = await new Consumer(_provider).GetMetadata(request => request.RequestUri = new Uri($"{_proxy.Url}{target}"));
        Refused(answer, 400, "invalid", $"ENDPOINT_{_provider.BaseUrl}_CPAID_S999000000001_VARIES_FROM_TARGETURL_{target}");
    }

    [Fact]
    public async Task A_provider_that_is_off_is_told_as_that()
    {
        var url = _provider.BaseUrl;
        await _provider.DisposeAsync();
        var answer = await new Consumer(_provider).GetMetadata(Through);
        Refused(answer, 502, "transient", $"ERROR_COMMUNICATING_TO_ENDPOINT_URL_{url}/metadata");
        _provider = await ReferenceProviderHost.StartAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("GPC001/STU3/1")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_no_URL_of_a_provider_leads_nowhere(string target)
    {
        using var response = await Client.GetAsync(new Uri($"{_proxy.Url}{target}"));
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public void The_directory_finds_the_endpoint_of_a_practice_by_interaction()
    {
        var directory = SpineDirectory.Of(_provider, [ConsumerAsid]);
        var endpoint = directory.Endpoint("GPC001", Consumer.Metadata)!;
        endpoint.EndPoint.Should().Be(_provider.BaseUrl.ToString());
        directory.Endpoint("GPC001OFF", Consumer.Metadata)!.EndPoint.Should().Be(_provider.TestData.WithoutAppointments.ToString());
        directory.Systems("999000000001").Select(system => system.PartyKey).Should().Equal([endpoint.PartyKey, "GPC001OFF-000001"], "the practice and its companion are on one system");
        directory.Endpoint("GPC001", "urn:made-up").Should().BeNull();
        directory.Endpoint("GPC999", Consumer.Metadata).Should().BeNull();
        directory.Systems("1").Should().BeEmpty();
    }

    private void Through(HttpRequestMessage request) => request.RequestUri = new Uri($"{_proxy.Url}{request.RequestUri}");

    private static void Refused(Answer answer, int status, string type, string display)
    {
        answer.Status.Should().Be(status);
        var outcome = JsonNode.Parse(answer.Body)!;
        outcome["resourceType"]!.GetValue<string>().Should().Be("OperationOutcome");
        outcome["meta"].Should().BeNull("that is how it is told from a provider's");
        var issue = outcome["issue"]![0]!;
        issue["code"]!.GetValue<string>().Should().Be(type);
        var coding = issue["details"]!["coding"]![0]!;
        coding["code"]!.GetValue<string>().Should().Be($"{status}");
        coding["display"]!.GetValue<string>().Should().Be(display);
    }
}
