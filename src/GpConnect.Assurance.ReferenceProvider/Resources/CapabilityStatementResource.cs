using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>The CapabilityStatement of a service root: it declares what the root's interactions are (GPC-FND-005 to GPC-FND-020).</summary>
internal static class CapabilityStatementResource
{
    private static readonly Dictionary<string, string> Profiles = new()
    {
        ["Patient"] = PatientResource.Profile,
        ["Organization"] = OrganizationResource.Profile,
        ["Practitioner"] = PractitionerResource.Profile,
        ["Location"] = LocationResource.Profile,
        ["Appointment"] = AppointmentResource.Profile,
        ["Slot"] = SlotResource.Profile,
    };

    /// <param name="interactions">What the service root serves.</param>
    /// <param name="specificationVersion">The version of the specification that is implemented.</param>
    public static JsonObject Of(IReadOnlyList<Interaction> interactions, string specificationVersion)
    {
        var types = Profiles.Keys.Where(type => interactions.Any(interaction => IsOn(interaction, type))).ToList();
        var profiles = types.Select(type => Profiles[type]).ToList();
        if (types.Contains("Slot"))
        {
            // Slots come with their schedules, which have no interaction of their own (GPC-APT-289).
            profiles.Add(ScheduleResource.Profile);
        }

        return FhirJson.Resource("CapabilityStatement", "gp-connect", version: 1, profile: null)
            .With("version", specificationVersion)
            .With("name", "GP Connect")
            .With("status", "active")
            .With("date", "2026-01-05")
            .With("publisher", "GP Connect Assurance")
            .With("contact", new JsonArray(new JsonObject { ["name"] = "GP Connect Assurance" }))
            .With("description", "The GP Connect API of a reference provider with synthetic records.")
            .With("copyright", "Licensed under the Apache License, Version 2.0")
            .With("kind", "capability")
            .With("software", new JsonObject
            {
                ["name"] = "GP Connect Assurance reference provider",
                ["version"] = typeof(CapabilityStatementResource).Assembly.GetName().Version!.ToString(3),
                ["releaseDate"] = "2026-01-05",
            })
            .With("fhirVersion", "3.0.1")
            .With("acceptUnknown", "both")
            .With("format", FhirJson.Texts([MediaTypes.Json, MediaTypes.Xml]))
            .With("profile", FhirJson.ArrayOf([.. profiles, OperationOutcomeResource.Profile, SearchsetBundle.Profile], FhirJson.Reference))
            .With("rest", new JsonArray(new JsonObject { ["mode"] = "server" }
                .With("security", new JsonObject { ["cors"] = false })
                .With("resource", FhirJson.ArrayOf(types, type => Resource(interactions, type)))
                .With("operation", FhirJson.ArrayOf(interactions.Where(interaction => interaction.Operation is not null), Operation))));
    }

    private static bool IsOn(Interaction interaction, string type) => interaction.Operation is null && interaction.ResourceType == type;

    private static JsonObject Resource(IReadOnlyList<Interaction> interactions, string type)
    {
        var own = interactions.Where(interaction => IsOn(interaction, type)).ToList();
        var search = own.Find(interaction => interaction.RestCode == "search-type");
        return new JsonObject { ["type"] = type }
            .With("profile", FhirJson.Reference(Profiles[type]))
            .With("interaction", FhirJson.ArrayOf(own.Select(interaction => interaction.RestCode).Distinct(), code => new JsonObject { ["code"] = code }))
            .With("versioning", "versioned")
            .With("readHistory", false)
            .With("updateCreate", false)
            .With("searchInclude", FhirJson.Texts(search?.SearchIncludes ?? []))
            .With("searchParam", FhirJson.ArrayOf(
                search?.SearchParameters ?? [],
                parameter => new JsonObject { ["name"] = parameter.Name, ["type"] = parameter.Type }));
    }

    private static JsonObject Operation(Interaction operation) => new()
    {
        ["name"] = operation.Operation!.Name,
        ["definition"] = FhirJson.Reference(operation.Operation.Definition),
    };
}
