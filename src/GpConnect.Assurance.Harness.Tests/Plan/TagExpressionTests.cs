using GpConnect.Assurance.Harness.Plan;

namespace GpConnect.Assurance.Harness.Tests.Plan;

public sealed class TagExpressionTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("@a", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("@a", "b", false)]
    [InlineData("@a and @b", "a b", true)]
    [InlineData("@a and @b", "a", false)]
    [InlineData("@a or @b and @c", "a", true)]
    [InlineData("(@a or @b) and @c", "a", false)]
    [InlineData("not @a", "b", true)]
    [InlineData("not not @a", "a", true)]
    [InlineData("not (@a or @b)", "b", false)]
    [InlineData("not @a and @b", "b", true)]
    [InlineData(@"@a\(1\)", "a(1)", true)]
    [InlineData(@"@a\ b or @z", "z", true)]
    public void Holds_as_Cucumber_defines_it(string expression, string tags, bool expected) =>
        TagExpression.Parse(expression).Holds(tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Should().Be(expected);

    [Theory]
    [InlineData("@a and", 7, "a tag is missing")]
    [InlineData("and @a", 1, "a tag is expected, not 'and'")]
    [InlineData("(@a", 4, "a closing parenthesis is missing")]
    [InlineData("@a @b", 4, "'@b' is not expected here")]
    [InlineData("@a)", 3, "')' is not expected here")]
    [InlineData("()", 2, "a tag is expected, not ')'")]
    [InlineData(@"@a\", 4, "a backslash ends it")]
    public void A_malformed_expression_is_told_where_and_why(string expression, int at, string why)
    {
        var parse = () => TagExpression.Parse(expression);
        parse.Should().Throw<FormatException>().WithMessage($"*at character {at}: {why}.*");
    }

    [Fact]
    public void Nesting_is_bounded()
    {
        var parse = () => TagExpression.Parse(new string('(', 100_000));
        parse.Should().Throw<FormatException>().WithMessage("*nested more than*");
    }
}
