using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml;
using GpConnect.Assurance.Fhir.Tests.FhirPath;

namespace GpConnect.Assurance.Fhir.Tests.Fuzzing;

/// <summary>
/// Damaged documents: no exception, no broken table, and the same verdict on syntax as .NET's own parsers. FHIR_FUZZ_COUNT sets how many
/// (20,000), FHIR_FUZZ_SEED where they start; a failure names the seed that repeats it.
/// </summary>
public class FuzzTests
{
    private static readonly int Count = Setting("FHIR_FUZZ_COUNT", 20_000);
    private static readonly int FirstSeed = Setting("FHIR_FUZZ_SEED", 1);

    /// <summary>To the platform an undeclared prefix is a fault of syntax; here it is one of these.</summary>
    private static readonly string[] MayBeUndeclaredPrefix =
    [
        ReadingIssueCodes.XmlNamespace, ReadingIssueCodes.XmlAttribute, ReadingIssueCodes.XhtmlNamespace, ReadingIssueCodes.XhtmlAttribute, ReadingIssueCodes.Encoding,
    ];

    private static readonly byte[][] JsonCorpus =
    [
        Encoding.UTF8.GetBytes(Sample.Json),
        Encoding.UTF8.GetBytes(Sample.Observation),
        Encoding.UTF8.GetBytes("""{"resourceType":"P","a":["x",null,"z"],"_a":[null,{"id":"b"},{"extension":[{"url":"u","valueString":"v"}]}],"_b":{"id":"c"},"b":1.50}"""),
        Encoding.UTF8.GetBytes("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"P","text":{"div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>a</p></div>"}}}]}"""),
    ];

    private static readonly byte[][] XmlCorpus =
    [
        .. JsonCorpus.Select(json => FhirXmlWriter.Write(JsonNode.Parse(json)!.AsObject())),
        Encoding.UTF8.GetBytes("""<f:P xmlns:f="http://hl7.org/fhir"><!-- c --><f:a id="1" value="&lt;&#65;"><f:extension url="u"><f:valueString value="v"/></f:extension></f:a><?pi x?></f:P>"""),
    ];

    [Fact]
    public void Damaged_JSON_is_judged_as_the_platform_judges_it() => Run(JsonCorpus, FhirFormat.Json, (bytes, document) =>
    {
        var fatal = document.Issues.FirstOrDefault(issue => issue.Severity == ReadingSeverity.Fatal)?.Code;
        if (fatal is ReadingIssueCodes.JsonSyntax or ReadingIssueCodes.Encoding)
        {
            Expect(!IsJson(bytes), "what is refused is not JSON");
        }
        else if (fatal is null or ReadingIssueCodes.ResourceTypeMissing)
        {
            Expect(IsJson(bytes), "what is read is JSON");
        }
    });

    [Fact]
    public void Damaged_XML_is_judged_as_the_platform_judges_it() => Run(XmlCorpus, FhirFormat.Xml, (bytes, document) =>
    {
        if (document.Issues.Any(issue => issue.Code is ReadingIssueCodes.XmlSyntax or ReadingIssueCodes.XmlDoctype))
        {
            if (document.Issues[0].Message.StartsWith("The XML declaration", StringComparison.Ordinal))
            {
                // The platform takes version="1.0tf-8" for a declaration.
                return;
            }

            Expect(!IsXml(bytes), "what is refused is not XML");
        }
        else if (document.IsReadable && !document.Issues.Any(issue => MayBeUndeclaredPrefix.Contains(issue.Code)))
        {
            Expect(IsXml(bytes), "what is read is XML");
        }
    });

    [Fact]
    public void Any_text_is_a_FHIRPath_expression_or_a_mistake_with_a_place()
    {
        string[] parts =
        [
            "name", "given", ".", "(", ")", "[", "]", "'", "'a'", "1", "2.5", "@2015-02", "@T10:00", " and ", " or ", " = ", " ~ ", " in ", " | ", " + ", " - ", " & ", " is ", " as ", "Patient", "string",
            "where(", "exists()", "select(", "$this", "$index", "%resource", "%x", "matches('", "resolve()", "descendants()", "repeat(", "iif(", ",", "{}", "4 'mg'", " < ", "not()", "count()", "first()", "\\", "`",
            "toQuantity()", "aggregate(", "combine(", "trace('x')", "ofType(", " div ", " * ", "value", "extension('u')", "substring(", "-", "//", "/*", "*/",
        ];
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));
            try
            {
                FhirPathExpression.Parse(text).Evaluate(Sample.Patient, Sample.Context with { MaxSteps = 50_000 }).ToDisplayString();
            }
            catch (FhirPathSyntaxException e)
            {
                Expect(e.Position >= 0 && e.Position <= text.Length, $"the mistake of seed {seed} is in the text");
            }
        }
    }

    private static void Run(byte[][] corpus, FhirFormat format, Action<byte[], FhirDocument> check)
    {
        for (var seed = FirstSeed; seed < FirstSeed + Count; seed++)
        {
            var bytes = new Mutator(seed).Mutate(corpus[seed % corpus.Length], corpus[(seed + 1) % corpus.Length]);
            try
            {
                using var document = FhirReader.Read(bytes, format, new ReaderLimits { MaxDepth = 30 });
                CheckIssues(document);
                check(bytes, document);
                if (document.IsReadable)
                {
                    CheckTree(document.Root, default);
                }
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}{Environment.NewLine}{Encoding.UTF8.GetString(bytes)}", e);
            }
        }
    }

    private static void CheckIssues(FhirDocument document)
    {
        var fatal = 0;
        foreach (var issue in document.Issues)
        {
            fatal += issue.Severity == ReadingSeverity.Fatal ? 1 : 0;
            Expect(issue is { Line: >= 1, Column: >= 1, Message.Length: > 0 }, "a finding has a place and a sentence");
        }

        Expect(fatal == (document.IsReadable ? 0 : 1), "a document is unreadable by exactly one fatal finding");
    }

    /// <summary>Plainer than an assertion, of which there would be many millions.</summary>
    private static void Expect(bool condition, string sentence)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"It does not hold that {sentence}.");
        }
    }

    private static void CheckTree(FhirNode node, FhirNode parent)
    {
        Expect(node.Parent == parent, "a child knows its parent");
        _ = node.Path + node.Value + node.ResourceType + node.Position.Line;
        var counts = new Dictionary<int, int>();
        foreach (var child in node.Children)
        {
            var index = counts.GetValueOrDefault(child.NameId);
            Expect(child.ArrayIndex == index, "same-named siblings are counted");
            counts[child.NameId] = index + 1;
            CheckTree(child, node);
        }
    }

    private static bool IsJson(byte[] bytes)
    {
        if (!Utf8.IsValid(bytes))
        {
            return false;
        }

        try
        {
            var content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 1000 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsXml(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (Exception e) when (e is XmlException or ArgumentOutOfRangeException)
        {
            // The platform's reader itself stumbles over some broken declarations.
            return false;
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
