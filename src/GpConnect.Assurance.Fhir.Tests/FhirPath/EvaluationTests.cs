using GpConnect.Assurance.Fhir.Tests.Reading;

namespace GpConnect.Assurance.Fhir.Tests.FhirPath;

public class EvaluationTests
{
    [Theory]
    [InlineData("", "Expected a value or path but found the end.", 0)]
    [InlineData("name.", "Expected a name after '.' but found the end.", 5)]
    [InlineData("name given", "Expected an operator or the end but found 'given'.", 5)]
    [InlineData("name = ", "Expected a value or path but found the end.", 7)]
    [InlineData("(name", "Expected ')' but found the end.", 5)]
    [InlineData("name[0", "Expected ']' but found the end.", 6)]
    [InlineData("'abc", "The ' opened here is not closed.", 0)]
    [InlineData("a /* b", "The comment opened here is not closed.", 2)]
    [InlineData("'\\d'", "Unknown escape: to write a backslash, as in a regular expression, double it.", 1)]
    [InlineData("a # b", "The character '#' has no place in FHIRPath.", 2)]
    [InlineData("name.exist()", "There is no function exist().", 5)]
    [InlineData("name.startswith('x')", "There is no function startswith(); it is spelt startsWith().", 5)]
    [InlineData("name.where()", "The function where() takes 1 argument, not 0.", 5)]
    [InlineData("name.substring(1, 2, 3)", "The function substring() takes 1 to 2 arguments, not 3.", 5)]
    [InlineData("@2015-13", "'@2015-13' is no date or time.", 0)]
    [InlineData("$that", "There is no '$that'; there are $this, $index and $total.", 0)]
    [InlineData("value is strng", "There is no type strng.", 9)]
    [InlineData("value is 5", "Expected a type but found '5'.", 9)]
    [InlineData("% + 1", "Expected a name after '%' but found '+'.", 2)]
    public void A_mistake_in_an_expression_is_said_with_its_place(string text, string fault, int position)
    {
        var exception = FluentActions.Invoking(() => FhirPathExpression.Parse(text)).Should().Throw<FhirPathSyntaxException>().Which;

        exception.Fault.Should().Be(fault);
        exception.Position.Should().Be(position);
        exception.Message.Should().Contain($"at character {position + 1}");
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("a.", "b", "")]
    [InlineData("-", "1", "")]
    [InlineData("1 + ", "1", "")]
    [InlineData("", "a", "[0]")]
    [InlineData("", "a", ".where(b")]
    [InlineData("not(", "", "")]
    public void An_expression_nested_or_chained_beyond_reason_is_refused(string before, string middle, string after)
    {
        var text = string.Concat(Enumerable.Repeat(before, 20_000)) + middle + string.Concat(Enumerable.Repeat(after, 20_000));

        FluentActions.Invoking(() => FhirPathExpression.Parse(text)).Should().Throw<FhirPathSyntaxException>().Which.Fault
            .Should().BeOneOf("The expression is nested too deeply.", "The expression has more than 1000 steps.");
    }

    [Fact]
    public void A_chain_as_long_as_is_allowed_is_evaluated()
    {
        FhirPathExpression.Parse("1" + string.Concat(Enumerable.Repeat(" + 1", 990))).Evaluate(Sample.Patient).ToDisplayString().Should().Be("991");
        FhirPathExpression.Parse("name" + string.Concat(Enumerable.Repeat(".first()", 990))).Evaluate(Sample.Patient).Items.Should().ContainSingle();
    }

    [Fact]
    public void Variables_come_from_the_context()
    {
        var context = new FhirPathContext { Variables = new Dictionary<string, FhirPathItem> { ["nhs"] = FhirPathItem.Of("9000000009"), ["resource"] = FhirPathItem.Of(5L) } };

        FhirPathExpression.Parse("identifier.where(value = %nhs).count()").Evaluate(Sample.Patient, context).ToDisplayString().Should().Be("1");
        FhirPathExpression.Parse("%resource").Evaluate(Sample.Patient, context).ToDisplayString().Should().Be("5");
    }

