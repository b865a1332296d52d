using GpConnect.Assurance.Evidence;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Plan;
using GpConnect.Assurance.Harness.Run;
using GpConnect.Assurance.Harness.TestData;
using GpConnect.Assurance.Harness.Tls;

namespace GpConnect.Assurance.Harness.Consumers;

/// <summary>The consumer system that a scenario plays: what it asks, in which format, altered how, and what it was answered.</summary>
public sealed class Consumer(ScenarioSession session, RunContext run, ProviderClient client, CancellationToken cancellation) : IDisposable
{
    private readonly List<Action<GpConnectRequest>> _alterations = [];
    private readonly List<Answer> _answers = [];
    private Interaction? _asked;
    private int _sent;
    private Action<GpConnectRequest>? _completion;
    private ProviderClientFactory? _connections;
    private ProviderClient? _connection;

    public RunContext Run => run;

    /// <summary>The scenario that is played.</summary>
    public PlannedScenario Scenario => session.Scenario;

    /// <summary>The media type asked for.</summary>
    public string MediaType { get; set; } = FhirMediaType.Json;

    /// <summary>How the format is asked for.</summary>
    public FormatVia FormatVia { get; set; } = FormatVia.Accept;

    /// <summary>True for a scenario about the Spine Secure Proxy, which its refusals are answers to.</summary>
    public bool IsAboutTheProxy { get; set; }

    /// <summary>Where the requests that the scenario is about go; null for the practice under test.</summary>
    public TestPractice? OtherPractice { get; set; }

    /// <summary>The answers to the requests that a scenario is about, in order.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>The answer to the latest request that the scenario is about.</summary>
    /// <exception cref="InvalidOperationException">No request was sent: a step is missing from the scenario.</exception>
    public Answer Latest => _answers.Count > 0
        ? _answers[^1]
        : throw NothingSent();

    /// <summary>The answer before the latest one.</summary>
    /// <exception cref="InvalidOperationException">Fewer than two requests were sent: a step is missing from the scenario.</exception>
    public Answer Previous => _answers.Count > 1
        ? _answers[^2]
        : throw new InvalidOperationException("fewer than two requests were sent before this step; put 'When it sends the same request again' in front of it");

    /// <summary>Alters each request that the scenario is about from now on.</summary>
    public void Alter(Action<GpConnectRequest> alteration) => _alterations.Add(alteration);

    /// <summary>Sends the request that the scenario is about, in the format and with the alterations asked for.</summary>
    /// <exception cref="ScenarioStoppedException">No whole response came; the reason has been recorded.</exception>
    /// <exception cref="ScenarioSkippedException">XML was asked for, which the provider rightly refuses as it does not declare it.</exception>
    public Answer Ask(Interaction interaction, Action<GpConnectRequest>? complete = null)
    {
        (_asked, _completion) = (interaction, complete);
        return AskAgain();
    }

    /// <summary>Sends the latest request that the scenario is about once more: with a new trace id and token, in the format now asked for.</summary>
    /// <param name="alteration">Alters this request only.</param>
    public Answer AskAgain(Action<GpConnectRequest>? alteration = null)
    {
        var interaction = _asked ?? throw NothingSent();
        var request = Alter(interaction, _completion);
        alteration?.Invoke(request);
        var answer = Send(interaction, request);
        if (ProxyRefusal(answer) is { } refusal)
        {
            return TakeFromTheProxy(answer, refusal, isAltered: _alterations.Count > 0 || alteration is not null);
        }

        SkipWhereXmlIsNotDeclared(answer);
        Judge(answer);
        return answer;
    }

    /// <summary>Sends several requests that the scenario is about, each over a connection of its own and none waiting for another.</summary>
    /// <exception cref="ScenarioStoppedException">No whole response came to one of them; the reason has been recorded.</exception>
    public IReadOnlyList<Answer> AskAtOnce(int count, Interaction interaction, Action<GpConnectRequest> complete)
    {
        var requests = Enumerable.Range(0, count).Select(_ => Alter(interaction, complete).Build()).ToList();
        using var connections = new ProviderClientFactory(run.Settings);
        var exchanges = Task.WhenAll(requests.Select(request => SendAloneAsync(connections, request))).GetAwaiter().GetResult();
        var answers = exchanges.Zip(requests, (exchange, request) => Received(interaction, request, exchange, name: null)).ToList();
        foreach (var answer in answers)
        {
            Judge(answer);
        }

        return answers;
    }

