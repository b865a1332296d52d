using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using GpConnect.Assurance.Fhir.FhirPath.Expressions;
using GpConnect.Assurance.Fhir.FhirPath.Values;

namespace GpConnect.Assurance.Fhir.FhirPath.Functions;

/// <summary>http://hl7.org/fhirpath/#string-manipulation</summary>
internal static class StringFunctions
{
    private delegate bool Utf8Test(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part);

    public static IEnumerable<Function> All { get; } =
    [
        TestOf("startsWith", (text, part) => text.StartsWith(part)),
        TestOf("endsWith", (text, part) => text.EndsWith(part)),
        TestOf("contains", (text, part) => text.IndexOf(part) >= 0),
        new("matches", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => Matches(m, s, start, a[0], isWhole: false)),
        new("matchesFull", 1, 1, (Machine m, in Scope s, int start, Expression[] a) => Matches(m, s, start, a[0], isWhole: true)),
        new("replaceMatches", 2, 2, ReplaceMatches),
        new("replace", 2, 2, Replace),
        new("indexOf", 1, 1, IndexOf),
        new("substring", 1, 2, Substring),
        Mapping("upper", text => FhirPathItem.Of(text.ToUpperInvariant())),
        Mapping("lower", text => FhirPathItem.Of(text.ToLowerInvariant())),
        Mapping("trim", text => FhirPathItem.Of(text.Trim())),
        Mapping("length", text => FhirPathItem.Of((long)text.Length)),
        new("toChars", 0, 0, ToCharacters),
        new("split", 1, 1, Split),
        new("join", 0, 1, Join),
    ];

    /// <summary>A test on the UTF-8 of an element's value, so that no string is made of it.</summary>
    private static Function TestOf(string name, Utf8Test test) => new(name, 1, 1, (Machine machine, in Scope scope, int start, Expression[] arguments) =>
    {
        if (!Arguments.TryInput(machine, start, name, out var item) || !Arguments.TryText(machine, scope, start, arguments[0], name, out var part))
        {
            return;
        }

        if (item is { IsNode: true, Node.HasValue: true })
        {
            machine.Replace(start, WithUtf8(part, item.Node.ValueUtf8, test));
        }
        else if (item.Kind == FhirPathItemKind.String)
        {
            machine.Replace(start, test(Encoding.UTF8.GetBytes(item.Text), Encoding.UTF8.GetBytes(part)));
        }
        else
        {
            Arguments.NotText(machine, start, name, item);
        }
    }, Foresee: FilteringFunctions.OfNothingNothing);

    private static bool WithUtf8(string part, ReadOnlySpan<byte> text, Utf8Test test)
    {
        Span<byte> buffer = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(part, buffer, out var length)
            ? test(text, buffer[..length])
            : test(text, Encoding.UTF8.GetBytes(part));
    }

    private static Function Mapping(string name, Func<string, FhirPathItem> map) => new(name, 0, 0, (Machine machine, in Scope _, int start, Expression[] _) =>
    {
        if (Arguments.TryInputText(machine, start, name, out var text))
        {
            machine.Replace(start, map(text));
        }
    });

    private static void Matches(Machine machine, in Scope scope, int start, Expression argument, bool isWhole)
    {
        if (!Arguments.TryInput(machine, start, "matches", out var item) || !Arguments.TryText(machine, scope, start, argument, "matches", out var pattern))
        {
            return;
        }

        if (item.IsNode ? !item.Node.HasValue : item.Kind != FhirPathItemKind.String)
        {
            Arguments.NotText(machine, start, "matches", item);
        }
        else if (Patterns.Find(isWhole ? $"^(?:{pattern})$" : pattern) is not { } regex)
        {
            machine.ReplaceByUnknown(start, $"'{pattern}' is not a regular expression");
        }
        else
        {
            Test(machine, start, item, regex);
        }
    }