    [Fact]
    public void An_undecided_result_says_why()
    {
        var result = FhirPathExpression.Parse("generalPractitioner[1].resolve() is Practitioner").Evaluate(Sample.Patient);

        result.IsUndecided.Should().BeTrue();
        result.AsBoolean().Should().BeNull();
        result.Truth.Should().Be(FhirPathTruth.Undecided);
        result.UndecidedBecause.Should().Be("the reference 'Practitioner/9' cannot be resolved here");
    }

    [Fact]
    public void What_does_not_depend_on_the_unknown_is_decided()
    {
        FhirPathExpression.Parse("generalPractitioner.resolve().exists()").Test(Sample.Patient).Should().Be(FhirPathTruth.True);
        FhirPathExpression.Parse("generalPractitioner.all(resolve() is Organization)").Test(Sample.Patient).Should().Be(FhirPathTruth.False);
        FhirPathExpression.Parse("generalPractitioner.all(resolve() is Practitioner)").Test(Sample.Patient).Should().Be(FhirPathTruth.Undecided);
    }

    [Fact]
    public void Types_from_the_context_decide_what_names_cannot()
    {
        var context = new FhirPathContext { Types = new TypesByName(new() { ["gender"] = "code", ["birthDate"] = "date", ["telecom"] = "ContactPoint" }) };

        Evaluate("gender is code").Should().Be("true");
        Evaluate("gender is string").Should().Be("true");
        Evaluate("gender is uri").Should().Be("false");
        Evaluate("telecom is ContactPoint").Should().Be("undecided");
        Evaluate("telecom[0] is ContactPoint").Should().Be("true");
        Evaluate("telecom.ofType(Element).count()").Should().Be("2");
        Evaluate("gender.type()").Should().Be("FHIR.code");

        string Evaluate(string expression)
        {
            var result = FhirPathExpression.Parse(expression).Evaluate(Sample.Patient, context);
            return result.IsUndecided ? "undecided" : result.ToDisplayString();
        }
    }

    [Fact]
    public void A_value_set_and_a_profile_are_asked_of_the_context()
    {
        var context = new FhirPathContext
        {
            MemberOf = (node, url) => url == "http://example.org/sexes" && node.Value == "female",
            ConformsTo = (node, url) => node.ResourceType == "Patient",
        };

        FhirPathExpression.Parse("gender.memberOf('http://example.org/sexes')").Test(Sample.Patient, context).Should().Be(FhirPathTruth.True);
        FhirPathExpression.Parse("gender.memberOf('http://example.org/other')").Test(Sample.Patient, context).Should().Be(FhirPathTruth.False);
        FhirPathExpression.Parse("conformsTo('http://example.org/x')").Test(Sample.Patient, context).Should().Be(FhirPathTruth.True);
    }

    [Fact]
    public void Trace_hands_over_what_passes_it()
    {
        var traced = new List<string>();
        var context = new FhirPathContext { Trace = (name, items) => traced.Add($"{name}: {string.Join(",", items.Select(item => item.ToDisplayString()))}") };

        FhirPathExpression.Parse("name.given.trace('given').count()").Evaluate(Sample.Patient, context);
        FhirPathExpression.Parse("name.trace('use', use).count()").Evaluate(Sample.Patient, context);

        traced.Should().Equal("given: Ann,May,Annie,Ann", "use: official,nickname,maiden");
    }

