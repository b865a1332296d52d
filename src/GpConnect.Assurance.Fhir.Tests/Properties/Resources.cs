using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace GpConnect.Assurance.Fhir.Tests.Properties;

/// <summary>Makes random resources that keep every serialisation rule: nesting, arrays, companions, extensions, contained resources, narrative.</summary>
internal static class Resources
{
    private static readonly string[] Names =
        ["a", "code", "valueString", "identifier", "period", "managingOrganization", "clinicalStatus", "text", "onsetDateTime", "x9", "line"];

    private static readonly string[] Types = ["Patient", "Observation", "MedicationStatement", "Bundle"];

    private static readonly string[] Texts =
        ["x", "Smith & <Sons>", "it's \"quoted\"", "é😀中", " padded ", "tab\tand\nline\r\nbreaks", "back\\slash/", "\u00A0\u2028", "0123456789abcdef0123456789", "&amp;"];

    private static readonly string[] Numbers = ["0", "1", "-1", "1.50", "0.000100", "12345678901234567890.5", "1e3", "-2.5E-7"];

    private static readonly string[] Narratives =
    [
        "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>",
        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p id=\"a\">a &amp; b<br/></p><img src='#i' alt=\"\"/></div>",
    ];

    public static Arbitrary<JsonObject> Arbitrary { get; } = Arb.From(Gen.Sized(size => Resource(Math.Min(size, 6))));

    private static Gen<JsonObject> Resource(int size) =>
        from type in Gen.Elements(Types)
        from members in Members(size)
        from contained in size > 2 ? Some(Resource(size / 3), 0, 2) : Gen.Constant<List<JsonObject>>([])
        from div in Gen.Elements(["", .. Narratives])
        select Build(type, members, contained, div);

    private static JsonObject Build(string type, List<Member> members, IEnumerable<JsonObject> contained, string div)
    {
        var resource = new JsonObject { ["resourceType"] = type, ["id"] = "i" };
        if (div.Length > 0)
        {
            resource["narrative"] = new JsonObject { ["status"] = "generated", ["div"] = div };
        }

        if (contained.Any())
        {
            resource["contained"] = new JsonArray([.. contained]);
        }

        Add(resource, members);
        return resource;
    }

    private static Gen<List<Member>> Members(int size) =>
        from names in Gen.SubListOf(Names).Where(names => names.Count > 0)
        from members in Gen.CollectToList(names.Take(1 + size), name => MemberOf(name, size))
        select members;

    private static Gen<Member> MemberOf(string name, int size) => Gen.Frequency(
        (3, from value in Value(size) select new Member(name, value, null)),
        (1, from value in Value(0) from companion in Companion() select new Member(name, value, companion)),
        (1, from companion in Companion() select new Member(name, null, companion)),
        (2, from items in Some(Value(size), 1, 3) select new Member(name, new JsonArray([.. items]), null)),
        (1, from items in Some(Pair(), 1, 4) select Paired(name, items)));

    private static Gen<(JsonNode? Value, JsonNode? Companion)> Pair() => Gen.OneOf(
        from value in Value(0) select (value, (JsonNode?)null),
        from companion in Companion() select ((JsonNode?)null, (JsonNode?)companion),
        from value in Value(0) from companion in Companion() select (value, (JsonNode?)companion));

    private static Member Paired(string name, List<(JsonNode? Value, JsonNode? Companion)> items)
    {
        var values = items.Any(item => item.Value is not null) ? new JsonArray([.. items.Select(item => item.Value)]) : null;
        var companions = items.Any(item => item.Companion is not null) ? new JsonArray([.. items.Select(item => item.Companion)]) : null;
        return new Member(name, values, companions);
    }

    private static Gen<JsonNode?> Value(int size) => size < 2 ? Primitive() : Gen.Frequency((3, Primitive()), (2, Complex(size / 2)));

    private static Gen<JsonNode?> Primitive() => Gen.OneOf(
        from text in Gen.Elements(Texts) select (JsonNode?)JsonValue.Create(text),
        from number in Gen.Elements(Numbers) select JsonNode.Parse(number),
        from flag in Gen.Elements(true, false) select (JsonNode?)JsonValue.Create(flag));

    private static Gen<JsonNode?> Complex(int size) =>
        from members in Members(size)
        from hasId in Gen.Elements(true, false)
        select (JsonNode?)Build(hasId, members);

    private static JsonObject Build(bool hasId, List<Member> members)
    {
        var complex = new JsonObject();
        if (hasId)
        {
            complex["id"] = "e1";
        }

        Add(complex, members);
        return complex;
    }

    private static Gen<JsonObject> Companion() =>
        from hasId in Gen.Elements(true, false)
        from value in Primitive()
        select Companion(hasId, value);

    private static JsonObject Companion(bool hasId, JsonNode? value)
    {
        var companion = new JsonObject();
        if (hasId)
        {
            companion["id"] = "c1";
        }

        companion["extension"] = new JsonArray(new JsonObject { ["url"] = "http://example.org/e", ["valueString"] = value });
        return companion;
    }

    private static void Add(JsonObject target, IEnumerable<Member> members)
    {
        foreach (var (name, value, companion) in members)
        {
            if (value is not null)
            {
                target[name] = value.DeepClone();
            }

            if (companion is not null)
            {
                target["_" + name] = companion.DeepClone();
            }
        }
    }

    private static Gen<List<T>> Some<T>(Gen<T> item, int fewest, int most) =>
        from count in Gen.Choose(fewest, most)
        from items in Gen.CollectToList(Enumerable.Range(0, count), _ => item)
        select items;

    private sealed record Member(string Name, JsonNode? Value, JsonNode? Companion);
}
