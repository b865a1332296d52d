using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests.Generated;

/// <summary>Resources that FHIR accepts and a profile does not, for references that must not lead to them.</summary>
internal static class ImperfectTargets
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<JsonObject>> Known = new(StringComparer.Ordinal);

    private static readonly ConstraintKind[] Breakable =
        [ConstraintKind.Minimum, ConstraintKind.Prohibited, ConstraintKind.FixedValue, ConstraintKind.RequiredBinding, ConstraintKind.Maximum];

    /// <summary>One such resource, which claims no profile; none when the profile asks for nothing beyond FHIR.</summary>
    internal static IReadOnlyList<JsonObject> Of(string canonical) => Known.GetOrAdd(canonical, static url => [.. Candidates(url).Where(candidate => IsImperfect(candidate, url)).Take(1)]);

    private static IEnumerable<JsonObject> Candidates(string canonical)
    {
        var profile = Profiles.Store.Profile(canonical)!;
        yield return new InstanceGenerator(Profiles.Store).Instance(Profiles.Store.BaseType(profile.Type)!);

        var generated = new GeneratedProfile(profile);
        foreach (var constraint in new DifferentialConstraints(Profiles.Store, profile).All())
        {
            if (Breakable.Contains(constraint.Kind) && Unbreakable.Reason(profile, constraint) is null)
            {
                var broken = new ConstraintBreaker(generated, constraint).Broken().First();
                broken.Remove("meta");
                yield return broken;
            }
        }
    }

    private static bool IsImperfect(JsonObject resource, string canonical) =>
        Support.Validation.Of(resource).IsValid && !Support.Validation.Of(resource, options: new ValidationOptions { Profiles = [canonical] }).IsValid;
}
