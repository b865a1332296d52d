using System.Text.Json.Nodes;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>What the request is to look like: format, headers, token, interaction ID, parameters. All else in it is sound.</summary>
[Binding]
public sealed class RequestSteps(Consumer consumer)
{
    [Given("a consumer")]
    public void GivenAConsumer() => consumer.MediaType = FhirMediaType.Json;

    [Given("a consumer asking in (JSON|XML)")]
    public void GivenAConsumerAskingIn(string format) => AskBy(MediaType(format), FormatVia.Accept);

    [Given("a consumer asking in (JSON|XML) by the _format parameter")]
    public void GivenAConsumerAskingByParameter(string format) => AskBy(MediaType(format), FormatVia.Parameter);

    [Given("a consumer that names no format")]
    public void GivenAConsumerThatNamesNoFormat() => AskBy(FhirMediaType.Json, FormatVia.None);

    [Given("the request's (.+) header is missing")]
    public void GivenTheHeaderIsMissing(string name) => consumer.Alter(request => request.AlterHeaders(headers => headers.Remove(name)));

    [Given("the request's (.+) header is empty")]
    public void GivenTheHeaderIsEmpty(string name) => consumer.Alter(request => request.AlterHeaders(headers => headers.Set(name, "")));

    [Given("the request's (.+) header is \"(.*)\"")]
    public void GivenTheHeaderIs(string name, string value) => consumer.Alter(request => request.AlterHeaders(headers => headers.Set(name, value)));

    [Given("the request's interaction ID is \"(.*)\"")]
    public void GivenTheInteractionId(string value) => GivenTheHeaderIs("Ssp-InteractionID", value);

    [Given("the request has the parameter (.+) with the value \"(.*)\"")]
    public void GivenTheParameter(string name, string value) => consumer.Alter(request => request.Query.Add(new QueryParameter(name, value)));

    [Given("the request's HTTP method is (.+)")]
    public void GivenTheMethod(string method) => consumer.Alter(request => request.Method = method);

    [Given("the token's claim (.+) is missing")]
    public void GivenTheClaimIsMissing(string claim) => consumer.Alter(request => request.AlterToken(token => token.Remove(claim)));

    [Given("the token's claim (.+) is null")]
    public void GivenTheClaimIsNull(string claim) => consumer.Alter(request => request.AlterToken(token => token.Set(claim, null)));

    /// <summary>The value is JSON: <c>"text"</c>, <c>12</c>, <c>{"resourceType": "Device"}</c>.</summary>
    [Given("the token's claim (.+) is the JSON (.+)")]
    public void GivenTheClaimIs(string claim, string json) => consumer.Alter(request => request.AlterToken(token => token.Set(claim, JsonNode.Parse(json))));

    [Given("the token expired (\\d+) seconds ago")]
    public void GivenTheTokenExpired(int seconds) => consumer.Alter(request => request.AlterToken(token =>
    {
        var expired = consumer.Run.Clock.GetUtcNow().ToUnixTimeSeconds() - seconds;
        token.Set("exp", expired).Set("iat", expired - JwtBuilder.LifetimeSeconds);
    }));

    private void AskBy(string mediaType, FormatVia via)
    {
        consumer.MediaType = mediaType;
        consumer.FormatVia = via;
    }

    private static string MediaType(string format) => format == "XML" ? FhirMediaType.Xml : FhirMediaType.Json;
}
