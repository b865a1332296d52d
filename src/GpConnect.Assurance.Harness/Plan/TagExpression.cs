namespace GpConnect.Assurance.Harness.Plan;

/// <summary>
/// A Cucumber tag expression: tags joined by <c>and</c>, <c>or</c>, <c>not</c> and parentheses, where a backslash takes
/// the special meaning from a parenthesis, a blank or a backslash inside a tag.
/// </summary>
/// <remarks>A tag may be written with or without its <c>@</c>. An empty expression holds for every scenario.</remarks>
public sealed class TagExpression
{
    private readonly Func<IReadOnlySet<string>, bool> _holds;

    private TagExpression(string text, Func<IReadOnlySet<string>, bool> holds)
    {
        Text = text;
        _holds = holds;
    }

    public string Text { get; }

    /// <exception cref="FormatException">The expression is not well formed; the message says where.</exception>
    public static TagExpression Parse(string text)
    {
        var parser = new Parser(text, Tokens(text));
        return new TagExpression(text, parser.Parse());
    }

    /// <param name="tags">The scenario's tags, without <c>@</c>.</param>
    public bool Holds(IEnumerable<string> tags) => _holds(tags.ToHashSet(StringComparer.Ordinal));

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var word = new System.Text.StringBuilder();
        var start = 0;
        void EndWord()
        {
            if (word.Length > 0)
            {
                tokens.Add(new Token(word.ToString(), start));
                word.Clear();
            }
        }

        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '(' or ')')
            {
                EndWord();
                tokens.Add(new Token(c.ToString(), at) { IsParenthesis = true });
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                EndWord();
                continue;
            }

            start = word.Length == 0 ? at : start;
            if (c == '\\')
            {
                c = ++at < text.Length ? text[at] : throw Malformed(text, at, "a backslash ends it");
            }

            word.Append(c);
        }

        EndWord();
        return tokens;
    }

    private static FormatException Malformed(string text, int at, string why) =>
        new($"The tag expression '{text}' is not well formed at character {at + 1}: {why}. Write tags joined by and, or, not and parentheses, as in '@GPC-FND-027 and not (@slow or @xml)'.");

    private sealed record Token(string Text, int At)
    {
        public bool IsParenthesis { get; init; }

        public bool Is(string word) => Text == word;
    }

    private sealed class Parser(string text, List<Token> tokens)
    {
        private const int MostNested = 100;
        private int _next;
        private int _depth;

        public Func<IReadOnlySet<string>, bool> Parse()
        {
            if (tokens.Count == 0)
            {
                return _ => true;
            }

            var whole = Or();
            return _next == tokens.Count ? whole : throw Malformed(text, tokens[_next].At, $"'{tokens[_next].Text}' is not expected here");
        }

        private Func<IReadOnlySet<string>, bool> Or()
        {
            var left = And();
            while (Take("or"))
            {
                var (one, other) = (left, And());
                left = tags => one(tags) || other(tags);
            }

            return left;
        }

        private Func<IReadOnlySet<string>, bool> And()
        {
            var left = Not();
            while (Take("and"))
            {
                var (one, other) = (left, Not());
                left = tags => one(tags) && other(tags);
            }

            return left;
        }

        private Func<IReadOnlySet<string>, bool> Not()
        {
            if (!Take("not"))
            {
                return Operand();
            }

            var inner = Nested(Not);
            return tags => !inner(tags);
        }

        private Func<IReadOnlySet<string>, bool> Operand()
        {
            if (_next == tokens.Count)
            {
                throw Malformed(text, text.Length, "a tag is missing");
            }

            var token = tokens[_next++];
            if (token is { IsParenthesis: true, Text: "(" })
            {
                var inner = Nested(Or);
                return Take(")") ? inner : throw Malformed(text, _next < tokens.Count ? tokens[_next].At : text.Length, "a closing parenthesis is missing");
            }

            if (token.IsParenthesis || token.Is("and") || token.Is("or"))
            {
                throw Malformed(text, token.At, $"a tag is expected, not '{token.Text}'");
            }

            var tag = token.Text.TrimStart('@');
            return tags => tags.Contains(tag);
        }

        private Func<IReadOnlySet<string>, bool> Nested(Func<Func<IReadOnlySet<string>, bool>> inner)
        {
            if (++_depth > MostNested)
            {
                throw Malformed(text, tokens[_next - 1].At, $"it is nested more than {MostNested} deep");
            }

            var parsed = inner();
            _depth--;
            return parsed;
        }

        private bool Take(string word)
        {
            if (_next == tokens.Count || !tokens[_next].Is(word))
            {
                return false;
            }

            _next++;
            return true;
        }
    }
}
