using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Configuration;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.Tls;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Api;

/// <summary>Client certificates: which is presented, and whether the provider serves whoever presents it.</summary>
[Binding]
public sealed class MutualAuthenticationSteps(Consumer consumer, TlsTarget target, CheckRecorder checks)
{
    /// <summary>A server that decides only after the handshake says so in HTTP; 495 and 496 are nginx's own for this.</summary>
    private static readonly int[] Refusals = [400, 401, 403, 495, 496];

    private string _presented = "";
    private Exchange? _tried;

    private TlsSettings Configured => consumer.Run.Settings.Tls;

    [Given("a consumer with its own client certificate")]
    public void GivenItsOwnCertificate()
    {
        target.MustBeSeen();
        if (Configured.ClientCertificate is null)
        {
            throw new ScenarioSkippedException("No client certificate is configured; name it in tls.clientCertificate.path.");
        }

        Present("its own client certificate", Configured);
    }

    [Given("a consumer without a client certificate")]
    public void GivenNoCertificate()
    {
        target.MustBeSeen();
        Present("no client certificate", Configured with { ClientCertificate = null });
    }

    /// <summary>By what is wrong with it, as mapped in <c>tls.refusedCertificates</c>; two kinds can be made here and need no mapping.</summary>
    [Given("a consumer with a client certificate that is \"([a-z0-9-]+)\"")]
    public void GivenACertificate(string fault)
    {
        target.MustBeSeen();
        var settings = Configured.RefusedCertificates.TryGetValue(fault, out var file)
            ? Configured with { ClientCertificate = file }
            : Configured with { MadeUpCertificate = MadeUp(fault) };
        Present($"a client certificate that is {fault}", settings);
    }

    [When("it connects and asks for the capability statement")]
    public void WhenItConnects()
    {
        _tried = consumer.Try(Interactions.ReadMetadata);
        if (_tried.Tls is null && !_tried.HasAcceptedServerCertificate)
        {
            throw NotTried(_tried.Failure!.Message);
        }
    }

    [Then("the provider answers")]
    public void ThenItAnswers()
    {
        var check = CheckOf("the provider answers a client that it can trust", "200");
        if (Tried.Response is { Status: 200 } && Tried.Failure is null)
        {
            checks.Pass(check);
        }
        else
        {
            checks.Fail(check, $"With {_presented} the consumer must be answered: {What()}.");
        }
    }

    [Then("the provider refuses the connection")]
    public void ThenItRefuses()
    {
        var check = CheckOf($"the provider refuses a consumer with {_presented}", "a handshake that fails, a closed connection, or 403 without content");
        if (Tried.Response is { } response)
        {
            JudgeResponse(check, response);
        }
        else if (Tried.Failure!.Kind is ExchangeFailureKind.Timeout)
        {
            checks.Error(check, Tried.Failure.Message);
        }
        else
        {
            PassUnlessAlwaysRefused(check);
        }
    }

    /// <summary>For what no page speaks of.</summary>
    [Then("it is noted whether the provider refuses the connection")]
    public void ThenItIsNoted() => checks.Inform(CheckOf($"whether the provider serves a consumer with {_presented}", "either"), $"With {_presented}: {What()}.");

    private Exchange Tried => _tried ?? throw new InvalidOperationException("no connection was tried before this step; put 'When it connects and asks for the capability statement' in front of it");

    private static System.Security.Cryptography.X509Certificates.X509Certificate2 MadeUp(string fault) => fault switch
    {
        "self-signed" => MadeUpCertificate.SelfSigned(),
        "unknown-authority" => MadeUpCertificate.OfUnknownAuthority(),
        _ => throw new ScenarioSkippedException($"No client certificate is mapped to the role \"{fault}\"; name one in tls.refusedCertificates.{fault}.path."),
    };

    private void Present(string what, TlsSettings settings)
    {
        _presented = what;
        consumer.ConnectBy(settings with { PresentsAnything = true });
    }

    private void JudgeResponse(Check check, ReceivedResponse response)
    {
        if (!Refusals.Contains(response.Status) || ServedData.IsIn(response))
        {
            checks.Fail(check, $"A consumer with {_presented} must not be served; it was answered with {response.Status}.");
        }
        else
        {
            PassUnlessAlwaysRefused(check);
        }
    }

    /// <summary>The same request with the connection of the configuration must be answered, or a refusal proves nothing.</summary>
    private void PassUnlessAlwaysRefused(Check check)
    {
        if (target.ServesTheConsumer())
        {
            checks.Pass(check);
        }
        else
        {
            checks.Skip(check, "The provider refuses the connection of the configuration too, so that its refusal proves nothing.");
        }
    }

    private Check CheckOf(string title, string expected) => new(title) { Expected = expected, Actual = What() };

    private string What() => Tried.Response is { } response ? $"answered with {response.Status}" : Tried.Failure!.Message.TrimEnd('.');

    /// <summary>The handshake did not get so far that the client's certificate counted.</summary>
    /// <returns>A skip where all is well with the certificate of the configuration: then it is this machine that does not present the other one.</returns>
    private Exception NotTried(string message)
    {
        if (_presented.Length > 0 && target.ServesTheConsumer())
        {
            return new ScenarioSkippedException($"This machine does not get as far as to present {_presented}: {message}");
        }

        checks.Error(new Check("the handshake gets as far as the client's certificate"), message);
        return new ScenarioStoppedException(message);
    }
}
