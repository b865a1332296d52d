using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Tells the FHIR release of definitions and documents.</summary>
internal static class FhirVersions
{
    /// <summary>GP Connect's own DSTU2 definitions and code systems; those for STU3 are under <c>https://fhir.nhs.uk/STU3</c>.</summary>
    private static readonly byte[] GpConnectDstu2 = Utf8Comparer.Bytes("http://fhir.nhs.net/");
    private static readonly int MetaName = FhirNames.Intern("meta");
    private static readonly int ProfileName = FhirNames.Intern("profile");
    private static readonly int EntryName = FhirNames.Intern("entry");
    private static readonly int ResourceName = FhirNames.Intern("resource");
    private static readonly int SystemName = FhirNames.Intern("system");

    internal static string Name(FhirVersion version) => version == FhirVersion.Dstu2 ? "DSTU2" : "STU3";

    /// <summary>Whether a definition that states a release is of another one. Many state none.</summary>
    internal static bool IsOther(string? stated, FhirVersion version) => stated is not null && !stated.StartsWith(version == FhirVersion.Dstu2 ? '1' : '3');

    /// <summary>The release a StructureDefinition is written in, where it says so or its elements tell; null of other resources.</summary>
    internal static string? Stated(FhirNode definition)
    {
        var version = definition.Child("fhirVersion");
        return version.HasValue ? version.Value
            : definition.ResourceType != "StructureDefinition" ? null
            : definition.Child("constrainedType").IsNone && definition.Child("base").IsNone ? null : "1.0.2";
    }

    /// <summary>
    /// By the profiles that the document's resources claim; for those that claim none in GP Connect (requests and errors), by the systems of their codes and
    /// identifiers. STU3 where nothing tells.
    /// </summary>
    internal static FhirVersion Of(FhirNode root) => root.ResourceType switch
    {
        "Conformance" => FhirVersion.Dstu2,
        "Bundle" => Claims(root) || EntryClaims(root) ? FhirVersion.Dstu2 : FhirVersion.Stu3,
        "Parameters" or "OperationOutcome" => Claims(root) || HasSystem(root) ? FhirVersion.Dstu2 : FhirVersion.Stu3,
        _ => Claims(root) ? FhirVersion.Dstu2 : FhirVersion.Stu3,
    };

    private static bool Claims(FhirNode resource)
    {
        foreach (var profile in resource.Child(MetaName).ChildrenNamed(ProfileName))
        {
            if (profile.ValueUtf8.StartsWith(GpConnectDstu2))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EntryClaims(FhirNode bundle)
    {
        foreach (var entry in bundle.ChildrenNamed(EntryName))
        {
            // One entry tells for all: a Bundle has one release.
            var resource = entry.Child(ResourceName);
            if (!resource.Child(MetaName).Child(ProfileName).IsNone)
            {
                return Claims(resource);
            }
        }

        return false;
    }

    private static bool HasSystem(FhirNode node)
    {
        for (var child = node.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            if ((child.NameId == SystemName && child.ValueUtf8.StartsWith(GpConnectDstu2)) || HasSystem(child))
            {
                return true;
            }
        }

        return false;
    }
}
