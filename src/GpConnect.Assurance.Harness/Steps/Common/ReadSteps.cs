using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>Reads of a resource by its logical id, beside what a search gave.</summary>
[Binding]
public sealed class ReadSteps(Consumer consumer, FoundResource found, CheckRecorder checks)
{
    [Then("the response is 200 with the ([A-Z][A-Za-z]+) that was (?:found|asked for)")]
    public void ThenItIsTheOneFound(string resourceType)
    {
        var answer = consumer.Latest;
        checks.That(
            new Check($"the {resourceType} is returned") { Expected = $"200 {resourceType}", Actual = answer.Summary },
            () =>
            {
                answer.Response.Status.Should().Be(200, "the {0} exists; the response came as {1}", resourceType, answer.Summary);
                answer.ResourceType.Should().Be(resourceType, "a {0} was read", resourceType);
            });
        var id = answer.Document?.Root.Child("id").Value;
        checks.That(
            new Check($"the {resourceType} has the id that was asked for") { Requirements = ["GPC-API-197"], Location = $"{resourceType}.id", Expected = found.Id, Actual = id ?? "no id" },
            () => id.Should().Be(found.Id, "a read returns the resource asked for"));
    }

    [Then("the ETag is the weak form of the ([A-Z][A-Za-z]+)'s version")]
    public void ThenTheETagIsTheVersion(string resourceType)
    {
        var answer = consumer.Latest;
        var etag = answer.Response.Header("ETag");
        var version = answer.Resources(resourceType) is [var resource, ..] ? resource.Child("meta").Child("versionId").Value : null;
        checks.That(
            new Check("the ETag is a weak one") { Requirements = ["GPC-API-192"], Location = "ETag", Expected = "W/\"…\"", Actual = etag ?? "no such header" },
            () => etag.Should().MatchRegex("^W/\"[^\"]+\"$", "versions are weak entity tags"));
        checks.That(
            new Check("the ETag is the version of the resource")
            {
                Requirements = ["GPC-API-191"],
                Location = "ETag",
                Expected = version is null ? "W/\"{meta.versionId}\"" : $"W/\"{version}\"",
                Actual = etag ?? "no such header",
            },
            () =>
            {
                version.Should().NotBeNullOrEmpty("a resource that is read has a meta.versionId");
                etag.Should().Be($"W/\"{version}\"", "the ETag gives meta.versionId");
            });
    }

    [Then("the ([A-Z][A-Za-z]+) is the same as the one found")]
    public void ThenItIsTheSame(string resourceType)
    {
        var check = new Check($"find and read give the same {resourceType}");
        if (consumer.Latest.ResourceType == resourceType)
        {
            ComparisonSteps.Compare(checks, check, found.Node, consumer.Latest.Document!.Root);
        }
        else
        {
            checks.Fail(check with { Expected = resourceType, Actual = consumer.Latest.Summary }, $"There is no {resourceType} to compare: {consumer.Latest.Summary}.");
        }
    }

    [Then("the ([A-Z][A-Za-z]+) has the version of the one found")]
    public void ThenItHasTheSameVersion(string resourceType)
    {
        var expected = found.Node.Child("meta").Child("versionId").Value;
        var read = consumer.Latest.Document?.Root.Child("meta").Child("versionId").Value;
        checks.That(
            new Check("find and read give the same version") { Location = $"{resourceType}.meta.versionId", Expected = expected ?? "a versionId", Actual = read ?? "no versionId" },
            () => read.Should().NotBeNullOrEmpty("the version must be told").And.Be(expected, "nobody changed it between find and read"));
    }

    /// <summary>The header need not be there; which is the case is noted.</summary>
    [Then("the response's Content-Location, where there is one, names the resource read")]
    public void ThenContentLocationIsRight()
    {
        var type = consumer.Latest.Interaction.Path.Split('/')[1];
        var location = consumer.Latest.Response.Header("Content-Location");
        var check = new Check("the Content-Location names the resource read") { Location = "Content-Location", Expected = $"…/{type}/{found.Id}", Actual = location ?? "no such header" };
        if (location is null)
        {
            checks.Inform(check, "Of the readings allowed the provider takes: a read has no Content-Location.");
            return;
        }

        checks.That(check, () => location.Should().MatchRegex($"(^|/){type}/{Regex.Escape(found.Id)}(/_history/[^/]+)?$", "it must be the URL of the resource read, or of this version of it"));
        checks.Inform(check, "Of the readings allowed the provider takes: a read has a Content-Location.");
    }
}
