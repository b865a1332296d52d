using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>What the request is to look like: format, headers, parameters, method, path. All else in it is sound.</summary>
[Binding]
public sealed class RequestSteps(Consumer consumer)
{
    [Given("a consumer")]
    public void GivenAConsumer() => AskBy(FhirMediaType.Json, FormatVia.Accept);

    [Given("a consumer asking in (JSON|XML)")]
    public void GivenAConsumerAskingIn(string format) => AskBy(MediaType(format), FormatVia.Accept);

    [Given("a consumer asking in (JSON|XML) by the _format parameter")]
    public void GivenAConsumerAskingByParameter(string format) => AskBy(MediaType(format), FormatVia.Parameter);

    [Given("a consumer that names no format")]
    public void GivenAConsumerThatNamesNoFormat() => AskBy(FhirMediaType.Json, FormatVia.None);

    [Given("the request's (.+) header is missing")]
    public void GivenTheHeaderIsMissing(string name) => consumer.Alter(request => request.AlterHeaders(headers => headers.Remove(name)));

    [Given("the request's (.+) header is empty")]
    public void GivenTheHeaderIsEmpty(string name) => GivenTheHeaderIs(name, "");

    [Given("the request's (.+) header is \"(.*)\"")]
    public void GivenTheHeaderIs(string name, string value) => consumer.Alter(request => request.AlterHeaders(headers => headers.Set(name, value)));

    [Given("the request's header names are in lower case")]
    public void GivenHeaderNamesInLowerCase() => consumer.Alter(request => request.AlterHeaders(headers =>
    {
        foreach (var line in headers.ToList<HeaderRecord>())
        {
            headers.Remove(line.Name).Add(line.Name.ToLowerInvariant(), line.Value);
        }
    }));

    [Given("the request's interaction ID is \"(.*)\"")]
    public void GivenTheInteractionId(string value) => GivenTheHeaderIs("Ssp-InteractionID", value);

    /// <summary>Adds a parameter to those that the request has.</summary>
    [Given("the request has the parameter (.+) with the value \"(.*)\"")]
    public void GivenTheParameter(string name, string value) => consumer.Alter(request => request.Query.Add(new QueryParameter(name, value)));

    [Given("the request's HTTP method is ([A-Za-z]+)")]
    public void GivenTheMethod(string method) => consumer.Alter(request => request.Method = method);

    /// <summary>The path below the service root URL, percent-encoded; the query stays.</summary>
    [Given("the request's path is \"(/.*)\"")]
    public void GivenThePath(string path) => consumer.Alter(request => request.Path = path);

    private void AskBy(string mediaType, FormatVia via)
    {
        consumer.MediaType = mediaType;
        consumer.FormatVia = via;
    }

    internal static string MediaType(string format) => format == "XML" ? FhirMediaType.Xml : FhirMediaType.Json;
}
