namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class SspHeaderTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private Consumer Consumer => provider.Consumer;

    public static TheoryData<string> Names => ["Ssp-TraceID", "Ssp-From", "Ssp-To", "Ssp-InteractionID"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_missing_header_is_refused_on_every_interaction(string name)
    {
        (await Consumer.GetMetadata(Without)).Error.Should().Be("400 BAD_REQUEST");
        (await Consumer.FindPatient("registered", Without)).Error.Should().Be("400 BAD_REQUEST");
        (await Consumer.ReadPatient("registered", Without)).Diagnostics.Should().Contain(name);

        void Without(HttpRequestMessage request) => request.Headers.Remove(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_empty_header_is_refused(string name) =>
        (await Consumer.FindPatient("registered", request => Change(request, name, ""))).Error.Should().Be("400 BAD_REQUEST");

    [Fact]
    public async Task Header_names_are_not_case_sensitive()
    {
        var answer = await Consumer.GetMetadata(request =>
        {
            request.Headers.Remove("Ssp-TraceID");
            request.Headers.Add("ssp-traceid", "1");
        });

        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task Only_the_own_ASID_is_accepted() =>
        (await Consumer.FindPatient("registered", request => Change(request, "Ssp-To", "999999999999"))).Error.Should().Be("400 BAD_REQUEST");

    [Fact]
    public async Task Any_consumer_is_served() =>
        (await Consumer.FindPatient("registered", request => Change(request, "Ssp-From", "123456789012"))).Status.Should().Be(200);

    [Fact]
    public async Task Forwarding_headers_do_no_harm()
    {
        var answer = await Consumer.GetMetadata(request =>
        {
            request.Headers.Add("Forwarded", "for=192.0.2.1;proto=https");
            request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        });

        answer.Status.Should().Be(200);
    }

    internal static void Change(HttpRequestMessage request, string name, params string[] values)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, values);
    }
}
