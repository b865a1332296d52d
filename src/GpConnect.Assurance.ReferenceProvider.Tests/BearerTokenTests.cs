using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class BearerTokenTests(SoundProvider provider) : IClassFixture<SoundProvider>
{
    private static readonly string Header = ConsumerToken.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");

    private Consumer Consumer => provider.Consumer;

    public static TheoryData<string> Claims =>
    [
        "iss", "sub", "aud", "exp", "iat", "reason_for_request", "requested_scope",
        "requesting_device", "requesting_organization", "requesting_practitioner",
    ];

    public static TheoryData<string> ClaimResources => ["requesting_device", "requesting_organization", "requesting_practitioner"];

    internal static readonly string[] Unreadable =
    [
        "Basic abc",
        "Bearer",
        "Bearer abc",
        "Bearer a.b",
        $"Bearer {Header}.!!!.",
        $"Bearer {Header}.{ConsumerToken.Encode("not json")}.",
        $"Bearer {Header}.{ConsumerToken.Encode("[]")}.",
        $"Bearer {Header}.{ConsumerToken.Encode("{\"iss\":\"a\",\"iss\":\"b\"}")}.",
        $"Bearer {Header}.{ConsumerToken.Encode("{}")}.c2lnbmF0dXJl",
        $"Bearer {ConsumerToken.Encode("{\"alg\":\"HS256\"}")}.{ConsumerToken.Encode("{}")}.",
    ];

    public static TheoryData<string> UnreadableAuthorizations => [.. Unreadable];

    [Fact]
    public async Task A_missing_token_is_refused()
    {
        var answer = await Consumer.GetMetadata(request => request.Headers.Authorization = null);

        answer.Error.Should().Be("400 BAD_REQUEST");
        answer.Headers["WWW-Authenticate"].Should().StartWith("Bearer");
    }

    [Theory]
    [MemberData(nameof(UnreadableAuthorizations))]
    public async Task A_token_that_cannot_be_read_is_refused(string authorization) =>
        (await Consumer.GetMetadata(request => SspHeaderTests.Change(request, "Authorization", authorization))).Error.Should().Be("400 BAD_REQUEST");

    [Fact]
    public async Task A_token_without_its_trailing_dot_is_refused()
    {
        var answer = await Consumer.GetMetadata(request =>
            SspHeaderTests.Change(request, "Authorization", request.Headers.Authorization!.ToString().TrimEnd('.')));

        answer.Error.Should().Be("400 BAD_REQUEST");
    }

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task A_claim_that_is_missing_null_or_empty_is_refused_by_name(string claim)
    {
        Action<ConsumerToken>[] changes =
        [
            token => token.Claims.Remove(claim),
            token => token.Claims[claim] = null,
            token => token.Claims[claim] = token.Claims[claim] is JsonObject ? new JsonObject() : JsonValue.Create(""),
        ];
        foreach (var change in changes)
        {
            var answer = await Consumer.FindPatient("registered", token: change);

            answer.Error.Should().Be("400 BAD_REQUEST");
            answer.Diagnostics.Should().Contain(claim);
        }
    }

    [Theory]
    [InlineData("iss", "\"no url\"")]
    [InlineData("iss", "1")]
    [InlineData("sub", "\"somebody else\"")]
    [InlineData("aud", "\"https://authorize.fhir.nhs.net/token\"")]
    [InlineData("aud", "[\"https://provider.example.org\"]")]
    [InlineData("exp", "\"9999999999\"")]
    [InlineData("exp", "\"2030-01-01\"")]
    [InlineData("exp", "9999999999.5")]
    [InlineData("reason_for_request", "\"secondaryuses\"")]
    [InlineData("reason_for_request", "\"DirectCare\"")]
    [InlineData("reason_for_request", "\"migration\"")]
    [InlineData("requested_scope", "\"patient/*.delete\"")]
    [InlineData("requested_scope", "\"user/*.read\"")]
    [InlineData("requested_scope", "\"patient/*\"")]
    [InlineData("requested_scope", "\"Patient/*.read\"")]
    [InlineData("requested_scope", "\"patient/*.read conf/X\"")]
    [InlineData("requesting_device", "\"text\"")]
    [InlineData("requesting_device", "{\"resourceType\":\"Patient\"}")]
    [InlineData("requesting_organization", "{\"resourceType\":\"Device\"}")]
    [InlineData("requesting_practitioner", "{\"id\":\"user-1\"}")]
    public async Task A_claim_with_a_wrong_value_is_refused_by_name(string claim, string json)
    {
        var answer = await Consumer.FindPatient("registered", token: token => token.Claims[claim] = JsonNode.Parse(json));

        answer.Error.Should().Be("400 BAD_REQUEST");
        answer.Diagnostics.Should().Contain(claim);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-300)]
    public async Task A_token_is_not_accepted_at_or_after_its_expiry(int seconds)
    {
        var answer = await Consumer.GetMetadata(token: token =>
            token.Claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + seconds);

        answer.Error.Should().Be("400 BAD_REQUEST");
        answer.Diagnostics.Should().Contain("exp");
    }

    [Fact]
    public async Task The_time_of_issue_is_not_judged()
    {
        var answer = await Consumer.GetMetadata(token =>
        {
        }, token =>
        {
            token.Claims["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 60;
            token.Claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 360;
        });

        answer.Status.Should().Be(200);
    }

    [Theory]
    [MemberData(nameof(ClaimResources))]
    public async Task A_claim_resource_that_breaks_STU3_is_refused(string claim)
    {
        var answer = await Consumer.FindPatient("registered", token: token => token.Claims[claim]!["identifier"] = "text");

        answer.Error.Should().Be("422 INVALID_RESOURCE");
        answer.Diagnostics.Should().Contain(claim).And.Contain("identifier");
    }

    [Theory]
    [InlineData("requesting_organization", "identifier")]
    [InlineData("requesting_organization", "name")]
    [InlineData("requesting_practitioner", "id")]
    [InlineData("requesting_practitioner", "name")]
    [InlineData("requesting_practitioner", "identifier")]
    [InlineData("requesting_device", "identifier")]
    [InlineData("requesting_device", "model")]
    [InlineData("requesting_device", "version")]
    public async Task A_claim_resource_that_lacks_a_part_is_refused(string claim, string part)
    {
        var answer = await Consumer.FindPatient("registered", token: token => token.Claims[claim]!.AsObject().Remove(part));

        answer.Error.Should().Be("422 INVALID_RESOURCE");
    }

    [Fact]
    public async Task A_DSTU2_name_is_refused()
    {
        var answer = await Consumer.FindPatient("registered", token: token =>
            token.Claims["requesting_practitioner"]!["name"]![0]!["family"] = new JsonArray("Userman"));

        answer.Error.Should().Be("422 INVALID_RESOURCE");
    }

    [Fact]
    public async Task A_user_without_smartcard_role_or_local_id_is_served()
    {
        var answer = await Consumer.FindPatient("registered", token: token =>
            token.Claims["requesting_practitioner"]!["identifier"] = ConsumerToken.Identifiers(("https://fhir.nhs.uk/Id/sds-user-id", "UNK")));

        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task Elements_it_does_not_know_are_taken()
    {
        var answer = await Consumer.FindPatient("registered", token: token =>
        {
            token.Claims["requesting_device"]!["bogus"] = true;
            token.Claims["more"] = "claims";
        });

        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task The_scope_must_grant_the_interaction()
    {
        var organization = await Consumer.FindPatient("registered", token: token => token.Claims["requested_scope"] = "organization/*.read");
        var patient = await Consumer.ReadById(
            "Location", Consumer.TestData.Locations["main"].LogicalId, token: token => token.Claims["requested_scope"] = "patient/*.read");
        var anybody = await Consumer.GetMetadata(token: token => token.Claims["requested_scope"] = "patient/*.read");

        organization.Error.Should().Be("403 ACCESS DENIED");
        organization.Headers["WWW-Authenticate"].Should().Contain("insufficient_scope");
        patient.Error.Should().Be("403 ACCESS DENIED");
        anybody.Status.Should().Be(200);
    }

    [Fact]
    public async Task The_audience_may_be_the_root_as_the_consumer_called_it()
    {
        var byName = new UriBuilder(Consumer.BaseUrl) { Host = "localhost" }.Uri;

        var answer = await Consumer.GetMetadata(
            request => request.RequestUri = new UriBuilder(request.RequestUri!) { Host = "localhost" }.Uri,
            token => token.Claims["aud"] = byName.AbsoluteUri);

        answer.Status.Should().Be(200);
    }
}
