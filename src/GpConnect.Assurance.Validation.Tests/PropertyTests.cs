using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>What holds for every resource, however it was made wrong.</summary>
public class PropertyTests
{
    private static readonly Func<JsonObject>[] All =
    [
        Samples.Patient, Samples.OperationOutcome, Samples.SearchsetBundle, Samples.Appointment, Samples.Observation, Samples.Parameters,
    ];

    [Fact]
    public void JSON_and_XML_forms_of_one_resource_give_the_same_issues()
    {
        Prop.ForAll(Arbitrary(), edited => SameIssues(edited.Resource)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_misspelt_element_is_always_found()
    {
        var misspelt = Arbitrary(edits: [RandomEdit.Misspell]);

        Prop.ForAll(misspelt, edited => Support.Validation.Of(edited.Resource).Issues.Any(issue => issue.Path.Contains(RandomEdit.Misspelling, StringComparison.Ordinal)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Damaged_bytes_never_stop_the_validator()
    {
        var damaged = from sample in Gen.Elements(All)
                      from xml in Gen.Elements(true, false)
                      from seed in Gen.Choose(0, int.MaxValue)
                      select (Bytes: Damage(sample(), xml, new Random(seed)), Format: xml ? FhirFormat.Xml : FhirFormat.Json);

        Prop.ForAll(damaged.ToArbitrary(), input => Support.Validation.Of(input.Bytes, input.Format).Issues is not null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Arbitrary<RandomEdit> Arbitrary(params RandomEdit.Kind[] edits)
    {
        var kinds = edits.Length > 0 ? edits : RandomEdit.All;
        var edited = from sample in Gen.Elements(All)
                     from kind in Gen.Elements(kinds)
                     from seed in Gen.Choose(0, int.MaxValue)
                     select new RandomEdit(sample(), kind, seed);
        return edited.ToArbitrary();
    }

    private static bool SameIssues(JsonObject resource)
    {
        var json = Support.Validation.Of(resource).Issues.Select(Summary).Order().ToList();
        var xml = Support.Validation.Of(resource, FhirFormat.Xml).Issues.Select(Summary).Order().ToList();
        xml.Should().Equal(json, resource.ToJsonString());
        return true;
    }

    /// <summary>Whether an unknown element is one of a list only JSON can tell, and the reader knows no lists in XML.</summary>
    private static string Summary(ValidationIssue issue)
    {
        var path = issue.Path.Replace(RandomEdit.Misspelling + "[0]", RandomEdit.Misspelling, StringComparison.Ordinal);
        path = issue.Profile is null ? path.Replace("[0]", string.Empty, StringComparison.Ordinal) : path;
        return $"{path} {issue.Code} {issue.Severity} {issue.Element}";
    }

    private static byte[] Damage(JsonObject sample, bool xml, Random random)
    {
        var bytes = xml ? FhirXmlWriter.Write(sample) : FhirJsonWriter.Write(sample);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(3))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 40))..]];
                    break;
                default:
                    bytes = [.. bytes[..at], .. bytes.AsSpan(random.Next(at + 1), Math.Min(20, bytes.Length - at)).ToArray(), .. bytes[at..]];
                    break;
            }

            if (bytes.Length == 0)
            {
                return bytes;
            }
        }

        return bytes;
    }
}
