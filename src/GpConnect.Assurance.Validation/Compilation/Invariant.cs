using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>A constraint in FHIRPath, compiled when it is first evaluated.</summary>
internal sealed class Invariant
{
    /// <summary>bdl-8.</summary>
    private const string NoVersionInFullUrl = "fullUrl.contains('/_history/').not()";

    /// <summary>ext-1.</summary>
    private const string ValueOrExtensions = "extension.exists() != value.exists()";

    /// <summary>
    /// An expression without result is not met, as in HL7's validator. These of STU3 say nothing of an absent element, and mean that all is well:
    /// bdl-8, ait-2/con-5, ras-2 and eld-12.
    /// </summary>
    private static readonly string[] MetWhenEmpty =
    [
        NoVersionInFullUrl,
        "verificationStatus!='entered-in-error' or clinicalStatus.empty()",
        "probability is decimal implies probability.as(decimal) <= 100",
        "valueSet.is(uri).not() or valueSet.as(uri).startsWith('http:') or valueSet.as(uri).startsWith('https') or valueSet.as(uri).startsWith('urn:')",
    ];

    private readonly CompiledProfile _profile;
    private readonly string _elementId;
    private readonly string _text;
    private readonly bool _isMetWhenEmpty;
    private readonly bool _isAboutExtensionContent;
    private volatile FhirPathExpression? _expression;
    private volatile bool _isBroken;

    /// <summary>It names paths of several steps: what is there often decides, and a look costs less than an evaluation.</summary>
    private volatile bool _looksDeeper;

    internal Invariant(CompiledProfile profile, SnapshotElement element, ConstraintFacts facts)
    {
        _profile = profile;
        _elementId = element.Id;
        _text = facts.Expression;
        _isMetWhenEmpty = MetWhenEmpty.Contains(_text);
        _isAboutExtensionContent = _text == ValueOrExtensions;
        Key = facts.Key;
        Severity = facts.IsError ? IssueSeverity.Error : IssueSeverity.Warning;
        Meaning = facts.Human.Length > 0 ? facts.Human : _text;
    }

    internal string Key { get; }

    internal IssueSeverity Severity { get; }

    /// <summary>The sentence of the definition, or the expression when it has none.</summary>
    internal string Meaning { get; }

    /// <summary>Checked by code of our own: that an element has content, that a contained resource is there, and narrative.</summary>
    internal static bool IsNative(ConstraintFacts facts) => facts.Key is "ele-1" or "ref-1" || facts.Expression == "htmlchecks()";

    /// <summary>Whether it is met by every element with certain children, whatever is in them.</summary>
    /// <param name="isPresent">Answers for names as expressions write them; null: not known.</param>
    internal bool IsMetByPresence(Func<string, bool?> isPresent) => IsMet(Expression()?.Foresee(isPresent));

    internal FhirPathTruth Test(FhirNode node, FhirPathContext context, out string? because)
    {
        because = null;
        if (_isAboutExtensionContent)
        {
            return ExtensionContent.IsOneOfTwo(node) ? FhirPathTruth.True : FhirPathTruth.False;
        }

        if (Expression() is not { } expression || (_looksDeeper && IsMet(expression.Foresee(node))))
        {
            return FhirPathTruth.True;
        }

        var truth = expression.Test(node, context, out because);
        return truth == FhirPathTruth.Empty && _isMetWhenEmpty ? FhirPathTruth.True : truth;
    }

    private bool IsMet(FhirPathTruth? truth) => truth == FhirPathTruth.True || (truth == FhirPathTruth.Empty && _isMetWhenEmpty);

    private FhirPathExpression? Expression()
    {
        if (_expression is { } known || _isBroken)
        {
            return _expression;
        }

        try
        {
            var expression = FhirPathExpression.Parse(_text);
            expression.Foresee(path =>
            {
                _looksDeeper |= path.Contains('.', StringComparison.Ordinal);
                return null;
            });
            return _expression = expression;
        }
        catch (FhirPathSyntaxException exception)
        {
            _isBroken = true;
            _profile.Store.Report(_profile.Url, _elementId, $"Its invariant {Key} is not FHIRPath ({exception.Message}); it is ignored.");
            return null;
        }
    }
}
