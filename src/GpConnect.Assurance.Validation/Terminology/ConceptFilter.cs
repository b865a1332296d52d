using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>One <c>compose.include.filter</c>: <c>is-a</c> and <c>=</c> over the code systems carried, and expression constraints that only list codes.</summary>
internal sealed class ConceptFilter
{
    private readonly string _operation;
    private readonly byte[] _value;
    private readonly HashSet<byte[]>? _listedCodes;

    private ConceptFilter(string property, string operation, string value)
    {
        _operation = property is "concept" or "code" ? operation : string.Empty;
        _value = Utf8Comparer.Bytes(value);
        _listedCodes = property == "constraint" ? ListedCodes(value) : null;
    }

    internal static ConceptFilter Read(FhirNode filter) => new(Text(filter, "property"), Text(filter, "op"), Text(filter, "value"));

    internal Membership Matches(CodeSystemTable? table, ReadOnlySpan<byte> code)
    {
        if (_listedCodes is not null)
        {
            return Answer(_listedCodes.GetAlternateLookup<ReadOnlySpan<byte>>().Contains(code));
        }

        if (_operation == "=")
        {
            return Answer(code.SequenceEqual(_value));
        }

        if (_operation != "is-a" || table is null || !table.IsComplete)
        {
            return code.SequenceEqual(_value) && _operation == "is-a" ? Membership.Yes : Membership.Unknown;
        }

        return Answer(table.Find(code) is { } concept && table.IsA(concept, _value));
    }

    private static Membership Answer(bool isMember) => isMember ? Membership.Yes : Membership.No;

    /// <summary>The codes of an expression such as <c>385434005 OR 2931005</c>; null for anything that needs the hierarchy of SNOMED CT.</summary>
    private static HashSet<byte[]>? ListedCodes(string expression)
    {
        var codes = new HashSet<byte[]>(Utf8Comparer.Instance);
        foreach (var operand in expression.Split(" OR ", StringSplitOptions.TrimEntries))
        {
            var bar = operand.IndexOf('|', StringComparison.Ordinal);
            var code = (bar < 0 ? operand : operand[..bar]).Trim();
            if (code.Length == 0 || !code.All(char.IsAsciiDigit))
            {
                return null;
            }

            codes.Add(Encoding.UTF8.GetBytes(code));
        }

        return codes;
    }

    private static string Text(FhirNode node, string name)
    {
        var child = node.Child(name);
        return child.IsNone ? string.Empty : child.Value ?? string.Empty;
    }
}
