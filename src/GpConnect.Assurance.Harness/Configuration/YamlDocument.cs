using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GpConnect.Assurance.Harness.Configuration;

/// <summary>Reads a YAML text into values that know their place, from the parser's events: no reflection, so that it starts fast.</summary>
internal static class YamlDocument
{
    private const int MaxDepth = 64;

    /// <summary>The one document of <paramref name="text"/>; an empty text is an empty mapping.</summary>
    /// <exception cref="YamlFormatException">The text is not YAML, holds several documents, aliases or a key twice.</exception>
    public static YamlValue Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return new YamlMapping([], 1, 1);
            }

            var root = ReadValue(parser, 0);
            parser.Consume<DocumentEnd>();
            return parser.TryConsume<DocumentStart>(out var second)
                ? throw Error("A second document starts here; keep one in a file.", second.Start)
                : root;
        }
        catch (YamlException exception)
        {
            throw Error($"This is not YAML: {exception.Message.TrimEnd('.')}.", exception.Start);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser's way to say that it lost the thread: an unclosed bracket, for example.
            throw Error("This is not YAML from here on; look for a bracket or quote that is not closed.", parser.Current?.End ?? Mark.Empty);
        }
    }

    private static YamlValue ReadValue(Parser parser, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Error($"This is nested deeper than {MaxDepth} levels.", parser.Current?.Start ?? Mark.Empty);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return ToScalar(scalar);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            return ReadMapping(parser, mapping.Start, depth);
        }

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            return ReadSequence(parser, sequence.Start, depth);
        }

        var other = parser.Consume<ParsingEvent>();
        throw Error("Aliases are not read here; write the value out.", other.Start);
    }

    private static YamlMapping ReadMapping(Parser parser, Mark start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyStart = parser.Current?.Start ?? start;
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw Error("A key must be a text.", keyStart);
            }

            if (!keys.Add(key.Value))
            {
                throw Error($"The key \"{key.Value}\" stands here a second time; keep one.", key.Start);
            }

            entries.Add(new YamlEntry(ToScalar(key), ReadValue(parser, depth + 1)));
        }

        return new YamlMapping(entries, (int)start.Line, (int)start.Column);
    }

    private static YamlSequence ReadSequence(Parser parser, Mark start, int depth)
    {
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(parser, depth + 1));
        }

        return new YamlSequence(items, (int)start.Line, (int)start.Column);
    }

    private static YamlScalar ToScalar(Scalar scalar) => new(
        scalar.Value,
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null",
        (int)scalar.Start.Line,
        (int)scalar.Start.Column);

    private static YamlFormatException Error(string message, Mark mark) =>
        new(message, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));
}
