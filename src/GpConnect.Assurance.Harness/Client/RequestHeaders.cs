using System.Collections;
using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>Header lines of a request, in the order and the spelling in which they are sent.</summary>
/// <remarks>Any line can be missing, empty, doubled or wrong; only what would end the line (CR, LF, NUL) is refused.</remarks>
public sealed class RequestHeaders : IReadOnlyList<HeaderRecord>
{
    private readonly List<HeaderRecord> _lines = [];

    public RequestHeaders()
    {
    }

    public RequestHeaders(IEnumerable<HeaderRecord> lines)
    {
        foreach (var line in lines)
        {
            Add(line.Name, line.Value);
        }
    }

    public int Count => _lines.Count;

    public HeaderRecord this[int index] => _lines[index];

    /// <summary>The value of the first line of that name, or null.</summary>
    public string? this[string name] => _lines.Find(line => Is(line, name))?.Value;

    /// <summary>Adds a line, also when there is one of that name.</summary>
    public RequestHeaders Add(string name, string value)
    {
        _lines.Add(Checked(name, value));
        return this;
    }

    /// <summary>Puts one line in place of all of that name, where the first of them stood, or at the end.</summary>
    public RequestHeaders Set(string name, string value)
    {
        var line = Checked(name, value);
        var first = _lines.FindIndex(other => Is(other, name));
        if (first < 0)
        {
            _lines.Add(line);
            return this;
        }

        _lines[first] = line;
        for (var index = _lines.Count - 1; index > first; index--)
        {
            if (Is(_lines[index], name))
            {
                _lines.RemoveAt(index);
            }
        }

        return this;
    }

    /// <summary>Removes every line of that name.</summary>
    public RequestHeaders Remove(string name)
    {
        _lines.RemoveAll(line => Is(line, name));
        return this;
    }

    public bool Contains(string name) => _lines.Exists(line => Is(line, name));

    public IEnumerator<HeaderRecord> GetEnumerator() => _lines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool Is(HeaderRecord line, string name) => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static HeaderRecord Checked(string name, string value)
    {
        if (name.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0 || value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new ArgumentException($"The header {name} holds a line break or NUL, which would end its line.");
        }

        return new HeaderRecord(name, value);
    }
}