    private static void Test(Machine machine, int start, in FhirPathItem item, Regex regex)
    {
        try
        {
            machine.Replace(start, item.IsNode ? IsMatch(regex, item.Node.ValueUtf8) : regex.IsMatch(item.Text));
        }
        catch (RegexMatchTimeoutException)
        {
            machine.ReplaceByUnknown(start, $"the regular expression '{regex}' takes too long on this value");
        }
    }

    private static bool IsMatch(Regex regex, ReadOnlySpan<byte> utf8)
    {
        var characters = ArrayPool<char>.Shared.Rent(utf8.Length);
        try
        {
            return regex.IsMatch(characters.AsSpan(0, Encoding.UTF8.GetChars(utf8, characters)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static void ReplaceMatches(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (!Arguments.TryInputText(machine, start, "replaceMatches", out var text)
            || !Arguments.TryText(machine, scope, start, arguments[0], "replaceMatches", out var pattern)
            || !Arguments.TryText(machine, scope, start, arguments[1], "replaceMatches", out var substitution))
        {
            return;
        }

        if (Patterns.Find(pattern) is not { } regex)
        {
            machine.ReplaceByUnknown(start, $"'{pattern}' is not a regular expression");
            return;
        }

        try
        {
            machine.Replace(start, FhirPathItem.Of(regex.Replace(text, substitution)));
        }
        catch (RegexMatchTimeoutException)
        {
            machine.ReplaceByUnknown(start, $"the regular expression '{pattern}' takes too long on this value");
        }
    }

    private static void Replace(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (!Arguments.TryInputText(machine, start, "replace", out var text)
            || !Arguments.TryText(machine, scope, start, arguments[0], "replace", out var pattern)
            || !Arguments.TryText(machine, scope, start, arguments[1], "replace", out var substitution))
        {
            return;
        }

        // An empty pattern surrounds every character, says the specification.
        var replaced = pattern.Length > 0
            ? text.Replace(pattern, substitution, StringComparison.Ordinal)
            : substitution + string.Concat(text.Select(character => character + substitution));
        machine.Replace(start, FhirPathItem.Of(replaced));
    }

    private static void IndexOf(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (Arguments.TryInputText(machine, start, "indexOf", out var text)
            && Arguments.TryText(machine, scope, start, arguments[0], "indexOf", out var part))
        {
            machine.Replace(start, FhirPathItem.Of((long)text.IndexOf(part, StringComparison.Ordinal)));
        }
    }

    private static void Substring(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (!Arguments.TryInputText(machine, start, "substring", out var text)
            || !Arguments.TryInteger(machine, scope, start, arguments[0], "substring", out var from))
        {
            return;
        }

        var length = int.MaxValue;
        if (arguments.Length > 1 && !Arguments.TryInteger(machine, scope, start, arguments[1], "substring", out length))
        {
            return;
        }

        if (from < 0 || from >= text.Length)
        {
            machine.Drop(start);
        }
        else
        {
            machine.Replace(start, FhirPathItem.Of(text.Substring(from, Math.Clamp(length, 0, text.Length - from))));
        }
    }

    private static void ToCharacters(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (Arguments.TryInputText(machine, start, "toChars", out var text))
        {
            machine.Drop(start);
            foreach (var character in text)
            {
                machine.Push(FhirPathItem.Of(character.ToString()));
            }
        }
    }

    private static void Split(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        if (Arguments.TryInputText(machine, start, "split", out var text)
            && Arguments.TryText(machine, scope, start, arguments[0], "split", out var separator))
        {
            machine.Drop(start);
            foreach (var part in text.Split(separator))
            {
                machine.Push(FhirPathItem.Of(part));
            }
        }
    }

    private static void Join(Machine machine, in Scope scope, int start, Expression[] arguments)
    {
        var separator = "";
        if (arguments.Length > 0 && !Arguments.TryText(machine, scope, start, arguments[0], "join", out separator))
        {
            return;
        }

        var parts = machine.From(start).ToArray().Select(item => NodeValues.Text(item) ?? "");
        machine.Replace(start, FhirPathItem.Of(string.Join(separator, parts)));
    }
}
