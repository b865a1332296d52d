using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Tests.Client;

public class JwtBuilderTests
{
    private static readonly FixedClock Clock = new(DateTimeOffset.FromUnixTimeSeconds(1_775_000_000));

    [Fact]
    public void A_token_holds_the_ten_claims_as_published_and_nothing_else()
    {
        var consumer = new ConsumerSettings
        {
            Issuer = "https://consumer.example/x",
            Device = new DeviceSettings { IdentifierSystem = "https://consumer.example/d", IdentifierValue = "d1", Model = "Tool", Version = "2.5" },
            Organization = new OrganizationSettings { OdsCode = "A1", Name = "Søren’s practice" },
            Practitioner = new PractitionerSettings { Id = "u7", Family = "Who", Given = ["John", "Q"], Prefix = ["Mr"], SdsUserId = "111", SdsRoleProfileId = "222", LocalIdentifierSystem = "https://consumer.example/u", LocalIdentifierValue = "who" },
        };

        var token = new JwtBuilder(consumer, Clock).Build(Interactions.FindPatient, "https://provider.example/GP0001/STU3/1").Encode();

        TokenText.Part(token, 0).ToJsonString().Should().Be("""{"alg":"none","typ":"JWT"}""");
        JsonNode.DeepEquals(TokenText.Part(token, 1), JsonNode.Parse("""
            {
              "iss": "https://consumer.example/x",
              "sub": "u7",
              "aud": "https://provider.example/GP0001/STU3/1",
              "exp": 1775000300,
              "iat": 1775000000,
              "reason_for_request": "directcare",
              "requested_scope": "patient/*.read",
              "requesting_device": {
                "resourceType": "Device",
                "identifier": [{ "system": "https://consumer.example/d", "value": "d1" }],
                "model": "Tool",
                "version": "2.5"
              },
              "requesting_organization": {
                "resourceType": "Organization",
                "identifier": [{ "system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "A1" }],
                "name": "Søren’s practice"
              },
              "requesting_practitioner": {
                "resourceType": "Practitioner",
                "id": "u7",
                "identifier": [
                  { "system": "https://fhir.nhs.uk/Id/sds-user-id", "value": "111" },
                  { "system": "https://fhir.nhs.uk/Id/sds-role-profile-id", "value": "222" },
                  { "system": "https://consumer.example/u", "value": "who" }
                ],
                "name": [{ "family": "Who", "given": ["John", "Q"], "prefix": ["Mr"] }]
              }
            }
            """)).Should().BeTrue(TokenText.Part(token, 1).ToJsonString());
    }

    [Fact]
    public void A_token_is_unsecured_and_keeps_the_dot_before_its_empty_signature()
    {
        Token().Encode().Should().MatchRegex(@"^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.$");
    }

    [Fact]
    public void The_dot_can_be_left_out_and_a_signature_put_in()
    {
        var token = Token();

        token.Signature = null;
        token.Encode().Split('.').Should().HaveCount(2);
        token.Signature = "abc";
        token.Encode().Should().EndWith(".abc");
        token.Header["alg"] = "HS256";
        TokenText.Part(token.Encode(), 0)["alg"]!.ToString().Should().Be("HS256");
    }

    [Fact]
    public void Names_that_are_not_set_are_not_sent()
    {
        var consumer = new ConsumerSettings { Practitioner = new PractitionerSettings { Given = [], Prefix = [] } };

        var name = new JwtBuilder(consumer, Clock).Build(Interactions.ReadMetadata, "x").Get("requesting_practitioner.name[0]")!;

        name.ToJsonString().Should().Be("""{"family":"Tester"}""");
    }

    [Fact]
    public void A_migration_says_so()
    {
        new JwtBuilder(new ConsumerSettings(), Clock).Build(Interactions.MigrateDocument, "x").Get("reason_for_request")!.ToString().Should().Be("migration");
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("requesting_device.model")]
    [InlineData("requesting_practitioner.identifier[2]")]
    [InlineData("requesting_practitioner.name[0].given[0]")]
    public void A_claim_or_any_part_of_it_can_be_left_out(string path)
    {
        var token = Token().Remove(path);

        token.Get(path).Should().BeNull();
        Claims(token).ToJsonString().Should().NotBe(Claims(Token()).ToJsonString());
    }

    [Theory]
    [InlineData("sub", "null")]
    [InlineData("exp", "\"1775000300\"")]
    [InlineData("exp", "1775000300.5")]
    [InlineData("requesting_device", "{}")]
    [InlineData("requesting_device.resourceType", "\"Patient\"")]
    [InlineData("requesting_organization.identifier", "\"text\"")]
    [InlineData("requesting_practitioner.identifier[0].value", "\"\"")]
    [InlineData("requesting_practitioner.identifier[3]", "{\"value\":\"added\"}")]
    [InlineData("requested_record", "{\"resourceType\":\"Patient\"}")]
    public void A_claim_or_any_part_of_it_can_be_anything(string path, string json)
    {
        var token = Token().Set(path, JsonNode.Parse(json));

        (token.Get(path)?.ToJsonString() ?? "null").Should().Be(json);
        JsonNode.DeepEquals(Claims(token), token.Claims).Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("a[x]")]
    [InlineData("[0]")]
    public void A_path_that_is_none_is_refused(string path)
    {
        var token = Token();

        token.Invoking(it => it.Set(path, 1)).Should().Throw<ArgumentException>().WithMessage($"\"{path}\" is not a path to a claim: *");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("sub.nothing")]
    [InlineData("requesting_device.identifier[7]")]
    public void An_alteration_that_alters_nothing_is_refused(string path)
    {
        var token = Token();

        token.Invoking(it => it.Remove(path)).Should().Throw<ArgumentException>().WithMessage($"The token has nothing at {path} to alter.");
    }

    [Fact]
    public void A_value_cannot_be_put_below_what_is_not_there()
    {
        var token = Token();

        token.Invoking(it => it.Set("nothing.below", 1)).Should().Throw<ArgumentException>();
        token.Invoking(it => it.Set("requesting_practitioner.identifier[9]", 1)).Should().Throw<ArgumentException>();
    }

    private static GpConnectToken Token() => new JwtBuilder(new ConsumerSettings(), Clock).Build(Interactions.FindPatient, "https://provider.example/x");

    private static JsonNode Claims(GpConnectToken token) => TokenText.Part(token.Encode(), 1);
}
