using System.Text.Json.Nodes;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of what the capability statement says of Appointment Management.</summary>
internal static class AppointmentStatementDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-APT-701", "The statement does not speak of appointments", "GPC-APT-290")
        {
            AlsoBreaks = ["GPC-API-009"],
            OnResponse = OnResources(resources => Remove(resources, "Appointment")),
        },
        new("GPD-APT-702", "The statement does not say that appointments can be updated", "GPC-APT-290")
        {
            OnResponse = OnResources(resources => Remove(Of(resources, "Appointment")["interaction"]!.AsArray(), "update", "code")),
        },
        new("GPD-APT-703", "The statement does not speak of slots", "GPC-APT-291")
        {
            AlsoBreaks = ["GPC-APT-292"],
            OnResponse = OnResources(resources => Remove(resources, "Slot")),
        },
        new("GPD-APT-704", "The statement does not list the search filter", "GPC-APT-292")
        {
            AlsoBreaks = ["GPC-APT-291"],
            OnResponse = OnResources(resources => Remove(Of(resources, "Slot")["searchParam"]!.AsArray(), "searchFilter", "name")),
        },
        new("GPD-APT-705", "The statement does not name the Slot profile", "GPC-APT-289") { OnResponse = WithoutProfile("GPConnect-Slot-1") },
        new("GPD-APT-706", "The statement does not name the Schedule profile", "GPC-APT-289") { OnResponse = WithoutProfile("GPConnect-Schedule-1") },
        new("GPD-APT-707", "The statement does not name the Appointment profile", "GPC-APT-289") { OnResponse = WithoutProfile("GPConnect-Appointment-1") },
    ];

    private static Action<Api.FhirResponse> OnResources(Action<JsonArray> spoil) =>
        Spoil.CapabilityStatements(statement => spoil(statement["rest"]![0]!["resource"]!.AsArray()));

    /// <summary>Neither in the list of all profiles nor beside the resource type: either place would do.</summary>
    private static Action<Api.FhirResponse> WithoutProfile(string name) => Spoil.CapabilityStatements(statement =>
    {
        var profiles = statement["profile"]!.AsArray();
        profiles.Remove(profiles.First(profile => Names(profile, name)));
        foreach (var resource in statement["rest"]![0]!["resource"]!.AsArray().Where(resource => Names(resource!["profile"], name)))
        {
            resource!.AsObject().Remove("profile");
        }
    });

    private static bool Names(JsonNode? profile, string name) => profile?["reference"]?.GetValue<string>().EndsWith("/" + name, StringComparison.Ordinal) == true;

    private static JsonNode Of(JsonArray resources, string type) => resources.First(resource => resource!["type"]!.GetValue<string>() == type)!;

    private static void Remove(JsonArray items, string value, string element = "type") =>
        items.Remove(items.First(item => item![element]!.GetValue<string>() == value));
}
