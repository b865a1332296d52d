using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of Practitioner, Organization and Location resources.</summary>
internal static class StaffAndSiteDefects
{
    private static readonly string Communication = FhirJson.Profile("Extension-CareConnect-GPC-NHSCommunication-1");

    public static readonly IReadOnlyList<Defect> All =
    [
        .. new PopulationDefect[]
        {
            new(501, "Practitioner does not name its profile", 110, 128, WithoutProfile) { AlsoBreaks = ["GPC-API-186"] },
            new(502, "Practitioner has no version id", 111, 129, WithoutVersion) { AlsoBreaks = ["GPC-API-189"] },
            new(503, "Practitioner has no identifier", 112, 130, Spoil.Remove("identifier")),
            new(504, "the SDS user id has a use", 112, 130, Spoil.Each("identifier", Spoil.Add("use", "system", () => "official"))),
            new(505, "Practitioner has no name", 113, 131, Spoil.Remove("name")),
            new(506, "Practitioner has two names", 113, 131, AddName),
            new(507, "the name is in a text too", 114, 132, Spoil.Each("name", Spoil.Add("text", "family", () => "Dr Una Userman"))),
            new(508, "the name has neither family name nor text", 115, 133, Spoil.Each("name", Spoil.Remove("family"))),
            new(509, "the gender is left out", 116, 134, Spoil.Remove("gender")),
            new(510, "the language is in Practitioner.communication", 117, 135, practitioner =>
                practitioner["communication"] = new JsonArray(FhirJson.CodeableConcept("urn:ietf:bcp:47", "cy", "Welsh"))),
            new(511, "the language is left out", 117, 135, practitioner =>
            {
                if (Spoil.Extensions(practitioner, Communication).Any())
                {
                    practitioner.Remove("extension");
                }
            }),
            new(512, "a telephone number is shared", 118, 136, Spoil.Add("telecom", "gender", () => new JsonArray(Telecom()))),
            new(513, "an address is shared", 119, 137, Spoil.Add("address", "gender", () =>
                new JsonArray(new JsonObject { ["use"] = "home", ["city"] = "Testington" }))),
            new(514, "the date of birth is shared", 120, 138, Spoil.Add("birthDate", "photo", () => "1970-01-01")),
            new(515, "a photograph is shared", 121, 139, Spoil.Add("photo", "qualification", () =>
                new JsonArray(new JsonObject { ["contentType"] = "image/png" }))),
            new(516, "a qualification is shared", 122, 140, Spoil.Add("qualification", "communication", () =>
                new JsonArray(new JsonObject { ["code"] = new JsonObject { ["text"] = "MRCGP" } }))),
            new(517, "role profiles are left out", 123, 141, practitioner =>
            {
                var identifiers = practitioner["identifier"]!.AsArray();
                while (identifiers.Count > 1)
                {
                    identifiers.RemoveAt(1);
                }
            }) { AlsoBreaks = ["GPC-API-235"] },
        }.SelectMany(defect => defect.Of("Practitioner")),
        .. new PopulationDefect[]
        {
            new(601, "Organization does not name its profile", 152, 165, WithoutProfile) { AlsoBreaks = ["GPC-API-186"] },
            new(602, "Organization has no version id", 153, 166, WithoutVersion) { AlsoBreaks = ["GPC-API-189"] },
            new(603, "Organization has no identifier", 154, 167, Spoil.Remove("identifier")) { AlsoBreaks = ["GPC-FND-145", "GPC-API-007"] },
            new(604, "the ODS code has a use", 154, 167, Spoil.Each("identifier", Spoil.Add("use", "system", () => "official"))),
            new(605, "Organization has no name", 155, 168, Spoil.Remove("name")),
            new(606, "addresses are left out", 156, 169, Spoil.Remove("address")) { AlsoBreaks = ["GPC-API-235"] },
            new(607, "addresses have a state", 156, 169, Spoil.Each("address", Spoil.Add("state", "postalCode", () => "Testshire"))),
            new(608, "telephone numbers are left out", 157, 170, Spoil.Remove("telecom")) { AlsoBreaks = ["GPC-API-235"] },
            new(609, "telecoms have no system", 157, 170, Spoil.Each("telecom", Spoil.Remove("system"))) { AlsoBreaks = ["GPC-API-242"] },
            new(610, "a contact is shared", 158, 171, Spoil.Set("contact", () =>
                new JsonArray(new JsonObject { ["name"] = new JsonObject { ["family"] = "Userman" } }))),
            new(611, "an endpoint is shared", 159, 172, Spoil.Set("endpoint", () => new JsonArray(FhirJson.Reference("Endpoint/1")))),
            new(612, "the main location is left out", 160, 173, Spoil.Remove("extension")) { AlsoBreaks = ["GPC-API-235"] },
        }.SelectMany(defect => defect.Of("Organization")),
        .. new PopulationDefect[]
        {
            new(701, "Location does not name its profile", null, 176, WithoutProfile) { AlsoBreaks = ["GPC-API-186"] },
            new(702, "Location has no version id", null, 177, WithoutVersion) { AlsoBreaks = ["GPC-API-189"] },
            new(703, "Location has no name", null, 178, Spoil.Remove("name")),
            new(704, "the address is left out", null, 179, Spoil.Remove("address")) { AlsoBreaks = ["GPC-API-235"] },
            new(705, "the address is in an array, as in the page's example", null, 179, location =>
                location["address"] = new JsonArray(location["address"]!.DeepClone())) { AlsoBreaks = ["GPC-FND-176", "GPC-API-188", "GPC-API-032"] },
            new(706, "telephone numbers have no value", null, 180, Spoil.Each("telecom", Spoil.Remove("value"))) { AlsoBreaks = ["GPC-API-242"] },
            new(707, "there is no managing organisation", null, 181, Spoil.Remove("managingOrganization")) { AlsoBreaks = ["GPC-API-020", "GPC-FND-188"] },
            new(708, "an endpoint is shared", null, 182, Spoil.Set("endpoint", () => new JsonArray(FhirJson.Reference("Endpoint/1")))),
            new(709, "the status is left out", null, 183, Spoil.Remove("status")) { AlsoBreaks = ["GPC-API-235"] },
            new(710, "the site code has a use", null, 186, Spoil.Add("identifier", "status", () => new JsonArray(new JsonObject
            {
                ["use"] = "official",
                ["system"] = "https://fhir.nhs.uk/Id/ods-site-code",
                ["value"] = "GPC001001",
            }))) { AlsoBreaks = ["GPC-FND-176", "GPC-API-188"] },
        }.SelectMany(defect => defect.Of("Location")),
    ];

    private static void WithoutProfile(JsonObject resource) => resource["meta"]!.AsObject().Remove("profile");

    private static void WithoutVersion(JsonObject resource) => resource["meta"]!.AsObject().Remove("versionId");

    private static JsonObject Telecom() => new() { ["system"] = "phone", ["value"] = "01632 960000", ["use"] = "work" };

    private static void AddName(JsonObject practitioner) => practitioner["name"]!.AsArray().Add(new JsonObject { ["family"] = "Second" });
}
