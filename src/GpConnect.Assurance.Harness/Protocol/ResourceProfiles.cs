namespace GpConnect.Assurance.Harness.Protocol;

/// <summary>The profile that a resource of each type declares in Foundations and Appointments.</summary>
public static class ResourceProfiles
{
    private const string Root = "https://fhir.nhs.uk/STU3/StructureDefinition/";

    private static readonly Dictionary<string, string> ByType = new(StringComparer.Ordinal)
    {
        ["Appointment"] = Root + "GPConnect-Appointment-1",
        ["Location"] = Root + "CareConnect-GPC-Location-1",
        ["OperationOutcome"] = OperationOutcome,
        ["Organization"] = Root + "CareConnect-GPC-Organization-1",
        ["Patient"] = Root + "CareConnect-GPC-Patient-1",
        ["Practitioner"] = Root + "CareConnect-GPC-Practitioner-1",
        ["Schedule"] = Root + "GPConnect-Schedule-1",
        ["Slot"] = Root + "GPConnect-Slot-1",
    };

    public const string OperationOutcome = Root + "GPConnect-OperationOutcome-1";

    /// <summary>The canonical URL of the profile; null for a type that declares none.</summary>
    public static string? Of(string resourceType) => ByType.GetValueOrDefault(resourceType);
}
