using System.Globalization;
using System.Text;
using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Functions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Syntax;

/// <summary>Builds the expression tree by precedence.</summary>
/// <remarks>Precedence: http://hl7.org/fhirpath/#operator-precedence</remarks>
internal sealed class Parser
{
    private const int MaxDepth = 200;

    /// <summary>Steps and operators in all: evaluation recurses along them.</summary>
    private const int MaxLinks = 1000;

    /// <summary>How tightly <c>is</c> and <c>as</c> bind: looser than arithmetic, tighter than <c>|</c>.</summary>
    private const int TypeStrength = 8;
    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _at;
    private int _depth;
    private int _links;

    private Parser(string text)
    {
        _text = text;
        _tokens = Lexer.Tokens(text);
    }

    private Token Here => _tokens[_at];

    public static Expression Parse(string text)
    {
        var parser = new Parser(text);
        var expression = parser.Operators(0);
        return parser.Here.Kind == TokenKind.End
            ? expression
            : throw parser.Fault($"Expected an operator or the end but found {parser.Here}.");
    }

    private static int StrengthOf(in Token token) => token.Kind is not (TokenKind.Symbol or TokenKind.Identifier) ? 0 : token.Text switch
    {
        "implies" => 1,
        "or" or "xor" => 2,
        "and" => 3,
        "in" or "contains" => 4,
        "=" or "~" or "!=" or "!~" => 5,
        "<" or "<=" or ">" or ">=" => 6,
        "|" => 7,
        "is" or "as" => TypeStrength,
        "+" or "-" or "&" => 9,
        "*" or "/" or "div" or "mod" => 10,
        _ => 0,
    };

    private Expression Operators(int weakest)
    {
        if (++_depth > MaxDepth)
        {
            throw Fault("The expression is nested too deeply.");
        }

        var left = Signed();
        while (StrengthOf(Here) is var strength && strength > weakest)
        {
            var op = Link();
            if (strength == TypeStrength)
            {
                var type = Type();
                left = op.Text == "is" ? new IsExpression(left, type) : new OfTypeExpression(left, type);
            }
            else
            {
                left = Binary(op.Text, left, Operators(strength));
            }
        }

        _depth--;
        return left;
    }

    private static Expression Binary(string op, Expression left, Expression right) => op switch
    {
        "implies" => new LogicalExpression(left, right, LogicalOperator.Implies),
        "or" => new LogicalExpression(left, right, LogicalOperator.Or),
        "xor" => new LogicalExpression(left, right, LogicalOperator.Xor),
        "and" => new LogicalExpression(left, right, LogicalOperator.And),
        "in" => new MembershipExpression(left, right),
        "contains" => new MembershipExpression(right, left),
        "=" => new EqualityExpression(left, right, isNegated: false),
        "!=" => new EqualityExpression(left, right, isNegated: true),
        "~" => new EquivalenceExpression(left, right, isNegated: false),
        "!~" => new EquivalenceExpression(left, right, isNegated: true),
        "|" => new UnionExpression(left, right),
        "&" => new ConcatenationExpression(left, right),
        "+" or "-" or "*" or "/" or "div" or "mod" => new ArithmeticExpression(left, right, op),
        _ => new ComparisonExpression(left, right, op),
    };

    private Expression Signed()
    {
        if (Here.Kind != TokenKind.Symbol || Here.Text is not ("-" or "+"))
        {
            return Path();
        }

        var sign = Link().Text;
        return sign == "-" ? new NegationExpression(Signed()) : Signed();
    }

    private Expression Path()
    {
        var expression = Term();
        while (true)
        {
            if (TakeIf("."))
            {
                expression = Step(expression);
            }
            else if (Here.Is("["))
            {
                Link();
                var index = Operators(0);
                Expect("]");
                expression = new IndexerExpression(expression, index);
            }
            else
            {
                return expression;
            }
        }
    }

    private Expression Term()
    {
        switch (Here.Kind)
        {
            case TokenKind.Number:
                return Number();
            case TokenKind.String:
                return new LiteralExpression(FhirPathItem.Of(Take().Text));
            case TokenKind.DateTime:
                return DateTime();
            case TokenKind.Identifier when Here.Text is "true" or "false":
                return new LiteralExpression(FhirPathItem.Of(Take().Text == "true"));
            case TokenKind.Identifier or TokenKind.DelimitedIdentifier:
                return Step(null);
        }

        if (TakeIf("("))
        {
            var expression = Operators(0);
            Expect(")");
            return expression;
        }

        if (TakeIf("{"))
        {
            Expect("}");
            return new EmptyExpression();
        }

        if (TakeIf("%"))
        {
            return Here.Kind is TokenKind.Identifier or TokenKind.DelimitedIdentifier or TokenKind.String
                ? new VariableExpression(VariableName())
                : throw Fault($"Expected a name after '%' but found {Here}.");
        }

        throw Fault($"Expected a value or path but found {Here}.");
    }

