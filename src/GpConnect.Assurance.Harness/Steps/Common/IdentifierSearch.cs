using System.Text.RegularExpressions;
using FluentAssertions;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>A search by <c>identifier=system|value</c>, and whether what it gives has the identifier searched for.</summary>
public sealed partial class IdentifierSearch(Consumer consumer, CheckRecorder checks)
{
    /// <param name="search">The search.</param>
    /// <param name="parameters">Columns: <c>parameter</c>, <c>value</c>; a role in braces stands for the identifier of who plays it.</param>
    /// <param name="identifier">The identifier of who plays a role.</param>
    public void With(Interaction search, Table parameters, Func<string, string> identifier)
    {
        var query = parameters.Rows.Select(row => new QueryParameter(row["parameter"], Role().Replace(row["value"], match => identifier(match.Groups[1].Value)))).ToList();
        consumer.Ask(search, request =>
        {
            request.Query.Clear();
            query.ForEach(request.Query.Add);
        });
    }

    public void WithoutParameters(Interaction search) => consumer.Ask(search, request => request.Query.Clear());

    /// <summary>Checks that there is a resource of that type, and that none but what was searched for is there.</summary>
    public void MustHaveFound(string resourceType, string system, string expected)
    {
        var values = Values(resourceType, system);
        checks.That(
            Identified(resourceType, expected, values),
            () =>
            {
                values.Should().NotBeEmpty("there must be a {0} to look at", resourceType);
                values.Should().OnlyContain(value => value == expected, "the search was for {0} alone", expected);
            });
    }

    /// <summary>Checks that nothing but what was searched for is there.</summary>
    public void MustFindNothingBut(string resourceType, string system, string expected)
    {
        var values = Values(resourceType, system);
        checks.That(Identified(resourceType, expected, values), () => values.Should().NotContain(value => value != expected, "the search was for {0} alone", expected));
    }

    private static Check Identified(string resourceType, string expected, List<string?> values) => new($"each {resourceType} is the one searched for")
    {
        Location = $"{resourceType}.identifier",
        Expected = expected,
        Actual = values.Count == 0 ? $"no {resourceType}" : string.Join(", ", values.Select(value => value ?? "none of that system")),
    };

    private List<string?> Values(string resourceType, string system) => [.. consumer.Latest.Resources(resourceType).Select(resource => resource
        .ChildrenNamed("identifier").ToArray()
        .FirstOrDefault(identifier => identifier.Child("system").Value == system)
        .Child("value").Value)];

    [GeneratedRegex(@"\{([a-z][a-z-]*)\}")]
    private static partial Regex Role();
}
