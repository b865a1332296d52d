using System.IO.Compression;
using System.Text;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class ContentNegotiationTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private const string Json = "application/fhir+json;charset=utf-8";
    private const string Xml = "application/fhir+xml;charset=utf-8";

    private Consumer Consumer => provider.Consumer;

    [Theory]
    [InlineData(null, null, Json)]
    [InlineData("application/fhir+json", null, Json)]
    [InlineData("application/fhir+xml", null, Xml)]
    [InlineData("application/fhir+json;charset=utf-8", null, Json)]
    [InlineData("application/fhir+xml;charset=UTF-8", null, Xml)]
    [InlineData("application/fhir+json;q=0.5, application/fhir+xml", null, Xml)]
    [InlineData("application/pdf, application/fhir+xml;q=0.1", null, Xml)]
    [InlineData("*/*", null, Json)]
    [InlineData("application/*", null, Json)]
    [InlineData("application/fhir+xml, */*;q=0.1", null, Xml)]
    [InlineData("application/fhir+xml", "application%2Ffhir%2Bjson", Json)]
    [InlineData("application/fhir+json", "application%2Ffhir%2Bxml", Xml)]
    [InlineData("application/pdf", "application/fhir+xml", Xml)]
    [InlineData(null, "xml", Xml)]
    [InlineData(null, "json", Json)]
    [InlineData("application/fhir+xml", "", Xml)]
    public async Task The_format_is_the_one_asked_for(string? accept, string? format, string contentType)
    {
        var answer = await GetMetadata(accept, format);

        answer.Status.Should().Be(200);
        answer.Headers["Content-Type"].Should().Be(contentType);
        answer.Body[0].Should().Be(contentType == Json ? (byte)'{' : (byte)'<');
    }

    [Theory]
    [InlineData("application/pdf", null)]
    [InlineData("text/turtle", null)]
    [InlineData("nonsense", null)]
    [InlineData("application/fhir+json;q=0", null)]
    [InlineData("application/fhir+json;charset=iso-8859-1", null)]
    [InlineData("application/fhir+json", "application%2Fpdf")]
    [InlineData(null, "text/turtle")]
    public async Task A_format_that_is_not_served_is_refused(string? accept, string? format)
    {
        var answer = await GetMetadata(accept, format);

        answer.Error.Should().Be("415 UNSUPPORTED_MEDIA_TYPE");
        answer.Headers["Content-Type"].Should().Be(Json);
    }

    [Fact]
    public async Task An_error_comes_in_the_format_asked_for()
    {
        var answer = await Consumer.Find(
            "Patient", "https://fhir.nhs.uk/Id/nhs-number", "1", request => SspHeaderTests.Change(request, "Accept", "application/fhir+xml"));

        answer.Status.Should().Be(400);
        answer.Headers["Content-Type"].Should().Be(Xml);
        Encoding.UTF8.GetString(answer.Body).Should().StartWith("<").And.Contain("INVALID_NHS_NUMBER");
    }

    [Fact]
    public async Task Without_Accept_the_format_is_that_of_the_body()
    {
        var answer = await Consumer.GetMetadata(request =>
        {
            request.Method = HttpMethod.Post;
            request.Content = new StringContent("<a/>", Encoding.UTF8, "application/fhir+xml");
        });

        answer.Headers["Content-Type"].Should().Be(Xml);
    }

    [Fact]
    public async Task Nothing_is_cached()
    {
        Answer[] answers =
        [
            await Consumer.GetMetadata(),
            await Consumer.FindPatient("registered"),
            await Consumer.FindPatient("unknown"),
            await Consumer.ReadPatient("registered"),
            await Consumer.ReadPatient("sensitive"),
            await Consumer.FindPatient("incomplete"),
            await GetMetadata("application/pdf", null),
            await Consumer.Get("Basic/1", Consumer.Metadata, "patient/*.read"),
        ];

        answers.Select(answer => answer.Headers["Cache-Control"]).Should().AllBe("no-store");
    }

    [Fact]
    public async Task No_strict_transport_security_is_promised_without_TLS() =>
        (await Consumer.GetMetadata()).Headers.Should().NotContainKey("Strict-Transport-Security").And.NotContainKey("Server");

    [Fact]
    public async Task The_body_is_compressed_when_asked_for_and_only_then()
    {
        var plain = await Consumer.FindPatient("registered");
        var refused = await Consumer.FindPatient("registered", request => request.Headers.AcceptEncoding.ParseAdd("gzip;q=0, identity"));
        var packed = await Consumer.FindPatient("registered", request => request.Headers.AcceptEncoding.ParseAdd("deflate, gzip"));

        plain.Headers.Should().NotContainKey("Content-Encoding");
        refused.Headers.Should().NotContainKey("Content-Encoding");
        packed.Headers["Content-Encoding"].Should().Be("gzip");
        packed.Headers["Transfer-Encoding"].Should().Be("chunked");
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(packed.Body), CompressionMode.Decompress))
        {
            await gzip.CopyToAsync(unpacked);
        }

        unpacked.ToArray().Should().Equal(plain.Body);
    }

    private Task<Answer> GetMetadata(string? accept, string? format) =>
        Consumer.Get(
            format is null ? "metadata" : "metadata?_format=" + format,
            Consumer.Metadata,
            "organization/*.read",
            request =>
            {
                if (accept is not null)
                {
                    request.Headers.TryAddWithoutValidation("Accept", accept);
                }
            });
}
