using System.Text;

namespace GpConnect.Assurance.Fhir.Tests.FhirPath;

/// <summary>What is foreseen from the names of an element's children is what an evaluation finds, whatever the children hold.</summary>
public class ForesightTests
{
    private static readonly string[] Values = ["\"x\"", "\"final\"", "true", "0", "12", "\"2018-01-01\"", "{\"b\":\"y\"}", "{\"extension\":[{\"url\":\"u\"}]}", "[\"x\",\"y\"]", "[{\"c\":true},{\"b\":1}]"];

    [Theory]
    [InlineData("a.exists() or b.exists()", 4)]
    [InlineData("a.empty() or b.exists() or c.exists()", 7)]
    [InlineData("a.empty() xor b.exists()", 4)]
    [InlineData("a.exists() != b.exists()", 4)]
    [InlineData("a.exists() implies (b.exists() and c.empty())", 8)]
    [InlineData("(a.exists() and b.exists()).not()", 4)]
    [InlineData("(a.exists() and b.empty() and c.empty()) or (a.empty() and (b.exists() xor c.exists()))", 8)]
    [InlineData("(a.count() + b.count()) > 0", 4)]
    [InlineData("a.b.empty()", 1)]
    [InlineData("a.where(b = 'y').empty()", 1)]
    [InlineData("a.where(b).select(b & c).isDistinct()", 1)]
    [InlineData("a.contains('x').not()", 1)]
    [InlineData("a.resolve() is Patient or b.empty()", 3)]
    [InlineData("a = 'final' or b.c.empty()", 1)]
    [InlineData("(a or b.empty()) and c.empty()", 5)]
    [InlineData("a.as(boolean).not() or b.exists()", 3)]
    [InlineData("a != 'final' or b.empty()", 1)]
    [InlineData("a.b.exists() = b.exists()", 2)]
    [InlineData("true and a.exists()", 2)]
    [InlineData("a.exists(b = 'y') or c.exists()", 3)]
    [InlineData("value.empty() or a.exists()", 3)]
    [InlineData("{}.empty() and $this.exists()", 2)]
    public void What_is_foreseen_is_what_is_found(string text, int certainAtLeast)
    {
        var expression = FhirPathExpression.Parse(text);
        string[] names = [.. Names(expression)];
        var foreseen = 0;
        for (var present = 0; present < 1 << names.Length; present++)
        {
            string[] children = [.. names.Where((_, i) => (present & (1 << i)) != 0)];
            var truth = expression.Foresee(name => name.Contains('.') ? null : children.Contains(name));
            foreseen += truth is null ? 0 : 1;
            foreach (var element in Elements(children))
            {
                var found = expression.Test(element);
                (truth ?? found).Should().Be(found, $"{text} on {element.Path} with {string.Join(", ", element.Children.ToArray())}");
                (expression.Foresee(element) ?? found).Should().Be(found, $"{text} on {element.Path} with {string.Join(", ", element.Children.ToArray())}");
            }
        }

        foreseen.Should().BeGreaterThanOrEqualTo(certainAtLeast < 1 << names.Length ? certainAtLeast : 1 << names.Length);
    }

    [Fact]
    public void A_choice_element_is_present_under_the_name_of_any_of_its_types()
    {
        FhirPathExpression.IsNamed("valueQuantity", "value").Should().BeTrue();
        FhirPathExpression.IsNamed("valueSet", "value").Should().BeFalse();
        FhirPathExpression.IsNamed("value", "value").Should().BeTrue();
    }

    private static HashSet<string> Names(FhirPathExpression expression)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        expression.Foresee(name =>
        {
            names.Add(name.Split('.')[0]);
            return null;
        });
        return names;
    }

    /// <summary>Elements with these children, each child in turn with each of the values.</summary>
    private static IEnumerable<FhirNode> Elements(string[] children)
    {
        for (var shift = 0; shift < Values.Length; shift++)
        {
            for (var step = 0; step < 3; step++)
            {
                var members = children.Select((child, i) => $"\"{(child == "value" ? "valueString" : child)}\":{Values[(shift + (i * step)) % Values.Length]}").Append("\"z\":1");
                yield return FhirReader.Read(Encoding.UTF8.GetBytes($"{{\"resourceType\":\"P\",\"e\":{{{string.Join(',', members)}}}}}"), FhirFormat.Json).Root.Child("e");
            }
        }
    }
}
