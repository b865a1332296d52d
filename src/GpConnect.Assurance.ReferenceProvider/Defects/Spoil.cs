using System.Globalization;
using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Which responses, and which parts of them, a defect spoils.</summary>
internal static class Spoil
{
    public static Action<FhirResponse> Successes(Action<FhirResponse> spoil) => response =>
    {
        if (response.IsSuccess)
        {
            spoil(response);
        }
    };

    public static Action<FhirResponse> Errors(Action<FhirResponse> spoil) => response =>
    {
        if (response.Status >= 400)
        {
            spoil(response);
        }
    };

    /// <summary>Errors with this Spine code.</summary>
    public static Action<FhirResponse> Errors(string spineCode, Action<FhirResponse> spoil) => Errors(response =>
    {
        if (SpineCode(response) == spineCode)
        {
            spoil(response);
        }
    });

    /// <summary>The issues of OperationOutcomes.</summary>
    public static Action<FhirResponse> Issues(Action<JsonObject> spoil) => Errors(response => SpoilIssues(response, spoil));

    /// <summary>The issues of errors with this Spine code.</summary>
    public static Action<FhirResponse> Issues(string spineCode, Action<JsonObject> spoil) =>
        Errors(spineCode, response => SpoilIssues(response, spoil));

    /// <summary>Sets the Spine code of errors that have another.</summary>
    public static Action<FhirResponse> SpineCode(string from, string to, string display) => Issues(from, issue =>
    {
        var coding = issue["details"]!["coding"]![0]!.AsObject();
        coding["code"] = to;
        coding["display"] = display;
    });

    public static Action<FhirResponse> CapabilityStatements(Action<JsonObject> spoil) => Resources("CapabilityStatement", spoil);

    public static Action<FhirResponse> Bundles(Action<JsonObject> spoil) => Resources("Bundle", spoil);

    /// <summary>Every resource of the type, whether it is the body or an entry of it.</summary>
    public static Action<FhirResponse> Resources(string type, Action<JsonObject> spoil) => response =>
    {
        foreach (var resource in All(response).Where(resource => TypeOf(resource) == type).ToList())
        {
            spoil(resource);
        }
    };

    /// <summary>Resources of the type that a search found.</summary>
    public static Action<FhirResponse> Found(string type, Action<JsonObject> spoil) => InBundleOf(isOperation: false, type, spoil);

    /// <summary>The patient that was registered.</summary>
    public static Action<FhirResponse> Registered(Action<JsonObject> spoil) => InBundleOf(isOperation: true, "Patient", spoil);

    /// <summary>A resource of the type that was read.</summary>
    public static Action<FhirResponse> Read(string type, Action<JsonObject> spoil) => response =>
    {
        if (response.ResourceType == type)
        {
            spoil(response.Resource!);
        }
    };

    /// <summary>Successful answers to one interaction.</summary>
    public static Action<FhirResponse> Answers(Interaction interaction, Action<FhirResponse> spoil) => Successes(response =>
    {
        if (response.Request.Interaction == interaction)
        {
            spoil(response);
        }
    });

    /// <summary>Elements that are dates with times, as far as they are there.</summary>
    public static Action<JsonObject> Times(string[] elements, Func<string, string> change) => resource =>
    {
        foreach (var element in elements)
        {
            if (resource[element] is { } time)
            {
                resource[element] = change(time.GetValue<string>());
            }
        }
    };

    public static string InUtc(string time) => Instant(time).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same instant as clocks would show it that had been put forward, or back, by an hour.</summary>
    public static string InTheOtherOffset(string time)
    {
        var instant = Instant(time);
        return Written(instant.ToOffset(instant.Offset == TimeSpan.Zero ? TimeSpan.FromHours(1) : TimeSpan.Zero));
    }

    public static JsonNode Moved(JsonNode time, TimeSpan by) => Written(Instant(time.GetValue<string>()) + by);

    /// <summary>Objects of a repeating element, <c>address</c>.</summary>
    public static Action<JsonObject> Each(string element, Action<JsonObject> spoil) => resource =>
    {
        foreach (var item in resource[element]?.AsArray() ?? [])
        {
            spoil(item!.AsObject());
        }
    };

    public static Action<JsonObject> Remove(string element) => resource => resource.Remove(element);

    /// <summary>Puts an element where FHIR has it: before <paramref name="next"/>, or last when that is absent.</summary>
    public static Action<JsonObject> Add(string element, string next, Func<JsonNode?> value) => resource =>
    {
        resource.Remove(element);
        var place = resource.IndexOf(next);
        resource.Insert(place < 0 ? resource.Count : place, element, value());
    };

    public static Action<JsonObject> Set(string element, Func<JsonNode?> value) => resource => resource[element] = value();

    /// <summary>Extensions with this URL, as they stand in the resource.</summary>
    public static IEnumerable<JsonObject> Extensions(JsonObject element, string url) =>
        (element["extension"]?.AsArray() ?? []).Select(extension => extension!.AsObject())
            .Where(extension => extension["url"]!.GetValue<string>() == url);

    public static void AddExtension(JsonObject element, string url, string valueName, JsonNode value)
    {
        var extension = new JsonObject { ["url"] = url, [valueName] = value };
        if (element["extension"] is JsonArray extensions)
        {
            extensions.Add(extension);
        }
        else
        {
            element["extension"] = new JsonArray(extension);
        }
    }

    private static Action<FhirResponse> InBundleOf(bool isOperation, string type, Action<JsonObject> spoil) => response =>
    {
        if (response.ResourceType == "Bundle" && response.Request.Interaction!.Operation is not null == isOperation)
        {
            Resources(type, spoil)(response);
        }
    };

    private static string? SpineCode(FhirResponse response) =>
        response.Resource?["issue"]?[0]?["details"]?["coding"]?[0]?["code"]?.GetValue<string>();

    private static void SpoilIssues(FhirResponse response, Action<JsonObject> spoil)
    {
        foreach (var issue in response.Resource?["issue"]?.AsArray() ?? [])
        {
            spoil(issue!.AsObject());
        }
    }

    private static DateTimeOffset Instant(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static string Written(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string? TypeOf(JsonObject resource) => resource["resourceType"]?.GetValue<string>();

    private static IEnumerable<JsonObject> All(FhirResponse response)
    {
        if (response.Resource is null)
        {
            yield break;
        }

        yield return response.Resource;
        foreach (var entry in response.Resource["entry"]?.AsArray() ?? [])
        {
            yield return entry!["resource"]!.AsObject();
        }
    }
}
