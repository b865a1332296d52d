using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>One of the profiles and extensions of GP Connect, and how an instance of it is put before the validator.</summary>
internal sealed class GeneratedProfile
{
    private const string QuantityHost = Profiles.Nhs + "CareConnect-GPC-Observation-1";

    internal GeneratedProfile(CompiledProfile profile) => Profile = profile;

    internal static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Profiles.Folder, "gpconnect"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    internal CompiledProfile Profile { get; }

    internal static GeneratedProfile Named(string name)
    {
        var definition = JsonNode.Parse(File.ReadAllText(Path.Combine(Profiles.Folder, "gpconnect", name + ".json")))!;
        return new GeneratedProfile(Profiles.Store.Profile((string)definition["url"]!)!);
    }

    /// <summary>The instance as a resource, or in one that may hold it.</summary>
    internal JsonObject Document(JsonObject instance) => Profile.Type switch
    {
        _ when Profile.IsResource => instance,
        "Extension" => new JsonObject { ["resourceType"] = "Patient", ["extension"] = new JsonArray(instance) },
        _ => Observation(instance),
    };

    internal ValidationResult Validate(JsonObject document, FhirFormat format = FhirFormat.Json) =>
        Support.Validation.Of(document, format, Profile.IsResource ? new ValidationOptions { Profiles = [Profile.Url] } : null);

    private static JsonObject Observation(JsonObject quantity)
    {
        var observation = Samples.Observation();
        observation["meta"]!["profile"] = new JsonArray(QuantityHost);
        observation["valueQuantity"] = quantity;
        return observation;
    }
}
