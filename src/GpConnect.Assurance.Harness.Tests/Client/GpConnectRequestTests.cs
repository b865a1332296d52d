using System.Text;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class GpConnectRequestTests
{
    private static readonly TargetSettings Settings = new()
    {
        Roots = new ServiceRoots { Foundations = "https://pcs.thirdparty.nhs.uk/T99999/STU3/1", Structured = "https://pcs.thirdparty.nhs.uk/T99999/STU3/1/gpconnect/structured" },
        ProviderAsid = "918999198993",
        Consumer = new ConsumerSettings { Asid = "200000000359" },
    };

    private readonly FixedClock _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_775_000_000));

    [Fact]
    public void A_search_is_what_the_specification_asks_for()
    {
        var request = New(Interactions.FindPatient).With("nhsNumber", "9690937278").Build();

        request.Method.Should().Be("GET");
        request.Url.Should().Be("https://pcs.thirdparty.nhs.uk/T99999/STU3/1/Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9690937278");
        request.Body.Should().BeNull();
        request.Headers.Select(line => line.Name).Should().Equal("Ssp-TraceID", "Ssp-From", "Ssp-To", "Ssp-InteractionID", "Authorization", "Accept");
        Guid.TryParseExact(request.Headers["Ssp-TraceID"], "D", out _).Should().BeTrue();
        request.Headers["Ssp-From"].Should().Be("200000000359");
        request.Headers["Ssp-To"].Should().Be("918999198993");
        request.Headers["Ssp-InteractionID"].Should().Be("urn:nhs:names:services:gpconnect:fhir:rest:search:patient-1");
        request.Headers["Accept"].Should().Be("application/fhir+json");
        TokenText.Claims(request.Headers["Authorization"])["aud"]!.ToString().Should().Be("https://pcs.thirdparty.nhs.uk/T99999/STU3/1");
    }

    [Fact]
    public void Each_request_made_has_a_trace_id_and_a_token_of_its_own()
    {
        var request = New(Interactions.ReadMetadata);

        var first = request.Build();
        _clock.Now += TimeSpan.FromSeconds(7);
        var second = request.Build();

        second.Headers["Ssp-TraceID"].Should().NotBe(first.Headers["Ssp-TraceID"]);
        TokenText.Claims(first.Headers["Authorization"])["iat"]!.GetValue<long>().Should().Be(1_775_000_000);
        TokenText.Claims(second.Headers["Authorization"])["iat"]!.GetValue<long>().Should().Be(1_775_000_007);
    }

    [Theory]
    [InlineData(FormatVia.None, null, "")]
    [InlineData(FormatVia.Accept, "application/fhir+xml", "")]
    [InlineData(FormatVia.Parameter, null, "?_format=application%2Ffhir%2Bxml")]
    [InlineData(FormatVia.Accept | FormatVia.Parameter, "application/fhir+xml", "?_format=application%2Ffhir%2Bxml")]
    public void A_format_is_asked_for_by_header_parameter_both_or_not_at_all(FormatVia via, string? accept, string query)
    {
        var request = New(Interactions.ReadMetadata).InFormat(FhirMediaType.Xml, via).Build();

        request.Headers["Accept"].Should().Be(accept);
        request.Url.Should().Be("https://pcs.thirdparty.nhs.uk/T99999/STU3/1/metadata" + query);
    }

    [Fact]
    public void A_format_parameter_follows_those_of_the_search()
    {
        New(Interactions.FindPatient).With("nhsNumber", "1").InFormat(FhirMediaType.Json, FormatVia.Parameter).Build()
            .Url.Should().EndWith("%7C1&_format=application%2Ffhir%2Bjson");
    }

    [Fact]
    public void An_operation_posts_its_body_with_charset_to_a_path_with_its_dollar()
    {
        var body = Encoding.UTF8.GetBytes("<Parameters/>");

        var request = New(Interactions.RegisterPatient).InFormat(FhirMediaType.Xml).WithBody(body, chunked: true).Build();

        request.Method.Should().Be("POST");
        request.Url.Should().EndWith("/Patient/$gpc.registerpatient");
        request.Headers["Content-Type"].Should().Be("application/fhir+xml;charset=utf-8");
        request.Body!.Value.ToArray().Should().Equal(body);
        request.Chunked.Should().BeTrue();
    }

    [Fact]
    public void Ids_and_values_are_percent_encoded_whatever_they_hold()
    {
        New(Interactions.ReadPatient).With("id", "a/b?c#d|é").Build().Url.Should().EndWith("/Patient/a%2Fb%3Fc%23d%7C%C3%A9");
        New(Interactions.RetrievePatientAppointments).With("id", "1").With("from", "2026-04-01").With("to", "2026-04-15").Build()
            .Url.Should().EndWith("/Patient/1/Appointment?start=ge2026-04-01&start=le2026-04-15");
    }

    [Fact]
    public void Query_method_path_and_root_can_be_altered()
    {
        var request = New(Interactions.FindPatient).With("nhsNumber", "1");
        request.Query.Add(new QueryParameter("identifier", "second{nhsNumber}"));
        request.Query.Add(new QueryParameter("made up", "x&y"));
        request.Method = "put";
        request.Path = "/patient";
        request.Root = "https://other.example/r";

        var built = request.Build();

        built.Method.Should().Be("put");
        built.Url.Should().Be("https://other.example/r/patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C1&identifier=second1&made%20up=x%26y");
        TokenText.Claims(built.Headers["Authorization"])["aud"]!.ToString().Should().Be("https://other.example/r");
    }

    [Fact]
    public void Headers_and_token_are_altered_in_the_order_asked_for_in_every_request_made()
    {
        var request = New(Interactions.ReadMetadata)
            .AlterToken(token => token.Set("sub", "first"))
            .AlterToken(token => token.Set("sub", token.Get("sub")!.GetValue<string>() + " second"))
            .AlterHeaders(headers => headers.Remove("ssp-to").Set("SSP-FROM", "").Add("Ssp-InteractionID", "again"));

        foreach (var built in new[] { request.Build(), request.Build() })
        {
            TokenText.Claims(built.Headers["Authorization"])["sub"]!.ToString().Should().Be("first second");
            built.Headers.Contains("Ssp-To").Should().BeFalse();
            built.Headers["Ssp-From"].Should().BeEmpty();
            built.Headers.Count(line => line.Name == "Ssp-InteractionID").Should().Be(2);
        }
    }

    [Fact]
    public void The_Spine_Secure_Proxy_goes_before_a_root_that_keeps_its_own_scheme()
    {
        var settings = Settings with { Proxy = new ProxySettings { Spine = "https://proxy.spine.example" } };

        var request = new GpConnectRequest(Interactions.GetStructuredRecord, settings with { Roots = new ServiceRoots { Structured = "https://pcs.thirdparty.nhs.uk/T99999/STU3/1" } }, _clock).Build();

        request.Url.Should().Be("https://proxy.spine.example/https://pcs.thirdparty.nhs.uk/T99999/STU3/1/Patient/$gpc.getstructuredrecord");
        TokenText.Claims(request.Headers["Authorization"])["aud"]!.ToString().Should().Be("https://pcs.thirdparty.nhs.uk/T99999/STU3/1");
    }

    [Fact]
    public void Each_capability_is_called_at_its_own_root()
    {
        New(Interactions.ReadStructuredMetadata).Build().Url.Should().Be("https://pcs.thirdparty.nhs.uk/T99999/STU3/1/gpconnect/structured/metadata");
        New(Interactions.ReadDocumentsMetadata).Invoking(request => request.Build()).Should().Throw<InvalidOperationException>()
            .WithMessage("No service root URL is configured for Documents.");
    }

    [Fact]
    public void A_placeholder_without_a_value_is_told()
    {
        New(Interactions.ReadPatient).Invoking(request => request.Build()).Should().Throw<InvalidOperationException>()
            .WithMessage("The request to read a patient needs a value for {id}.");
    }

    [Fact]
    public void Setting_a_header_puts_one_line_where_the_first_stood()
    {
        var headers = new RequestHeaders { { "A", "1" }, { "B", "2" }, { "a", "3" } };

        headers.Set("A", "4").Set("C", "5");

        headers.Select(line => $"{line.Name}={line.Value}").Should().Equal("A=4", "B=2", "C=5");
    }

    private GpConnectRequest New(Interaction interaction) => new(interaction, Settings, _clock);
}
