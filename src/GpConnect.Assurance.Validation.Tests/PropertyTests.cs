using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Generated;
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

    /// <summary>On the hand-written samples and on instances of all 144 profiles.</summary>
    [Fact]
    public void An_edit_that_breaks_a_rule_is_found_where_it_was_made()
    {
        var edited = from source in Gen.Elements(Sources)
                     from edit in Gen.Elements(BreakingEdit.All)
                     from seed in Gen.Choose(0, int.MaxValue)
                     select BreakingEdit.At(source(), edit, new Random(seed));

        Prop.ForAll(edited.Where(one => one is not null).ToArbitrary(), one => IsFound(one!)).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    /// <summary>A fault has one issue at its place; what it makes of the elements around (a slice that is not there) is another matter.</summary>
    [Fact]
    public void An_edit_that_breaks_a_rule_is_one_issue_at_its_place()
    {
        var edited = from source in Gen.Elements(All)
                     from edit in Gen.Elements(BreakingEdit.All)
                     from seed in Gen.Choose(0, int.MaxValue)
                     select BreakingEdit.At(source(), edit, new Random(seed));

        Prop.ForAll(edited.Where(one => one is not null).ToArbitrary(), one => IsOne(one!)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void JSON_and_XML_forms_of_generated_instances_give_the_same_issues()
    {
        var edited = from source in Gen.Elements(Sources)
                     from kind in Gen.Elements(RandomEdit.All)
                     from seed in Gen.Choose(0, int.MaxValue)
                     select new RandomEdit(source(), kind, seed);

        Prop.ForAll(edited.ToArbitrary(), one => SameIssues(one.Resource)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
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

    private static Func<JsonObject>[] Sources { get; } = [.. All, .. GeneratedProfile.Names.Select(OfProfile)];

    private static Func<JsonObject> OfProfile(string name)
    {
        var instance = new Lazy<JsonObject>(() =>
        {
            var generated = GeneratedProfile.Named(name);
            var generator = new InstanceGenerator(Profiles.Store);
            generator.Want(MustSupport.Of(generated.Profile));
            return generated.Document(generator.Instance(generated.Profile));
        });
        return () => instance.Value.DeepClone().AsObject();
    }

    private static bool IsFound(EditedResource edited)
    {
        var result = Support.Validation.Of(edited.Resource);
        result.IsValid.Should().BeFalse(edited.ToString());
        result.Issues.Select(issue => $"{issue.Code} {issue.Path}").Should().Contain(issue => issue.StartsWith($"{edited.Edit.Code} {edited.Path}", StringComparison.Ordinal), edited.ToString());
        return true;
    }

    private static bool IsOne(EditedResource edited)
    {
        var result = Support.Validation.Of(edited.Resource);
        result.Issues.Where(issue => issue.Severity == IssueSeverity.Error && issue.Path.StartsWith(edited.Path, StringComparison.Ordinal))
            .Select(issue => IssueText.Line(issue, "document")).Should().ContainSingle(edited.ToString());
        return true;
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