    [Fact]
    public void An_evaluation_that_costs_too_much_is_given_up()
    {
        var items = string.Join(',', Enumerable.Range(0, 3000).Select(i => $$$"""{"v":{"n":{{{i}}}}}"""));
        var root = Documents.Json($$$"""{"resourceType":"P","a":[{{{items}}}]}""").Root;

        var result = FhirPathExpression.Parse("a.v.isDistinct()").Evaluate(root, new FhirPathContext { MaxSteps = 100_000 });

        result.IsUndecided.Should().BeTrue();
        result.UndecidedBecause.Should().Be("the evaluation took more than 100000 steps");
        FhirPathExpression.Parse("a.count()").Evaluate(root).ToDisplayString().Should().Be("3000");
    }

    [Fact]
    public void Many_texts_are_compared_in_linear_time()
    {
        var entries = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $$$"""{"fullUrl":"urn:{{{i}}}"}"""));
        var root = Documents.Json($$$"""{"resourceType":"Bundle","entry":[{{{entries}}}]}""").Root;

        FhirPathExpression.Parse("entry.select(fullUrl & 'x').isDistinct() and entry.fullUrl.distinct().count() = 50000").Test(root)
            .Should().Be(FhirPathTruth.True);
    }

    [Fact]
    public void An_endless_repeat_ends()
    {
        FhirPathExpression.Parse("name.repeat($this).count()").Evaluate(Sample.Patient).ToDisplayString().Should().Be("3");
        FhirPathExpression.Parse("1.repeat($this + 1)").Evaluate(Sample.Patient, new FhirPathContext { MaxSteps = 10_000 }).IsUndecided.Should().BeTrue();
    }

    [Fact]
    public void A_compiled_expression_may_be_used_by_many_threads()
    {
        var expression = FhirPathExpression.Parse("name.where(use = 'official').given.select($this & '-' & %context.id)");

        Parallel.For(0, 1000, _ => expression.Evaluate(Sample.Patient).ToDisplayString().Should().Be("{Ann-p1, May-p1}"));
    }

    [Fact]
    public void An_expression_may_be_evaluated_while_another_is()
    {
        var context = new FhirPathContext
        {
            Resolve = _ => FhirPathExpression.Parse("contained.where(id = 'gp')").Evaluate(Sample.Patient).Items[0].Node,
        };

        FhirPathExpression.Parse("generalPractitioner.resolve().name.family").Evaluate(Sample.Patient, context).ToDisplayString().Should().Be("{Grey, Grey}");
    }

    [Fact]
    public void Testing_a_rule_again_allocates_nothing()
    {
        var expression = FhirPathExpression.Parse("name.where(use = 'official').count() = 1 and identifier.all(system.startsWith('https://') and value.exists())");
        foreach (var item in FhirPathExpression.Parse("descendants()").Evaluate(Sample.Patient).Items)
        {
            // As a validator does; names that only their document knows are looked at anew each time.
            FhirNames.Intern(item.Node.Name);
        }

        expression.Test(Sample.Patient, Sample.Context);
        var before = GC.GetAllocatedBytesForCurrentThread();

        expression.Test(Sample.Patient, Sample.Context);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    [Fact]
    public void Choices_are_found_by_names_that_only_their_document_knows()
    {
        var many = string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"\"own{i}\":1"));
        var root = Documents.Json($$$"""{"resourceType":"P",{{{many}}},"unheardOfBoolean":true}""").Root;

        FhirPathExpression.Parse("unheardOf").Evaluate(root).ToDisplayString().Should().Be("true");
        FhirPathExpression.Parse("unheardOf is boolean").Test(root).Should().Be(FhirPathTruth.True);
        FhirPathExpression.Parse("own19999").Evaluate(root).ToDisplayString().Should().Be("1");
    }

    [Fact]
    public void A_large_result_is_shown_shortened() =>
        FhirPathExpression.Parse("descendants()").Evaluate(Sample.Patient).ToDisplayString().Should().EndWith(" in all}");

    private sealed class TypesByName(Dictionary<string, string> types) : IFhirTypes
    {
        public string? TypeOf(FhirNode node) => types.GetValueOrDefault(node.Name);
    }
}
