using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>A Bundle of GPConnect-Searchset-Bundle-1, which has neither total nor link; entries have no fullUrl (GPC-API-246).</summary>
internal static class SearchsetBundle
{
    public const string Profile = FhirJson.Assets + "StructureDefinition/GPConnect-Searchset-Bundle-1";

    public static JsonObject Of(IEnumerable<JsonObject> resources)
    {
        var entries = FhirJson.ArrayOf(resources, resource => new JsonObject { ["resource"] = resource });
        return FhirJson.Resource("Bundle", IdOf(entries), version: null, Profile)
            .With("type", "searchset")
            .With("entry", entries);
    }

    /// <summary>The same answer has the same id, so that two answers can be compared byte by byte.</summary>
    private static string IdOf(JsonArray entries) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(entries.ToJsonString())).AsSpan(0, 16)).ToString();
}
