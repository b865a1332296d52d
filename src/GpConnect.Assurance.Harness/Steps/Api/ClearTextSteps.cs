using System.Globalization;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Api;

/// <summary>Requests without encryption to a provider that speaks TLS.</summary>
[Binding]
public sealed class ClearTextSteps(Consumer consumer, TlsTarget target, CheckRecorder checks)
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;

    private readonly List<(int Port, string Id, Exchange Exchange)> _tried = [];

    /// <summary>A service on the usual port of HTTPS has that of HTTP beside it; any other port has none that would be its own.</summary>
    public static IReadOnlyList<int> PortsOf(Uri root) => root.Port == HttpsPort ? [HttpsPort, HttpPort] : [root.Port];

    [When("it asks for the capability statement in clear text")]
    public void WhenItAsksInClearText()
    {
        target.MustBeReached();
        foreach (var port in PortsOf(new Uri(consumer.Run.Settings.Roots.Of(Capability.Foundations)!)))
        {
            var exchange = consumer.TryInClearText(Interactions.ReadMetadata, port);
            _tried.Add((port, checks.Exchange!, exchange));
        }
    }

    [Then("nothing is served in clear text")]
    public void ThenNothingIsServed()
    {
        if (_tried.Count == 0)
        {
            throw new InvalidOperationException("nothing was asked in clear text before this step; put 'When it asks for the capability statement in clear text' in front of it");
        }

        var isServed = target.ServesTheConsumer();
        foreach (var (port, id, exchange) in _tried)
        {
            checks.Exchange = id;
            Judge(port, exchange, isServed);
        }
    }

    private void Judge(int port, Exchange exchange, bool isServed)
    {
        var check = new Check("a request in clear text is not served")
        {
            Location = $"port {port.ToString(CultureInfo.InvariantCulture)}",
            Expected = "a closed connection, a TLS alert, or an HTTP redirection or error without data",
            Actual = exchange.Response is { } answer ? $"answered with {answer.Status}" : exchange.Failure!.Message.TrimEnd('.'),
        };
        if (exchange.Response is { } response && (response.Status < 300 || ServedData.IsIn(response)))
        {
            checks.Fail(check, $"A connection that is not encrypted must be dropped; the request in clear text on port {port} was answered with {response.Status}.");
        }
        else if (exchange is { Response: null, Failure.Kind: ExchangeFailureKind.TooLarge })
        {
            checks.Error(check, exchange.Failure.Message);
        }
        else if (isServed)
        {
            checks.Pass(check);
        }
        else
        {
            checks.Skip(check, "The provider does not serve the same request over TLS either, so that its refusal proves nothing.");
        }
    }
}
