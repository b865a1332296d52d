using System.Text;
using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Configuration;

namespace GpConnect.Assurance.Harness.Client;

/// <summary>A request of one interaction, correct unless altered; each <see cref="Build"/> makes it anew, with its own trace id and token.</summary>
public sealed partial class GpConnectRequest
{
    private readonly TargetSettings _settings;
    private readonly JwtBuilder _tokens;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<QueryParameter> _query;
    private readonly List<Action<GpConnectToken>> _tokenAlterations = [];
    private readonly List<Action<RequestHeaders>> _headerAlterations = [];
    private string _mediaType = FhirMediaType.Json;
    private FormatVia _formatVia = FormatVia.Accept;
    private ReadOnlyMemory<byte>? _body;
    private bool _chunked;

    public GpConnectRequest(Interaction interaction, TargetSettings settings, TimeProvider? clock = null)
    {
        Interaction = interaction;
        Method = interaction.Method;
        Path = interaction.Path;
        _settings = settings;
        _tokens = new JwtBuilder(settings.Consumer, clock ?? TimeProvider.System);
        _query = [.. interaction.Query];
    }

    public Interaction Interaction { get; }

    /// <summary>The HTTP method, sent in the case given.</summary>
    public string Method { get; set; }

    /// <summary>Path below the service root URL, percent-encoded but for <c>{placeholders}</c>.</summary>
    public string Path { get; set; }

    /// <summary>Query parameters in order; add, remove and replace at will.</summary>
    public IList<QueryParameter> Query => _query;

    /// <summary>The service root URL called; null for the one that the settings give for the interaction's capability.</summary>
    public string? Root { get; set; }

    /// <summary>Fills a <c>{placeholder}</c> of path and query.</summary>
    public GpConnectRequest With(string placeholder, string value)
    {
        _values[placeholder] = value;
        return this;
    }

    /// <summary>Asks for a format of the response, and sends a body as that format.</summary>
    public GpConnectRequest InFormat(string mediaType, FormatVia via = FormatVia.Accept)
    {
        _mediaType = mediaType;
        _formatVia = via;
        return this;
    }

    /// <summary>Sends a body, already in the format asked for.</summary>
    public GpConnectRequest WithBody(ReadOnlyMemory<byte> body, bool chunked = false)
    {
        _body = body;
        _chunked = chunked;
        return this;
    }

    /// <summary>Alters the token of each request made from now on, after those alterations that are there already.</summary>
    public GpConnectRequest AlterToken(Action<GpConnectToken> alteration)
    {
        _tokenAlterations.Add(alteration);
        return this;
    }

    /// <summary>Alters the headers of each request made from now on, <c>Authorization</c> included, after those alterations that are there already.</summary>
    public GpConnectRequest AlterHeaders(Action<RequestHeaders> alteration)
    {
        _headerAlterations.Add(alteration);
        return this;
    }

    /// <summary>The request as it stands now, with a new <c>Ssp-TraceID</c> and a token issued now.</summary>
    /// <exception cref="InvalidOperationException">No service root URL is configured for the capability, or a placeholder has no value.</exception>
    public ProviderRequest Build()
    {
        var root = Root ?? _settings.Roots.Of(Interaction.Capability)
            ?? throw new InvalidOperationException($"No service root URL is configured for {Interaction.Capability}.");
        return new ProviderRequest
        {
            Method = Method,
            Url = SpineSecureProxy.Through(_settings.Proxy.Spine, root) + Fill(Path, Uri.EscapeDataString) + QueryString(),
            Headers = Headers(root),
            Body = _body,
            Chunked = _chunked,
        };
    }

    private RequestHeaders Headers(string root)
    {
        var token = _tokens.Build(Interaction, root);
        _tokenAlterations.ForEach(alter => alter(token));
        var headers = new RequestHeaders
        {
            { "Ssp-TraceID", Guid.NewGuid().ToString() },
            { "Ssp-From", _settings.Consumer.Asid },
            { "Ssp-To", _settings.ProviderAsid },
            { "Ssp-InteractionID", Interaction.Id },
            { "Authorization", "Bearer " + token.Encode() },
        };
        if (_formatVia.HasFlag(FormatVia.Accept))
        {
            headers.Add("Accept", _mediaType);
        }

        if (_body is not null)
        {
            headers.Add("Content-Type", FhirMediaType.WithCharset(_mediaType));
        }

        _headerAlterations.ForEach(alter => alter(headers));
        return headers;
    }

    private string QueryString()
    {
        var query = new StringBuilder();
        foreach (var (name, value) in _query)
        {
            Append(query, name, Fill(value, literal => literal));
        }

        if (_formatVia.HasFlag(FormatVia.Parameter))
        {
            Append(query, "_format", _mediaType);
        }

        return query.ToString();
    }

    private static void Append(StringBuilder query, string name, string value) =>
        query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));

    private string Fill(string template, Func<string, string> encode) =>
        Placeholder().Replace(template, placeholder => _values.TryGetValue(placeholder.Groups[1].Value, out var value)
            ? encode(value)
            : throw new InvalidOperationException($"The request to {Interaction.Operation} needs a value for {placeholder.Value}."));

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
