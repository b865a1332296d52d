using System.Globalization;
using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Population;

namespace GpConnect.Assurance.ReferenceProvider.Resources;

/// <summary>Parts of resources in their JSON form, elements in FHIR order. A value that is null or empty leaves its element out.</summary>
internal static class FhirJson
{
    public const string Assets = "https://fhir.nhs.uk/STU3/";

    public static string Profile(string name) => Assets + "StructureDefinition/" + name;

    public static string CodeSystem(string name) => Assets + "CodeSystem/" + name;

    /// <summary>A resource with id, version and the profile it says it meets.</summary>
    public static JsonObject Resource(string type, string? id, int? version, string? profile) => new JsonObject { ["resourceType"] = type }
        .With("id", id)
        .With("meta", new JsonObject()
            .With("versionId", version?.ToString(CultureInfo.InvariantCulture))
            .With("profile", profile is null ? null : new JsonArray(profile)));

    public static JsonObject With(this JsonObject element, string name, JsonNode? value)
    {
        if (value is not (null or JsonArray { Count: 0 } or JsonObject { Count: 0 }))
        {
            element[name] = value;
        }

        return element;
    }

    public static JsonArray ArrayOf<T>(IEnumerable<T> items, Func<T, JsonNode?> form) => new([.. items.Select(form)]);

    public static JsonArray Texts(IEnumerable<string> texts) => ArrayOf(texts, text => JsonValue.Create(text));

    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static JsonObject Reference(string reference) => new() { ["reference"] = reference };

    public static JsonObject Identifier(string system, string value) => new() { ["system"] = system, ["value"] = value };

    public static JsonObject CodeableConcept(string system, string code, string display) => new()
    {
        ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code, ["display"] = display }),
    };

    /// <summary>An extension with a value, <paramref name="valueName"/> being <c>valueBoolean</c>, <c>valueReference</c>, …</summary>
    public static JsonObject Extension(string url, string valueName, JsonNode value) => new() { ["url"] = url, [valueName] = value };

    /// <summary>An extension of extensions; nulls are left out.</summary>
    public static JsonObject Extension(string url, params JsonObject?[] extensions) => new()
    {
        ["url"] = url,
        ["extension"] = ArrayOf(extensions.Where(extension => extension is not null), extension => extension),
    };

    public static JsonObject Period(DateOnly? start, DateOnly? end) => new JsonObject().With("start", Date(start)).With("end", Date(end));

    public static JsonObject HumanName(PersonName name, string? use) => new JsonObject()
        .With("use", use)
        .With("family", name.Family)
        .With("given", Texts(name.Given))
        .With("prefix", name.Prefix is null ? null : new JsonArray(name.Prefix));

    public static JsonObject ContactPoint(Telecom telecom) => new JsonObject()
        .With("system", telecom.System)
        .With("value", telecom.Value)
        .With("use", telecom.Use)
        .With("period", Period(null, telecom.End));

    public static JsonObject Address(PostalAddress address) => new JsonObject()
        .With("use", address.Use)
        .With("line", Texts(address.Lines))
        .With("city", address.City)
        .With("district", address.District)
        .With("postalCode", address.PostalCode)
        .With("country", address.Country)
        .With("period", Period(null, address.End));

    /// <summary>The NHS communication extension.</summary>
    public static JsonObject? Communication(SpokenLanguage? language) => language is null ? null : Extension(
        Profile("Extension-CareConnect-GPC-NHSCommunication-1"),
        Extension("language", "valueCodeableConcept", CodeableConcept(CodeSystem("CareConnect-HumanLanguage-1"), language.Code, language.Display)),
        language.InterpreterRequired is { } required ? Extension("interpreterRequired", "valueBoolean", required) : null);
}
