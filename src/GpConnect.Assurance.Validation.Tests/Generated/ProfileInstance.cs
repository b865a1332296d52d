using System.Text.Json.Nodes;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>A document that a profile applies to: the resource itself, or a Patient that carries the extension.</summary>
internal sealed record ProfileInstance(JsonObject Document, IReadOnlyDictionary<SnapshotElement, Place> Places)
{
    internal static ProfileInstance Of(CompiledProfile profile, IEnumerable<SnapshotElement> wanted)
    {
        var builder = new InstanceBuilder(wanted);
        var document = profile.IsResource
            ? builder.Resource(profile)
            : new JsonObject { ["resourceType"] = "Patient", ["extension"] = new JsonArray(builder.Complex(profile)) };
        return new ProfileInstance(document, builder.Places);
    }
}
