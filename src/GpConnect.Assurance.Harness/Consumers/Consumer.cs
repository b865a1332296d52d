using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Harness.Consumers;

/// <summary>The consumer system that a scenario plays: what it asks, in which format, altered how, and what it was answered.</summary>
public sealed class Consumer(ScenarioSession session, RunContext run, ProviderClient client, CancellationToken cancellation)
{
    private readonly List<Action<GpConnectRequest>> _alterations = [];
    private readonly List<Answer> _answers = [];

    public RunContext Run => run;

    /// <summary>The media type asked for; null to ask for none.</summary>
    public string MediaType { get; set; } = FhirMediaType.Json;

    /// <summary>How the format is asked for.</summary>
    public FormatVia FormatVia { get; set; } = FormatVia.Accept;

    /// <summary>The answers to the requests that a scenario is about, in order.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>The answer to the latest request that the scenario is about.</summary>
    /// <exception cref="InvalidOperationException">No request was sent: a step is missing from the scenario.</exception>
    public Answer Latest => _answers.Count > 0
        ? _answers[^1]
        : throw new InvalidOperationException("no request was sent before this step; put a When step that sends one in front of it");

    /// <summary>Alters each request that the scenario is about from now on.</summary>
    public void Alter(Action<GpConnectRequest> alteration) => _alterations.Add(alteration);

    /// <summary>Sends the request that the scenario is about, in the format and with the alterations asked for.</summary>
    /// <exception cref="ScenarioStoppedException">No whole response came; the reason has been recorded.</exception>
    public Answer Ask(Interaction interaction, Action<GpConnectRequest>? complete = null)
    {
        var request = NewRequest(interaction).InFormat(MediaType, FormatVia);
        complete?.Invoke(request);
        _alterations.ForEach(alter => alter(request));
        var answer = Send(request.Build());
        _answers.Add(answer);
        StandingChecks.Make(session.Checks, answer);
        return answer;
    }

    /// <summary>Sends a sound request that only prepares for another, such as finding the patient that is then read.</summary>
    /// <exception cref="ScenarioStoppedException">No whole response came; the reason has been recorded.</exception>
    public Answer Prepare(Interaction interaction, Action<GpConnectRequest> complete)
    {
        var request = NewRequest(interaction);
        complete(request);
        return Send(request.Build());
    }

    private GpConnectRequest NewRequest(Interaction interaction) => new(interaction, run.Settings, run.Clock);

    private Answer Send(ProviderRequest request)
    {
        // Steps are synchronous to SpecFlow, and a worker has a thread of its own.
        var exchange = client.SendAsync(request, cancellation).GetAwaiter().GetResult();
        var id = ExchangeId();
        run.Record(exchange, id, session.Scenario);
        session.Made(id);
        if (exchange.Failure is { } failure)
        {
            throw Stopped(failure);
        }

        return new Answer(id, request, exchange, exchange.Response!, run.Validator);
    }

    /// <summary>The same in every run of the same features, so that runs can be compared.</summary>
    private string ExchangeId()
    {
        var file = Path.ChangeExtension(session.Scenario.File, null);
        var slug = string.Concat(file.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{slug}-{session.Scenario.Line}-{session.ExchangeIds.Count + 1}";
    }

    private ScenarioStoppedException Stopped(ExchangeFailure failure)
    {
        var check = new Check("the provider answers with a whole HTTP response") { Requirements = ["GPC-API-001"] };
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
