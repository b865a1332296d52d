using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>What the request's token is to say (integration_cross_organisation_audit_and_provenance). All else in it is sound.</summary>
/// <remarks>A claim is named by a path: <c>sub</c>, <c>requesting_practitioner.identifier[0].value</c>.</remarks>
[Binding]
public sealed class TokenSteps(Consumer consumer)
{
    [Given("the token's claim (.+) is missing")]
    public void GivenTheClaimIsMissing(string claim) => AlterToken(token => token.Remove(claim));

    [Given("the token's claim (.+) is null")]
    public void GivenTheClaimIsNull(string claim) => AlterToken(token => token.Set(claim, null));

    /// <summary>An empty object for a claim that is a resource, an empty text for any other.</summary>
    [Given("the token's claim (.+) is empty")]
    public void GivenTheClaimIsEmpty(string claim) =>
        AlterToken(token => token.Set(claim, token.Get(claim) is JsonObject ? new JsonObject() : JsonValue.Create("")));

    /// <summary>The value is JSON: <c>"text"</c>, <c>12</c>, <c>{"resourceType": "Device"}</c>.</summary>
    [Given("the token's claim (.+) is the JSON (.+)")]
    public void GivenTheClaimIs(string claim, string json) => AlterToken(token => token.Set(claim, JsonNode.Parse(json)));

    /// <summary>A time that is right but for the form it is written in.</summary>
    [Given("the token's claim (exp|iat) is written as (a string|a date|a decimal)")]
    public void GivenTheTimeIsWrittenAs(string claim, string form) => AlterToken(token =>
    {
        var time = token.Get(claim)!.GetValue<long>();
        token.Set(claim, form switch
        {
            "a string" => JsonValue.Create($"{time}"),
            "a date" => JsonValue.Create(DateTimeOffset.FromUnixTimeSeconds(time).AddDays(1).ToString("yyyy-MM-dd")),
            _ => JsonValue.Create(time + 0.5m),
        });
    });

    [Given(@"the token expired (\d+) seconds ago")]
    public void GivenTheTokenExpired(int seconds) => AlterToken(token => SetTimes(token, Now() - seconds - JwtBuilder.LifetimeSeconds));

    [Given(@"the token was issued (\d+) seconds in the future")]
    public void GivenTheTokenWasIssuedInTheFuture(int seconds) => AlterToken(token => SetTimes(token, Now() + seconds));

    [Given(@"the token expires (\d+) seconds after it was issued")]
    public void GivenTheTokenExpiresAfter(int seconds) => AlterToken(token => token.Set("exp", token.Get("iat")!.GetValue<long>() + seconds));

    [Given("the token lacks its last dot")]
    public void GivenTheTokenLacksItsLastDot() => AlterToken(token => token.Signature = null);

    private static void SetTimes(GpConnectToken token, long issuedAt) =>
        token.Set("iat", issuedAt).Set("exp", issuedAt + JwtBuilder.LifetimeSeconds);

    private long Now() => consumer.Run.Clock.GetUtcNow().ToUnixTimeSeconds();

    private void AlterToken(Action<GpConnectToken> alteration) => consumer.Alter(request => request.AlterToken(alteration));
}
