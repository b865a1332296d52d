using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Consumers;

namespace GpConnect.Assurance.Harness.Rules;

/// <summary>The resources of one response by <c>fullUrl</c> and by type and id, for <c>resolve()</c>.</summary>
internal sealed class BundleResources(Answer answer)
{
    private Dictionary<string, FhirNode>? _byUrl;

    /// <summary>The resource of a reference; null when it is not in this response, so that it is not known here.</summary>
    public FhirNode? Find(string reference)
    {
        _byUrl ??= Index();
        var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
        var url = history < 0 ? reference : reference[..history];
        return _byUrl.TryGetValue(url, out var exact) ? exact : _byUrl.TryGetValue(TypeAndId(url), out var named) ? named : null;
    }

    private Dictionary<string, FhirNode> Index()
    {
        var index = new Dictionary<string, FhirNode>(StringComparer.Ordinal);
        foreach (var resource in answer.AllResources())
        {
            index.TryAdd($"{resource.ResourceType}/{resource.Child("id").Value}", resource);
            if (resource.Parent.Child("fullUrl").Value is { } fullUrl)
            {
                index.TryAdd(fullUrl, resource);
            }
        }

        return index;
    }

    private static string TypeAndId(string url)
    {
        var parts = url.Split('/');
        return parts.Length < 2 ? url : $"{parts[^2]}/{parts[^1]}";
    }
}
