using GpConnect.Assurance.Evidence;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>A response as it came.</summary>
public sealed record ReceivedResponse
{
    public required int Status { get; init; }

    /// <summary>As on the status line; may be empty.</summary>
    public required string ReasonPhrase { get; init; }

    /// <summary><c>1.0</c> or <c>1.1</c>.</summary>
    public required string HttpVersion { get; init; }

    /// <summary>Header lines in their order and spelling; a header sent twice is two lines.</summary>
    public required IReadOnlyList<HeaderRecord> Headers { get; init; }

    /// <summary>Body without its framing, still compressed.</summary>
    public ReadOnlyMemory<byte> ReceivedBody { get; init; }

    /// <summary>Body after decompression; the same as <see cref="ReceivedBody"/> where the encoding is none or unknown.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Values of the header in order, or none.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(line => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value);

    /// <summary>The value of the first line of that name, or null.</summary>
    public string? Header(string name) => HeaderValues(name).FirstOrDefault();
}