    /// <summary>Sends a sound request beside the one that the scenario is about, such as finding the patient that is then read.</summary>
    /// <param name="interaction">What to ask for.</param>
    /// <param name="complete">Fills in what the interaction leaves open.</param>
    /// <param name="name">Ends the exchange's id in place of its number, for a request that not every run of the scenario sends.</param>
    /// <exception cref="ScenarioStoppedException">No whole response came; the reason has been recorded.</exception>
    public Answer Prepare(Interaction interaction, Action<GpConnectRequest>? complete = null, string? name = null)
    {
        var request = NewRequest(interaction);
        complete?.Invoke(request);
        var about = session.Checks.Exchange;
        var answer = Send(interaction, request, name);
        if (ProxyRefusal(answer) is { } refusal)
        {
            throw RefusedByTheProxy(refusal);
        }

        run.RuleChecks.Make(session.Checks, answer, onlyBreaches: true);
        session.Checks.Exchange = about;
        return answer;
    }

    /// <summary>Sends what follows over new connections, made like this.</summary>
    public void ConnectBy(TlsSettings tls)
    {
        Dispose();
        _connections = new ProviderClientFactory(run.Settings with { Tls = tls with { RefusedCertificates = new TlsSettings().RefusedCertificates } });
        _connection = _connections.Create();
    }

    /// <summary>Sends a sound request that the provider need not answer.</summary>
    /// <param name="interaction">What to ask for.</param>
    /// <param name="name">Ends the exchange's id in place of its number.</param>
    public Exchange Try(Interaction interaction, string? name = null)
    {
        var exchange = Exchange(NewRequest(interaction).Build());
        Keep(exchange, name);
        return exchange;
    }

    /// <summary>As <see cref="Try"/>, without TLS to a port of the provider's host; the token still names the service root URL.</summary>
    public Exchange TryInClearText(Interaction interaction, int port)
    {
        var request = NewRequest(interaction).Build();
        var url = RequestUrl.Parse(request.Url);
        var exchange = Exchange(request with { Url = $"http://{url.Host}:{port}{url.PathAndQuery}" });
        Keep(exchange);
        return exchange;
    }

    /// <summary>Begins a handshake with the provider, and no more.</summary>
    public TlsReply Offer(TlsOffer offer)
    {
        var (reply, exchange) = new HandshakeOffers(run.Settings).MakeAsync(offer, cancellation).GetAwaiter().GetResult();
        Keep(exchange);
        return reply;
    }

    /// <returns>The exchange's id; checks that follow look at it.</returns>
    private string Keep(Exchange exchange, string? name = null)
    {
        var id = ExchangeId(name);
        run.Record(exchange, id, session.Scenario);
        session.Made(id);
        return id;
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connections?.Dispose();
        (_connection, _connections) = (null, null);
    }

    // Steps are synchronous to SpecFlow, and a worker has a thread of its own.
    private Exchange Exchange(ProviderRequest request) => (_connection ?? client).SendAsync(request, cancellation).GetAwaiter().GetResult();

    /// <summary>Notes what the scenario leaves changed at the provider and has no way to undo.</summary>
    /// <param name="sentence">For whoever has to undo it there.</param>
    public void LeavesBehind(string sentence) => session.LeavesBehind(sentence);

    private GpConnectRequest Alter(Interaction interaction, Action<GpConnectRequest>? complete)
    {
        var request = NewRequest(interaction).InFormat(MediaType, FormatVia);
        complete?.Invoke(request);
        _alterations.ForEach(alter => alter(request));
        return request;
    }

