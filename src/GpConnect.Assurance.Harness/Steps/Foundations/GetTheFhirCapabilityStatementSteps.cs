using System.Collections.Frozen;
using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Foundations;

/// <summary>Specification page: foundations_use_case_get_the_fhir_capability_statement.</summary>
[Binding]
public sealed partial class GetTheFhirCapabilityStatementSteps(Consumer consumer, CheckRecorder checks)
{
    private const string SearchsetBundle = "https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-Searchset-Bundle-1";

    [When("it asks for the capability statement")]
    public void WhenItAsksForTheCapabilityStatement() => consumer.Ask(Interactions.ReadMetadata);

    [When(@"it asks for the capability statement (\d+) times")]
    public void WhenItAsksSeveralTimes(int times)
    {
        for (var time = 0; time < times; time++)
        {
            WhenItAsksForTheCapabilityStatement();
        }
    }

    [Then("XML is listed exactly when a request in XML succeeds")]
    public void ThenXmlIsListedWhenItSucceeds()
    {
        var listed = DeclaredFormats.Of(consumer.Latest)?.Xml;
        var answer = consumer.Prepare(Interactions.ReadMetadata, request => request.InFormat(FhirMediaType.Xml));
        var succeeds = answer.Response.Status == 200 && answer.Format == Fhir.FhirFormat.Xml;
        checks.That(
            new Check("XML is listed exactly when a request in XML succeeds")
            {
                Location = "CapabilityStatement.format",
                Expected = succeeds ? "XML listed, as a request in XML succeeds" : "XML not listed, as a request in XML does not succeed",
                Actual = listed switch { null => consumer.Latest.Summary, true => "XML listed", false => "XML not listed" },
                Exchange = answer.ExchangeId,
            },
            () => listed.Should().Be(succeeds, "the capability statement must say what the server does"));
    }

    /// <summary>The profile of search results is left out, as the specification's own example does.</summary>
    [Then("every profile declared is listed in the capability statement")]
    public void ThenEveryProfileIsListed()
    {
        var declared = consumer.Latest.AllResources()
            .SelectMany(resource => resource.Child("meta").ChildrenNamed("profile").ToArray())
            .Where(profile => profile.Value is { } value && value != SearchsetBundle)
            .ToList();
        checks.That(
            new Check("the resources declare their profiles") { Location = "meta.profile", Expected = "a profile", Actual = consumer.Latest.Summary },
            () => declared.Should().NotBeEmpty("there must be a profile to look for"));
        var listed = Listed(consumer.Prepare(Interactions.ReadMetadata));
        foreach (var profile in declared)
        {
            checks.That(
                new Check("the profile is listed in the capability statement")
                {
                    Location = profile.Path,
                    Line = profile.Line,
                    Column = profile.Column,
                    Expected = profile.Value,
                    Actual = listed.Contains(profile.Value!) ? "listed" : "not listed",
                },
                () => listed.Should().Contain(profile.Value!, "what is used must be listed"));
        }
    }

    /// <summary>
    /// The root called, against <c>[base]/[ODS code]/STU3/[major version]/…</c>; whether it is HTTPS without a port is noted only, since
    /// test environments differ.
    /// </summary>
    [Then("the service root URL names the practice, STU3 and the major version of the capability statement")]
    public void ThenTheServiceRootIsWellFormed()
    {
        var root = consumer.Run.Settings.Roots.Of(Capability.Foundations) ?? "";
        var major = consumer.Latest.Document?.Root.Child("version").Value?.Split('.')[0];
        var match = RootUrl().Match(root);
        checks.That(
            new Check("the service root URL has its segments") { Expected = "https://{host}/{ODS code}/STU3/{major version}/…", Actual = root },
            () =>
            {
                match.Success.Should().BeTrue("a service root URL names practice, FHIR version and major version");
                match.Groups["fhir"].Value.Should().Be("STU3", "that is the FHIR version of GP Connect 1.x");
                match.Groups["major"].Value.Should().Be(major, "it must be that of the specification implemented, which the capability statement gives");
            });
        if (match.Success && (match.Groups["scheme"].Value != "https" || match.Groups["port"].Success))
        {
            checks.Inform(new Check("the service root URL is https without a port") { Actual = root }, $"The service root URL {root} is not https without a port, as it would be in the live environment.");
        }
    }

    /// <summary>Whether the slash is the provider's or was typed by whoever set the target up cannot be told, so that one is a warning.</summary>
    [Then("the service root URL does not end with a slash")]
    public void ThenTheServiceRootHasNoSlashAtItsEnd()
    {
        var roots = consumer.Run.Settings.Roots;
        var check = new Check("the service root URL does not end with a slash") { Expected = roots.Foundations, Actual = roots.FoundationsEndsWithSlash ? $"{roots.Foundations}/" : roots.Foundations };
        if (roots.FoundationsEndsWithSlash)
        {
            checks.Warn(check, "The service root URL was given with a slash at its end: set it up as the directory publishes it, and have the directory's entry corrected where it has the slash.");
        }
        else
        {
            checks.Pass(check);
        }
    }

    /// <summary>What the directory publishes of an endpoint is the root alone, and the practice in it is the one that the endpoint is of.</summary>
    [Then("the service root URL is that of the practice and holds no more")]
    public void ThenTheServiceRootHoldsNoMore()
    {
        var root = consumer.Run.Settings.Roots.Of(Capability.Foundations) ?? "";
        var segments = new Uri(root).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var practice = consumer.Run.Settings.TestData.Organization("practice").Participant?.Identifier;
        checks.That(
            new Check("the service root URL is that of the practice and holds no more") { Expected = $"…/{practice ?? "{ODS code}"}/STU3/{{major version}}/…, without resource or operation", Actual = root },
            () =>
            {
                segments.Should().NotContain(segment => segment.StartsWith('$') || ServedTypes.Contains(segment), "resources and operations are added to the root by consumers");
                if (practice is not null)
                {
                    segments.Should().Contain(segment => segment.Equals(practice, StringComparison.OrdinalIgnoreCase), "the practice in the root must be the one that the endpoint is of");
                }
            });
    }

    private static HashSet<string> Listed(Answer statement)
    {
        var root = statement.Document?.Root ?? default;
        var references = root.ChildrenNamed("profile").ToArray()
            .Concat(root.ChildrenNamed("rest").ToArray().SelectMany(rest => rest.ChildrenNamed("resource").ToArray()).Select(resource => resource.Child("profile")));
        return [.. references.Select(reference => reference.Child("reference").Value?.Split("/_history/")[0]).OfType<string>()];
    }

    private static readonly FrozenSet<string> ServedTypes =
        FrozenSet.Create(StringComparer.Ordinal, "metadata", "Patient", "Practitioner", "Organization", "Location", "Slot", "Appointment", "DocumentReference", "Binary");

    [GeneratedRegex(@"^(?<scheme>https?)://[^/:]+(?<port>:[0-9]+)?/(?<ods>[A-Za-z0-9]+)/(?<fhir>[A-Z0-9]+)/(?<major>[0-9]+)(/[A-Za-z0-9._-]+)*$")]
    private static partial Regex RootUrl();
}
