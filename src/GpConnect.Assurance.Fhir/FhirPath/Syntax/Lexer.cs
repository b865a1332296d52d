using System.Globalization;
using System.Text;

namespace GpConnect.Assurance.Fhir.FhirPath.Syntax;

/// <summary>Splits an expression into tokens.</summary>
/// <remarks>http://hl7.org/fhirpath/STU1/ and its successor N1; both spellings of delimited identifiers are taken.</remarks>
internal static class Lexer
{
    private static readonly string[] LongSymbols = ["<=", ">=", "!=", "!~"];
    private const string ShortSymbols = "()[]{}.,+-*/&|<>=~%";

    public static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        var i = SkipBlank(text, 0);
        while (i < text.Length)
        {
            tokens.Add(Next(text, ref i));
            i = SkipBlank(text, i);
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static Token Next(string text, ref int i)
    {
        var start = i;
        var first = text[i];
        if (char.IsAsciiLetter(first) || first is '_' or '$')
        {
            i = EndOf(text, i + 1, c => char.IsAsciiLetterOrDigit(c) || c == '_');
            return new Token(TokenKind.Identifier, text[start..i], start);
        }

        if (char.IsAsciiDigit(first))
        {
            i = EndOf(text, i, char.IsAsciiDigit);
            if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
            {
                i = EndOf(text, i + 1, char.IsAsciiDigit);
            }

            return new Token(TokenKind.Number, text[start..i], start);
        }

        return first switch
        {
            '\'' => new Token(TokenKind.String, Quoted(text, ref i), start),
            '`' or '"' => Delimited(text, ref i),
            '@' => DateTime(text, ref i),
            _ => Symbol(text, ref i),
        };
    }

    private static Token Delimited(string text, ref int i)
    {
        var start = i;
        var name = Quoted(text, ref i);
        return name.Length > 0
            ? new Token(TokenKind.DelimitedIdentifier, name, start)
            : throw new FhirPathSyntaxException("A name must not be empty.", text, start);
    }

    private static Token Symbol(string text, ref int i)
    {
        var start = i;
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(text, i, symbol, 0, symbol.Length) == 0)
            {
                i += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, start);
            }
        }

        if (!ShortSymbols.Contains(text[i], StringComparison.Ordinal))
        {
            throw new FhirPathSyntaxException($"The character '{text[i]}' has no place in FHIRPath.", text, i);
        }

        i++;
        return new Token(TokenKind.Symbol, text[start..i], start);
    }

    private static Token DateTime(string text, ref int i)
    {
        var start = i;
        i++;
        var contentStart = i;
        i = EndOf(text, i, c => char.IsAsciiDigit(c) || c == '-');
        if (i < text.Length && text[i] == 'T')
        {
            i = EndOf(text, i + 1, c => char.IsAsciiDigit(c) || c == ':');
            if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
            {
                i = EndOf(text, i + 1, char.IsAsciiDigit);
            }

            if (i < text.Length && text[i] == 'Z')
            {
                i++;
            }
            else if (i + 3 < text.Length && text[i] is '+' or '-' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && text[i + 3] == ':')
            {
                i = EndOf(text, i + 1, c => char.IsAsciiDigit(c) || c == ':');
            }
        }

        return new Token(TokenKind.DateTime, text[contentStart..i], start);
    }

    private static string Quoted(string text, ref int i)
    {
        var start = i;
        var quote = text[i++];
        var content = new StringBuilder();
        while (i < text.Length && text[i] != quote)
        {
            if (text[i] != '\\')
            {
                content.Append(text[i++]);
                continue;
            }

            content.Append(Escape(text, ref i));
        }

        if (i >= text.Length)
        {
            throw new FhirPathSyntaxException($"The {quote} opened here is not closed.", text, start);
        }

        i++;
        return content.ToString();
    }

    private static char Escape(string text, ref int i)
    {
        var at = i;
        i += 2;
        switch (at + 1 < text.Length ? text[at + 1] : '\0')
        {
            case 'r':
                return '\r';
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'f':
                return '\f';
            case var c and ('\'' or '"' or '`' or '\\' or '/'):
                return c;
            case 'u' when at + 6 <= text.Length
                && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                i = at + 6;
                return (char)unit;
            default:
                throw new FhirPathSyntaxException("Unknown escape: to write a backslash, as in a regular expression, double it.", text, at);
        }
    }

    private static int SkipBlank(string text, int start)
    {
        var i = start;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (string.CompareOrdinal(text, i, "//", 0, 2) == 0)
            {
                i = text.IndexOf('\n', i) is >= 0 and var end ? end : text.Length;
            }
            else if (string.CompareOrdinal(text, i, "/*", 0, 2) == 0)
            {
                var end = text.IndexOf("*/", i + 2, StringComparison.Ordinal);
                i = end >= 0 ? end + 2 : throw new FhirPathSyntaxException("The comment opened here is not closed.", text, i);
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static int EndOf(string text, int start, Func<char, bool> belongs)
    {
        var i = start;
        while (i < text.Length && belongs(text[i]))
        {
            i++;
        }

        return i;
    }
}
