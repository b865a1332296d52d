using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>References between resources (development_fhir_api_guidance, "Resource references").</summary>
[Binding]
public sealed partial class ReferenceSteps(Consumer consumer, CheckRecorder checks)
{
    [Then("every reference is relative, or absolute on the same server")]
    public void ThenEveryReferenceIsLocal()
    {
        var root = consumer.Run.Settings.Roots.Of(consumer.Latest.Interaction.Capability);
        foreach (var reference in References())
        {
            var value = reference.Value!;
            checks.That(
                At(reference, "the reference is relative, or absolute on the same server") with { Expected = $"Type/id or {root}/Type/id", Actual = value },
                () => (Relative().IsMatch(value) || value.StartsWith($"{root}/", StringComparison.Ordinal)).Should().BeTrue("{0} must be a resource of this server", value));
        }
    }

    /// <summary>Follows each reference to a type that Foundations can read.</summary>
    [Then("every reference can be read")]
    public void ThenEveryReferenceCanBeRead()
    {
        foreach (var reference in References().DistinctBy(reference => reference.Value))
        {
            if (Target(reference.Value!) is not { } target)
            {
                continue;
            }

            var answer = consumer.Prepare(target.Read, request => request.With("id", target.Id));
            checks.That(
                At(reference, "the reference can be read") with { Expected = $"200 {target.Type}", Actual = answer.Summary, Exchange = answer.ExchangeId },
                () =>
                {
                    answer.Response.Status.Should().Be(200, "{0} must be there to be read", reference.Value);
                    answer.ResourceType.Should().Be(target.Type, "{0} must be of that type", reference.Value);
                });
        }
    }

    [Then("each (Patient|Location)'s managing organisation is the practice that was asked")]
    public void ThenTheManagingOrganisationIsThePractice(string resourceType)
    {
        if (consumer.Run.Settings.OdsCode is not { } odsCode)
        {
            throw new ScenarioSkippedException("The practice's ODS code is not known: set target.odsCode in the configuration file.");
        }

        var managed = consumer.Latest.Resources(resourceType);
        if (managed.Count == 0)
        {
            checks.Fail(new Check($"the response holds a {resourceType}") { Expected = resourceType, Actual = consumer.Latest.Summary }, $"There is no {resourceType} in the response to look at.");
        }

        foreach (var resource in managed)
        {
            CheckManagingOrganisation(resource, odsCode);
        }
    }

    private void CheckManagingOrganisation(FhirNode resource, string odsCode)
    {
        var reference = resource.Child("managingOrganization").Child("reference");
        var check = At(reference.IsNone ? resource : reference, "the managing organisation is the practice that the URL names") with { Expected = $"the Organization with the ODS code {odsCode}" };
        if (reference.Value is not { } value || Target(value) is not { Type: "Organization" } target)
        {
            checks.Fail(check with { Actual = reference.Value ?? "no reference" }, $"The {resource.ResourceType}'s managingOrganization does not refer to an Organization.");
            return;
        }

        var answer = consumer.Prepare(target.Read, request => request.With("id", target.Id));
        var codes = answer.Resources("Organization")
            .SelectMany(organization => organization.ChildrenNamed("identifier").ToArray())
            .Where(identifier => identifier.Child("system").Value == "https://fhir.nhs.uk/Id/ods-organization-code")
            .Select(identifier => identifier.Child("value").Value)
            .ToList();
        checks.That(
            check with { Actual = codes.Count == 0 ? answer.Summary : string.Join(", ", codes), Exchange = answer.ExchangeId },
            () => codes.Should().Contain(odsCode, "the practice whose URL was called manages it"));
    }

    /// <summary>The references of the response, of which there must be one at least.</summary>
    /// <exception cref="ScenarioStoppedException">There is none; recorded as a failed check.</exception>
    private List<FhirNode> References()
    {
        var references = consumer.Latest.AllResources().SelectMany(Descendants)
            .Where(node => node.Name == "reference" && node.Value is { Length: > 0 } value && value[0] != '#')
            .DistinctBy(node => node.Index)
            .ToList();
        if (references.Count > 0)
        {
            return references;
        }

        const string Reason = "There is no reference in the response to look at.";
        checks.Fail(new Check("the response holds a reference") { Expected = "a reference", Actual = consumer.Latest.Summary }, Reason);
        throw new ScenarioStoppedException(Reason);
    }

    private static IEnumerable<FhirNode> Descendants(FhirNode node)
    {
        foreach (var child in node.Children.ToArray())
        {
            yield return child;
            foreach (var descendant in Descendants(child))
            {
                yield return descendant;
            }
        }
    }

    private static (string Type, string Id, Interaction Read)? Target(string reference)
    {
        var match = TypeAndId().Match(reference);
        var (type, id) = (match.Groups["type"].Value, match.Groups["id"].Value);
        return type switch
        {
            "Patient" => (type, id, Interactions.ReadPatient),
            "Practitioner" => (type, id, Interactions.ReadPractitioner),
            "Organization" => (type, id, Interactions.ReadOrganization),
            "Location" => (type, id, Interactions.ReadLocation),
            _ => null,
        };
    }

    private static Check At(FhirNode node, string title) => new(title) { Location = node.Path, Line = node.Line, Column = node.Column };

    [GeneratedRegex(@"^[A-Za-z]+/[A-Za-z0-9\-.]{1,64}(/_history/[A-Za-z0-9\-.]{1,64})?$")]
    private static partial Regex Relative();

    [GeneratedRegex(@"(^|/)(?<type>[A-Za-z]+)/(?<id>[A-Za-z0-9\-.]{1,64})(/_history/[A-Za-z0-9\-.]{1,64})?$")]
    private static partial Regex TypeAndId();
}
