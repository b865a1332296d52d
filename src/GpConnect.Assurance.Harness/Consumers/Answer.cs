using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Protocol;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Harness.Consumers;

/// <summary>A whole response, read as FHIR and judged against the profiles once for all steps that look at it.</summary>
public sealed class Answer
{
    private readonly Lazy<FhirDocument?> _document;
    private readonly Lazy<ValidationResult?> _validation;

    internal Answer(
        string exchangeId, Interaction interaction, ProviderRequest request, Exchange exchange, ReceivedResponse response, ProfileValidator validator)
    {
        ExchangeId = exchangeId;
        Interaction = interaction;
        Exchange = exchange;
        Response = response;
        ExpectedFormat = NegotiatedFormat.Of(request);
        _document = new(Read);
        _validation = new(() => Document is null ? null : validator.Validate(Document, new ValidationOptions { Version = interaction.Release }));
    }

    public string ExchangeId { get; }

    /// <summary>What was asked for, however the request was altered.</summary>
    public Interaction Interaction { get; }

    public Exchange Exchange { get; }

    public ReceivedResponse Response { get; }

    /// <summary>The format that the request asked for; null when it asked for none that FHIR has.</summary>
    public FhirFormat? ExpectedFormat { get; }

    /// <summary>The format that the body is written in, whatever its headers say; null when it is neither JSON nor XML.</summary>
    public FhirFormat? Format => FhirReader.Sniff(Response.Body.Span);

    /// <summary>The body; null when there is none that can be read as FHIR.</summary>
    public FhirDocument? Document => _document.Value is { IsReadable: true } readable ? readable : null;

    /// <summary>Why the body cannot be read as FHIR; null when it can, or when it is neither JSON nor XML.</summary>
    public ReadingIssue? Unreadable => _document.Value is { IsReadable: false } document && document.Issues is [.., var last] ? last : null;

    /// <summary>What the profiles say of the body; null when there is none that can be read.</summary>
    public ValidationResult? Validation => _validation.Value;

    /// <summary>The resource type of the body; null when it holds no resource.</summary>
    public string? ResourceType => Document?.Root.ResourceType;

    /// <summary>What the Spine Secure Proxy says is wrong, where the answer is its own; null when it is the provider's.</summary>
    public string? ProxyRefusal => Document is null ? null : SpineProxyErrors.DisplayOf(Document.Root, Response.Status);

    /// <summary>What came, in a few words for a report: <c>200 Bundle</c>, <c>400 OperationOutcome BAD_REQUEST</c>, <c>500 without a body</c>.</summary>
    public string Summary => $"{Response.Status} {BodySummary()}";

    /// <summary>The resources of that type in the body: the root itself, entries of a Bundle, contained ones.</summary>
    public IReadOnlyList<FhirNode> Resources(string type) => [.. AllResources().Where(node => type == "Resource" || node.ResourceType == type)];

    /// <summary>Every resource in the body but contained ones, the root first.</summary>
    public IEnumerable<FhirNode> AllResources()
    {
        if (Document is null)
        {
            yield break;
        }

        yield return Document.Root;
        foreach (var entry in Document.Root.ChildrenNamed("entry"))
        {
            var resource = entry.Child("resource");
            if (!resource.IsNone)
            {
                yield return resource;
            }
        }
    }

    /// <summary>The Spine code of each issue, where the body is an OperationOutcome; an issue without a code is left out.</summary>
    public IReadOnlyList<string> SpineErrorCodes => ResourceType == "OperationOutcome" ? SpineCodes(Document!.Root) : [];

    private FhirDocument? Read() => Format is { } format ? FhirReader.Read(Response.Body, format) : null;

    private string BodySummary()
    {
        if (Response.Body.Length == 0)
        {
            return "without a body";
        }

        if (Document is null)
        {
            return $"with a body that is not FHIR ({Response.Header("Content-Type") ?? "no Content-Type"})";
        }

        var codes = Resources("OperationOutcome").SelectMany(SpineCodes).ToList();
        return codes.Count == 0 ? ResourceType ?? "without a resource type" : $"{ResourceType} {string.Join(", ", codes)}";
    }

    private static List<string> SpineCodes(FhirNode outcome)
    {
        var codes = new List<string>();
        foreach (var issue in outcome.ChildrenNamed("issue"))
        {
            foreach (var coding in issue.Child("details").ChildrenNamed("coding"))
            {
                if (coding.Child("code").Value is { } code)
                {
                    codes.Add(code);
                }
            }
        }

        return codes;
    }
}