    private void Judge(Answer answer)
    {
        _answers.Add(answer);
        session.Checks.Exchange = answer.ExchangeId;
        StandingChecks.Make(session.Checks, answer);
        run.RuleChecks.Make(session.Checks, answer);
    }

    private async Task<Exchange> SendAloneAsync(ProviderClientFactory connections, ProviderRequest request)
    {
        using var alone = connections.Create();
        return await alone.SendAsync(request, cancellation).ConfigureAwait(false);
    }

    private GpConnectRequest NewRequest(Interaction interaction) => new(interaction, run.Settings, run.Clock);

    private Answer Send(Interaction interaction, GpConnectRequest request, string? name = null)
    {
        var built = request.Build();
        return Received(interaction, built, Exchange(built), name);
    }

    private Answer Received(Interaction interaction, ProviderRequest built, Exchange exchange, string? name)
    {
        var id = Keep(exchange, name);
        if (exchange.Failure is { } failure)
        {
            throw Stopped(failure, exchange.Response);
        }

        if (exchange is { Response.Status: >= 200 and < 300, Timings.TotalMs: { } took })
        {
            session.Took(new ResponseTimeRecord(interaction.Operation, interaction.Kind == InteractionKind.Command, Math.Round(took, 1)));
        }

        return new Answer(id, interaction, built, exchange, exchange.Response!, run.Validator);
    }

    private string? ProxyRefusal(Answer answer) => run.Settings.Proxy.Spine is null ? null : answer.ProxyRefusal;

    /// <summary>What the proxy refuses the provider has not seen, so that nothing can be said of it.</summary>
    private Answer TakeFromTheProxy(Answer answer, string refusal, bool isAltered)
    {
        if (!IsAboutTheProxy)
        {
            throw isAltered
                ? new ScenarioSkippedException($"The Spine Secure Proxy refuses the request itself, so that the provider does not see it: {refusal}.")
                : RefusedByTheProxy(refusal);
        }

        _answers.Add(answer);
        return answer;
    }

    private ScenarioStoppedException RefusedByTheProxy(string refusal)
    {
        session.Checks.Error(new Check("the Spine Secure Proxy hands a sound request on"), $"The Spine Secure Proxy refuses a sound request: {refusal}.");
        return new ScenarioStoppedException(refusal);
    }

    /// <summary>Support of XML is a SHOULD, so that its scenarios are not for a provider that has none.</summary>
    private void SkipWhereXmlIsNotDeclared(Answer answer)
    {
        if (answer is { ExpectedFormat: FhirFormat.Xml, Response.Status: 415 }
            && DeclaredFormats.Of(Prepare(Interactions.ReadMetadata)) is { } declared
            && !declared.Xml)
        {
            throw new ScenarioSkippedException("The provider does not declare XML in its capability statement, so that it rightly answers 415 to a request for it.");
        }
    }

    private static InvalidOperationException NothingSent() =>
        new("no request was sent before this step; put a When step that sends one in front of it");

    /// <summary>The same in every run of the same features, so that runs can be compared.</summary>
    private string ExchangeId(string? name)
    {
        var file = Path.ChangeExtension(session.Scenario.File, null);
        var slug = string.Concat(file.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{slug}-{session.Scenario.Line}-{name ?? $"{++_sent}"}";
    }

    private ScenarioStoppedException Stopped(ExchangeFailure failure, ReceivedResponse? response)
    {
        var check = new Check("the provider answers with a whole HTTP response")
        {
            Requirements = response?.Header("Content-Encoding") is null ? ["GPC-API-001"] : ["GPC-API-001", "GPC-API-037"],
            Expected = "a whole HTTP response",
            Actual = response is null ? "no response" : $"{response.Status}, not whole",
        };
        if (failure.Kind is ExchangeFailureKind.TooLarge or ExchangeFailureKind.DecompressionBomb or ExchangeFailureKind.ProtocolError)
        {
            session.Checks.Fail(check, failure.Message);
        }
        else
        {
            session.Checks.Error(check, failure.Message);
        }

        return new ScenarioStoppedException(failure.Message);
    }
}
