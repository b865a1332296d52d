using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Api;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects that resources of any kind can have: ids, versions, references, data types.</summary>
internal static class ResourceDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-API-201", "Logical ids have underscores", "GPC-API-016")
        {
            AlsoBreaks = ["GPC-API-197", "GPC-FND-070", "GPC-API-188"],
            OnResponse = Spoil.Resources("Patient", patient => patient["id"] = "patient_" + patient["id"]),
        },
        new("GPD-API-202", "A patient has another logical id each time", "GPC-API-017")
        {
            AlsoBreaks = ["GPC-FND-070", "GPC-API-197"],
            OnResponse = Spoil.Resources("Patient", Spoil.Set("id", () => Guid.NewGuid().ToString())),
        },
        new("GPD-API-203", "Resources in Bundles have no id", "GPC-API-018")
        {
            AlsoBreaks = ["GPC-API-016"],
            OnResponse = OnFound(Spoil.Remove("id")),
        },
        new("GPD-API-204", "A read gives another resource than the one asked for", "GPC-API-197")
        {
            AlsoBreaks = ["GPC-FND-070"],
            OnResponse = Spoil.Read("Patient", Spoil.Set("id", () => "another")),
        },
        new("GPD-API-205", "Resources have no version id", "GPC-API-189")
        {
            AlsoBreaks = ["GPC-FND-042", "GPC-FND-080", "GPC-FND-111", "GPC-FND-129", "GPC-FND-153", "GPC-FND-166", "GPC-FND-177", "GPC-API-191"],
            OnResponse = OnAll(resource => resource["meta"]?.AsObject().Remove("versionId")),
        },
        new("GPD-API-206", "The version id changes without a change", "GPC-API-190")
        {
            AlsoBreaks = ["GPC-FND-042", "GPC-FND-071", "GPC-API-191"],
            OnResponse = Spoil.Resources("Patient", patient => patient["meta"]!["versionId"] = Guid.NewGuid().ToString("N")),
        },
        new("GPD-API-207", "Resources do not name their profile", "GPC-API-186")
        {
            AlsoBreaks =
            [
                "GPC-FND-041", "GPC-FND-079", "GPC-FND-110", "GPC-FND-128", "GPC-FND-152", "GPC-FND-165", "GPC-FND-176", "GPC-API-145",
            ],
            OnResponse = OnAll(resource => resource["meta"]?.AsObject().Remove("profile")),
        },
        new("GPD-API-208", "Resources name the base profile", "GPC-API-186")
        {
            AlsoBreaks = ["GPC-FND-041", "GPC-FND-079", "GPC-FND-110", "GPC-FND-128", "GPC-FND-152", "GPC-FND-165", "GPC-FND-176", "GPC-API-187"],
            OnResponse = OnAll(resource => SetProfile(resource, "http://hl7.org/fhir/StructureDefinition/" + resource["resourceType"])),
        },
        new("GPD-API-209", "Searches give a collection", "GPC-API-202")
        {
            AlsoBreaks = ["GPC-FND-027", "GPC-FND-103", "GPC-FND-144", "GPC-API-188"],
            OnResponse = Spoil.Bundles(Spoil.Set("type", () => "collection")),
        },
        new("GPD-API-210", "A search that finds nothing is an error", "GPC-API-231")
        {
            AlsoBreaks = ["GPC-FND-028", "GPC-FND-104", "GPC-FND-146", "GPC-API-202"],
            Neglects = [Rule.NothingFoundIsAnEmptyBundle],
        },
        new("GPD-API-211", "Entries have a fullUrl", "GPC-API-246")
        {
            AlsoBreaks = ["GPC-FND-039", "GPC-FND-109", "GPC-FND-151"],
            OnResponse = Spoil.Bundles(Spoil.Each("entry", entry =>
                Spoil.Add("fullUrl", "resource", () => "urn:uuid:" + Guid.NewGuid().ToString())(entry))),
        },
        new("GPD-API-212", "Bundles have a total, which the profile forbids", "GPC-API-188")
        {
            AlsoBreaks = ["GPC-API-202"],
            OnResponse = Spoil.Bundles(bundle => Spoil.Add("total", "entry", () => bundle["entry"]?.AsArray().Count ?? 0)(bundle)),
        },
        new("GPD-API-213", "References lead to another server", "GPC-API-212")
        {
            AlsoBreaks = ["GPC-API-213", "GPC-FND-053", "GPC-FND-091"],
            OnResponse = OnReferences("managingOrganization", reference => "https://elsewhere.example.org/" + reference),
        },
        new("GPD-API-214", "References lead to nothing", "GPC-API-213")
        {
            AlsoBreaks = ["GPC-FND-053", "GPC-FND-091", "GPC-FND-181"],
            OnResponse = OnReferences("managingOrganization", _ => "Organization/none"),
        },
        new("GPD-API-215", "Resources carry a narrative that is not well-formed", "GPC-API-188")
        {
            AlsoBreaks = ["GPC-API-032", "GPC-API-214"],
            OnResponse = Spoil.Resources("Patient", Spoil.Add("text", "extension", () => new JsonObject
            {
                ["status"] = "generated",
                ["div"] = "<div>no namespace</div>",
            })),
        },
        new("GPD-API-219", "Dates of birth have a time", "GPC-API-219")
        {
            AlsoBreaks = ["GPC-FND-046", "GPC-FND-084", "GPC-API-188"],
            OnResponse = OnBirthDate(date => date + "T00:00:00Z"),
        },
        new("GPD-API-220", "Dates of birth have blanks around them", "GPC-API-219")
        {
            AlsoBreaks = ["GPC-API-188"],
            OnResponse = OnBirthDate(date => " " + date + " "),
        },
        new("GPD-API-221", "Elements without a value are empty strings", "GPC-API-219")
        {
            AlsoBreaks = ["GPC-API-032", "GPC-API-239", "GPC-API-188"],
            OnResponse = Spoil.Resources("Patient", Spoil.Each("address", Spoil.Set("district", () => ""))),
        },
        new("GPD-API-222", "Elements without a value are null", "GPC-API-219")
        {
            AlsoBreaks = ["GPC-API-032", "GPC-API-188"],
            OnResponse = Spoil.Resources("Patient", Spoil.Add("photo", "contact", () => null)),
        },
        new("GPD-API-223", "Lists without an item are empty", "GPC-API-032")
        {
            AlsoBreaks = ["GPC-API-188", "GPC-API-219"],
            OnResponse = Spoil.Resources("Patient", Spoil.Add("link", "", () => new JsonArray())),
        },
        new("GPD-API-224", "A repeating element with one value is not in an array", "GPC-API-032")
        {
            AlsoBreaks = ["GPC-API-188"],
            OnResponse = Spoil.Resources("Organization", organization => Spoil.Set("name", () => new JsonArray(organization["name"]!.DeepClone()))(organization)),
        },
        new("GPD-API-225", "Resources have elements that FHIR does not have", "GPC-API-188")
        {
            AlsoBreaks = ["GPC-API-032", "GPC-FND-040", "GPC-FND-078", "GPC-API-220"],
            OnResponse = Spoil.Resources("Patient", Spoil.Set("nhsNumber", () => "9999999999")),
        },
        new("GPD-API-251", "Codes are written with a capital", "GPC-API-251")
        {
            AlsoBreaks = ["GPC-FND-047", "GPC-FND-085", "GPC-API-188"],
            OnResponse = Spoil.Resources("Patient", patient =>
            {
                var gender = patient["gender"]!.GetValue<string>();
                patient["gender"] = char.ToUpperInvariant(gender[0]) + gender[1..];
            }),
        },
    ];

    private static readonly string[] Types = ["Patient", "Practitioner", "Organization", "Location"];

    private static Action<FhirResponse> OnAll(Action<JsonObject> spoil) => response =>
    {
        foreach (var type in Types)
        {
            Spoil.Resources(type, spoil)(response);
        }
    };

    private static Action<FhirResponse> OnFound(Action<JsonObject> spoil) => response =>
    {
        foreach (var type in Types)
        {
            Spoil.Found(type, spoil)(response);
        }
    };

    private static void SetProfile(JsonObject resource, string profile) => resource["meta"]!["profile"] = new JsonArray(profile);

    private static Action<FhirResponse> OnReferences(string element, Func<string, string> change) => OnAll(resource =>
    {
        if (resource[element] is JsonObject reference)
        {
            reference["reference"] = change(reference["reference"]!.GetValue<string>());
        }
    });

    private static Action<FhirResponse> OnBirthDate(Func<string, string> change) => Spoil.Resources("Patient", patient =>
    {
        if (patient["birthDate"] is { } date)
        {
            patient["birthDate"] = change(date.GetValue<string>());
        }
    });
}
