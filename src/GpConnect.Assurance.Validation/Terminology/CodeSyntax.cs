namespace GpConnect.Assurance.Validation;

/// <summary>Code systems defined by a grammar instead of a list.</summary>
internal sealed class CodeSyntax
{
    /// <summary>BCP 13 media types: <c>type/subtype</c> with parameters; STU3 also writes the short forms <c>json</c> and <c>xml</c>.</summary>
    internal static readonly CodeSyntax MimeType = new(IsMimeType);

    /// <summary>BCP 47 language tags, by shape: <c>en</c>, <c>en-GB</c>, <c>zh-Hans-CN</c>, <c>x-private</c>.</summary>
    internal static readonly CodeSyntax LanguageTag = new(IsLanguageTag);

    private readonly Predicate _isWellFormed;

    private CodeSyntax(Predicate isWellFormed) => _isWellFormed = isWellFormed;

    private delegate bool Predicate(ReadOnlySpan<byte> code);

    internal static CodeSyntax? OfSystem(string system) => system switch
    {
        "urn:ietf:bcp:47" => LanguageTag,
        "urn:ietf:bcp:13" => MimeType,
        _ => null,
    };

    internal bool IsWellFormed(ReadOnlySpan<byte> code) => _isWellFormed(code);

    private static bool IsMimeType(ReadOnlySpan<byte> code)
    {
        if (code.SequenceEqual("xml"u8) || code.SequenceEqual("json"u8) || code.SequenceEqual("ttl"u8))
        {
            return true;
        }

        var semicolon = code.IndexOf((byte)';');
        var mediaType = semicolon < 0 ? code : code[..semicolon].TrimEnd((byte)' ');
        var slash = mediaType.IndexOf((byte)'/');
        return slash > 0 && AreTokenCharacters(mediaType[..slash]) && AreTokenCharacters(mediaType[(slash + 1)..]);
    }

    private static bool AreTokenCharacters(ReadOnlySpan<byte> token)
    {
        foreach (var character in token)
        {
            if (!char.IsAsciiLetterOrDigit((char)character) && !"!#$&-^_.+*"u8.Contains(character))
            {
                return false;
            }
        }

        return !token.IsEmpty;
    }

    private static bool IsLanguageTag(ReadOnlySpan<byte> code)
    {
        var isFirst = true;
        foreach (var range in code.Split((byte)'-'))
        {
            var subtag = code[range];
            var isPrivate = isFirst && subtag is [(byte)'x' or (byte)'X' or (byte)'i'];
            if (!IsSubtag(subtag) || (isFirst && !isPrivate && (subtag.Length < 2 || HasDigit(subtag))))
            {
                return false;
            }

            isFirst = false;
        }

        return !isFirst;
    }

    private static bool IsSubtag(ReadOnlySpan<byte> subtag)
    {
        foreach (var character in subtag)
        {
            if (!char.IsAsciiLetterOrDigit((char)character))
            {
                return false;
            }
        }

        return subtag.Length is >= 1 and <= 8;
    }

    private static bool HasDigit(ReadOnlySpan<byte> subtag) => subtag.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;
}
