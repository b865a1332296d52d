using System.Text;

namespace GpConnect.Assurance.Evidence;

/// <summary>A <c>curl</c> line that repeats a request from a POSIX shell, run in the evidence folder.</summary>
/// <remarks>
/// The bearer token is <c>$GPC_TOKEN</c>, cookies are <c>$GPC_COOKIE</c>, a key is <c>$GPC_KEY</c>. Nothing that came from the
/// provider can end its quotes, and no header is added that the request did not have.
/// </remarks>
public static class CurlCommand
{
    /// <summary>Headers that curl writes itself, or that belong to one connection only.</summary>
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Length", "Transfer-Encoding", "Connection", "Proxy-Authorization", "Proxy-Connection",
    };

    /// <summary>Headers that curl adds of its own accord unless told not to.</summary>
    private static readonly string[] Added = ["Accept", "User-Agent"];

    /// <param name="exchange">The request to repeat; redacted or not, no secret of its headers comes out.</param>
    /// <param name="bodyFile">Path of the request body's file from where the line will be run; null when there was no body.</param>
    public static string For(ExchangeRecord exchange, string? bodyFile = null)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var words = new List<string> { "curl", "--include", "--globoff", "--path-as-is" };
        words.AddRange(exchange.Method == "HEAD" ? ["--head"] : ["--request", Quote(exchange.Method)]);
        words.AddRange(exchange.RequestHeaders.Where(h => !Left.Contains(h.Name) && !IsHostOf(exchange.Url, h)).SelectMany(h => new[] { "--header", Header(h) }));
        var unwanted = bodyFile is null ? Added : [.. Added, "Content-Type"];
        words.AddRange(unwanted.Where(name => !Has(exchange, name)).SelectMany(name => new[] { "--header", Quote(name + ":") }));
        if (Has(exchange, "Accept-Encoding"))
        {
            words.Add("--compressed");
        }

        if (bodyFile is not null)
        {
            words.AddRange(["--data-binary", Quote("@" + bodyFile)]);
        }

        words.AddRange(["--url", Quote(Ascii(exchange.Url))]);
        return string.Join(' ', words);
    }

    /// <summary>True for a <c>Host</c> that curl writes just so from the URL.</summary>
    private static bool IsHostOf(string url, HeaderRecord header) => header.Name.Equals("Host", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(url, UriKind.Absolute, out var parsed) && header.Value == parsed.Authority;

    private static bool Has(ExchangeRecord exchange, string header) =>
        exchange.RequestHeaders.Any(h => h.Name.Equals(header, StringComparison.OrdinalIgnoreCase));

    private static string Header(HeaderRecord header)
    {
        var value = header.Value.Trim();
        return value.Length == 0 ? Quote(header.Name + ";") : header.Name.ToUpperInvariant() switch
        {
            "AUTHORIZATION" => WithVariable(header.Name, Scheme(value), "$GPC_TOKEN"),
            "COOKIE" => WithVariable(header.Name, "", "$GPC_COOKIE"),
            _ when Redaction.SensitiveHeaders.IsKey(header.Name) => WithVariable(header.Name, "", "$GPC_KEY"),
            _ => Quote($"{header.Name}: {value}"),
        };
    }

    private static string WithVariable(string name, string before, string variable) => $"{Quote($"{name}: {before}")}\"{variable}\"";

    /// <summary>The authentication scheme and the blank after it, as the redacted value shows it; empty when the value has no scheme.</summary>
    private static string Scheme(string value)
    {
        var redacted = Redaction.SensitiveHeaders.Redact("Authorization", value);
        return redacted[..^Redaction.Redactor.Mask.Length];
    }

    /// <summary>One word for the shell, whatever is in it. Control characters are left out: a terminal would act on them.</summary>
    private static string Quote(string word)
    {
        var printable = string.Concat(word.Where(c => !char.IsControl(c)));
        return $"'{printable.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    /// <summary>The URL with whatever is not printable ASCII percent-encoded, as it went over the wire.</summary>
    private static string Ascii(string url)
    {
        var ascii = new StringBuilder(url.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(url))
        {
            _ = unit is > 0x20 and < 0x7F ? ascii.Append((char)unit) : ascii.Append($"%{unit:X2}");
        }

        return ascii.ToString();
    }
}