    /// <summary>STU3 writes <c>%vs-name</c> without quotes, too: hyphens directly attached belong to the name.</summary>
    private string VariableName()
    {
        var token = Take();
        if (token.Kind != TokenKind.Identifier || token.Text is not ("vs" or "ext"))
        {
            return token.Text;
        }

        var name = new StringBuilder(token.Text);
        var end = token.Position + token.Text.Length;
        while (Here.Position == end && Here.Kind is TokenKind.Symbol or TokenKind.Identifier or TokenKind.Number && (Here.Kind != TokenKind.Symbol || Here.Text == "-"))
        {
            end += Here.Text.Length;
            name.Append(Take().Text);
        }

        return name.ToString();
    }

    /// <summary>One step of a path: a member, a function call, or <c>$this</c>.</summary>
    /// <param name="input">What the step starts from; null at the start of a path.</param>
    private Expression Step(Expression? input)
    {
        var name = Link();
        if (name.Kind is not (TokenKind.Identifier or TokenKind.DelimitedIdentifier))
        {
            throw Fault($"Expected a name after '.' but found {name}.", name);
        }

        if (name.Kind == TokenKind.Identifier && name.Text[0] == '$')
        {
            return Special(name);
        }

        return TakeIf("(") ? Call(input ?? ThisExpression.Instance, name) : new MemberExpression(input, name.Text);
    }

    private Expression Special(in Token name) => name.Text switch
    {
        "$this" => ThisExpression.Instance,
        "$index" => new IndexExpression(),
        "$total" => new TotalExpression(),
        _ => throw Fault($"There is no {name}; there are $this, $index and $total.", name),
    };

    private Expression Call(Expression input, in Token name)
    {
        if (name.Text is "is" or "as" or "ofType")
        {
            var type = Type();
            Expect(")");
            return name.Text == "is" ? new IsExpression(input, type) : new OfTypeExpression(input, type);
        }

        if (FunctionTable.Find(name.Text) is not { } function)
        {
            var hint = FunctionTable.Like(name.Text) is { } like ? $"; it is spelt {like}()" : "";
            throw Fault($"There is no function {name.Text}(){hint}.", name);
        }

        var arguments = ArgumentsOfCall();
        if (arguments.Length < function.MinArguments || arguments.Length > function.MaxArguments)
        {
            var expected = function.MinArguments == function.MaxArguments ? $"{function.MinArguments}" : $"{function.MinArguments} to {function.MaxArguments}";
            throw Fault($"The function {name.Text}() takes {expected} argument{(expected == "1" ? "" : "s")}, not {arguments.Length}.", name);
        }

        return new FunctionExpression(input, function, arguments);
    }

    private Expression[] ArgumentsOfCall()
    {
        var arguments = new List<Expression>();
        if (TakeIf(")"))
        {
            return [];
        }

        do
        {
            arguments.Add(Operators(0));
        }
        while (TakeIf(","));
        Expect(")");
        return [.. arguments];
    }

    private TypeSpecifier Type()
    {
        var first = TypeName();
        var type = TakeIf(".") ? new TypeSpecifier(first.Text, TypeName().Text) : new TypeSpecifier(null, first.Text);
        return type.IsKnown ? type : throw Fault($"There is no type {type.Name}.", first);
    }

    private Token TypeName() => Here.Kind is TokenKind.Identifier or TokenKind.DelimitedIdentifier
        ? Take()
        : throw Fault($"Expected a type but found {Here}.");

    private LiteralExpression Number()
    {
        var token = Take();
        if (!decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw Fault("The number is too large.", token);
        }

        if (Here.Kind == TokenKind.String)
        {
            return new LiteralExpression(FhirPathItem.Of(new FhirPathQuantity(value, Take().Text)));
        }

        if (Here.Kind == TokenKind.Identifier && Quantities.CalendarUnit(Here.Text) is { } unit)
        {
            Take();
            return new LiteralExpression(FhirPathItem.Of(new FhirPathQuantity(value, unit, IsCalendar: true)));
        }

        var isInteger = !token.Text.Contains('.', StringComparison.Ordinal) && value <= long.MaxValue;
        return new LiteralExpression(isInteger ? FhirPathItem.Of((long)value) : FhirPathItem.Of(value));
    }

    private LiteralExpression DateTime()
    {
        var token = Take();
        var isValid = token.Text.StartsWith('T')
            ? PartialDateTime.TryParseTime(Encoding.UTF8.GetBytes(token.Text[1..]), out var value)
            : PartialDateTime.TryParse(token.Text, out value);
        return isValid
            ? new LiteralExpression(FhirPathItem.Of(value))
            : throw Fault($"'@{token.Text}' is no date or time.", token);
    }

    /// <summary>Takes a token that makes the tree one level deeper.</summary>
    private Token Link() => ++_links <= MaxLinks ? Take() : throw Fault($"The expression has more than {MaxLinks} steps.");

    private Token Take() => _tokens[_at < _tokens.Count - 1 ? _at++ : _at];

    private bool TakeIf(string symbol)
    {
        if (Here.Kind != TokenKind.Symbol || Here.Text != symbol)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TakeIf(symbol))
        {
            throw Fault($"Expected '{symbol}' but found {Here}.");
        }
    }

    private FhirPathSyntaxException Fault(string message) => Fault(message, Here);

    private FhirPathSyntaxException Fault(string message, in Token at) => new(message, _text, at.Position);
}
