using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>The resource that a scenario found, or knew the id of, before it read it.</summary>
public sealed class FoundResource(Consumer consumer, CheckRecorder checks)
{
    private FhirNode _node;
    private string? _id;

    /// <summary>The logical id that is read.</summary>
    /// <exception cref="InvalidOperationException">Nothing was found: a step is missing from the scenario.</exception>
    public string Id => _id ?? throw NothingFound();

    /// <summary>The resource as the search gave it.</summary>
    /// <exception cref="InvalidOperationException">Nothing was found: a step is missing from the scenario.</exception>
    public FhirNode Node => _node.IsNone ? throw NothingFound() : _node;

    public void Is(FhirNode found)
    {
        _node = found;
        _id = found.Child("id").Value ?? "";
    }

    public void HasId(string id) => _id = id;

    /// <summary>Finds a resource with a sound search, so that a scenario can go on with what was found.</summary>
    /// <param name="who">What is found, for the report: <c>practitioner "gp"</c>.</param>
    /// <param name="type">Its resource type.</param>
    /// <param name="requirement">The requirement that it is found.</param>
    /// <param name="search">The search.</param>
    /// <param name="complete">Fills in what is searched for.</param>
    /// <exception cref="ScenarioStoppedException">The search does not give exactly that one; recorded as a failed check.</exception>
    public void Search(string who, string type, string requirement, Interaction search, Action<GpConnectRequest> complete)
    {
        var answer = consumer.Prepare(search, complete);
        var found = answer.Resources(type);
        if (found.Count == 1 && !string.IsNullOrEmpty(found[0].Child("id").Value))
        {
            Is(found[0]);
            return;
        }

        var reason = $"The {who} cannot be used: the search must give one {type} with an id, but gave {answer.Summary} with {found.Count}.";
        checks.Fail(new Check($"the {who} is found") { Requirements = [requirement], Expected = $"200 Bundle with 1 {type}", Actual = answer.Summary }, reason);
        throw new ScenarioStoppedException(reason);
    }

    private static InvalidOperationException NothingFound() =>
        new("nothing was found before this step; put a step like 'When it reads the patient \"registered\"' in front of it");
}
