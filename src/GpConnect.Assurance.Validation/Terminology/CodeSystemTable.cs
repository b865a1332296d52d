using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>The codes of one code system, found by their bytes.</summary>
internal sealed class CodeSystemTable
{
    private readonly Dictionary<byte[], Concept> _concepts;
    private readonly Dictionary<byte[], Concept>.AlternateLookup<ReadOnlySpan<byte>> _bySpan;
    private readonly bool _isCaseSensitive;

    private CodeSystemTable(string url, bool isComplete, bool isCaseSensitive, Dictionary<byte[], Concept> concepts)
    {
        Url = url;
        UrlUtf8 = Utf8Comparer.Bytes(url);
        IsComplete = isComplete && concepts.Count > 0;
        _isCaseSensitive = isCaseSensitive;
        _concepts = concepts;
        _bySpan = concepts.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    internal string Url { get; }

    internal byte[] UrlUtf8 { get; }

    /// <summary>Whether a code that is not here is no code of the system. False for fragments, examples and systems without content.</summary>
    internal bool IsComplete { get; }

    internal static CodeSystemTable Read(FhirNode codeSystem)
    {
        var concepts = new Dictionary<byte[], Concept>(Utf8Comparer.Instance);
        AddConcepts(codeSystem, parent: null, concepts);
        return new CodeSystemTable(
            codeSystem.Child("url").Value ?? string.Empty,
            Text(codeSystem, "content") == "complete",
            Text(codeSystem, "caseSensitive") != "false",
            concepts);
    }

    /// <summary>The code system that a value set of DSTU2 defines within; null when it defines none.</summary>
    internal static CodeSystemTable? ReadInline(FhirNode valueSet)
    {
        var inline = valueSet.Child("codeSystem");
        if (Text(inline, "system") is not { } url)
        {
            return null;
        }

        var concepts = new Dictionary<byte[], Concept>(Utf8Comparer.Instance);
        AddConcepts(inline, parent: null, concepts);
        return new CodeSystemTable(url, isComplete: true, Text(inline, "caseSensitive") != "false", concepts);
    }

    internal Concept? Find(ReadOnlySpan<byte> code) =>
        _bySpan.TryGetValue(code, out var concept) ? concept
        : _isCaseSensitive ? null
        : FindIgnoringCase(code);

    /// <summary>Whether <paramref name="concept"/> is <paramref name="ancestor"/> or stands below it.</summary>
    internal bool IsA(Concept concept, byte[] ancestor)
    {
        var current = concept;
        for (var depth = 0; depth <= _concepts.Count; depth++)
        {
            if (current.Code.AsSpan().SequenceEqual(ancestor))
            {
                return true;
            }

            if (current.Parent is null || !_concepts.TryGetValue(current.Parent, out var parent))
            {
                return false;
            }

            current = parent;
        }

        return false;
    }

    private Concept? FindIgnoringCase(ReadOnlySpan<byte> code)
    {
        var text = Encoding.UTF8.GetString(code);
        return _concepts.Values.FirstOrDefault(concept => string.Equals(Encoding.UTF8.GetString(concept.Code), text, StringComparison.OrdinalIgnoreCase));
    }

    private static void AddConcepts(FhirNode owner, byte[]? parent, Dictionary<byte[], Concept> concepts)
    {
        foreach (var concept in owner.ChildrenNamed("concept"))
        {
            var code = concept.Child("code");
            if (!code.IsNone && code.HasValue)
            {
                var key = code.ValueUtf8.ToArray();
                concepts.TryAdd(key, new Concept(key, Display(concept), Property(concept, "parent") ?? parent, IsAbstract(concept)));
                AddConcepts(concept, key, concepts);
            }
        }
    }

    private static byte[]? Display(FhirNode concept)
    {
        var display = concept.Child("display");
        return display.HasValue ? display.ValueUtf8.ToArray() : null;
    }

    private static bool IsAbstract(FhirNode concept) =>
        Text(concept, "abstract") == "true" || (Property(concept, "notSelectable") is { } value && value.AsSpan().SequenceEqual("true"u8));

    private static byte[]? Property(FhirNode concept, string name)
    {
        foreach (var property in concept.ChildrenNamed("property"))
        {
            if (Text(property, "code") != name)
            {
                continue;
            }

            foreach (var value in property.Children)
            {
                if (value.Name.StartsWith("value", StringComparison.Ordinal) && value.HasValue)
                {
                    return value.ValueUtf8.ToArray();
                }
            }
        }

        return null;
    }

    private static string? Text(FhirNode node, string name)
    {
        var child = node.Child(name);
        return child.IsNone ? null : child.Value;
    }
}

/// <param name="Parent">Code of the broader concept.</param>
/// <param name="IsAbstract">Groups others and is not itself to be used.</param>
internal sealed record Concept(byte[] Code, byte[]? Display, byte[]? Parent, bool IsAbstract);
