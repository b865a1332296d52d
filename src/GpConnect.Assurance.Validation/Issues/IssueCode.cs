namespace GpConnect.Assurance.Validation;

/// <summary>A stable name for a kind of fault. The list is public: reports and users' filters rely on it.</summary>
/// <param name="Code">Kebab-case.</param>
/// <param name="FhirCode">The FHIR issue-type that an OperationOutcome carries.</param>
/// <param name="Severity">Unless the rule broken says otherwise (an invariant of severity warning).</param>
/// <param name="Meaning">What the fault is, to finish the sentence "the document …" (docs/validation.md).</param>
public sealed record IssueCode(string Code, string FhirCode, IssueSeverity Severity, string Meaning)
{
    public static readonly IssueCode ElementUnknown = new("element-unknown", "structure", IssueSeverity.Error, "has an element that the definition does not know");
    public static readonly IssueCode ElementOrder = new("element-order", "structure", IssueSeverity.Error, "has XML elements in another order than the definition");
    public static readonly IssueCode ElementMissing = new("element-missing", "required", IssueSeverity.Error, "has fewer of an element than its minimum");
    public static readonly IssueCode ElementRepeated = new("element-repeated", "structure", IssueSeverity.Error, "has more of an element than its maximum");
    public static readonly IssueCode ElementProhibited = new("element-prohibited", "structure", IssueSeverity.Error, "has an element that the profile rules out");
    public static readonly IssueCode ElementEmpty = new("element-empty", "structure", IssueSeverity.Error, "has an element with an id and nothing else (invariant ele-1; without even an id it is empty-object)");
    public static readonly IssueCode ElementHasValue = new("element-has-value", "structure", IssueSeverity.Error, "has a plain value where an element with children belongs");
    public static readonly IssueCode PrimitiveHasChildren = new("primitive-has-children", "structure", IssueSeverity.Error, "has an object where a plain value belongs");
    public static readonly IssueCode CompanionType = new("companion-type", "structure", IssueSeverity.Error, "has a '_' companion of an element that is no primitive");
    public static readonly IssueCode JsonArrayMissing = new("json-array-missing", "structure", IssueSeverity.Error, "writes a repeating element without a JSON array");
    public static readonly IssueCode JsonArrayUnexpected = new("json-array-unexpected", "structure", IssueSeverity.Error, "writes an element that does not repeat as a JSON array");
    public static readonly IssueCode JsonKind = new("json-kind", "structure", IssueSeverity.Error, "writes a value as the wrong kind of JSON literal");
    public static readonly IssueCode TypeNotAllowed = new("type-not-allowed", "structure", IssueSeverity.Error, "has a choice element in a type that is not allowed there");
    public static readonly IssueCode TypeProfile = new("type-profile", "structure", IssueSeverity.Error, "has an element that meets none of the profiles allowed for it");
    public static readonly IssueCode ValueFormat = new("value-format", "value", IssueSeverity.Error, "has a primitive value that is not written as its type requires");
    public static readonly IssueCode ValueLength = new("value-length", "value", IssueSeverity.Error, "has a value longer than its maximum length");
    public static readonly IssueCode ValueRange = new("value-range", "value", IssueSeverity.Error, "has a value below the minimum or above the maximum");
    public static readonly IssueCode ValueFixed = new("value-fixed", "value", IssueSeverity.Error, "has another value than the one fixed by the profile");
    public static readonly IssueCode ValuePattern = new("value-pattern", "value", IssueSeverity.Error, "lacks a part of the pattern required by the profile");
    public static readonly IssueCode CodeNotInValueSet = new("code-not-in-value-set", "code-invalid", IssueSeverity.Error, "has a code outside the value set of a required binding (warning: extensible; information: preferred)");
    public static readonly IssueCode CodeMissing = new("code-missing", "code-invalid", IssueSeverity.Error, "has no code where a required binding wants one");
    public static readonly IssueCode CodeNotChecked = new("code-not-checked", "not-supported", IssueSeverity.Information, "has a code whose value set cannot be decided from the definitions carried");
    public static readonly IssueCode CodeForm = new("code-form", "code-invalid", IssueSeverity.Error, "has a SNOMED CT code that is no concept identifier: not 6 to 18 digits, a wrong check digit, or another kind of identifier");
    public static readonly IssueCode CodeDisplay = new("code-display", "value", IssueSeverity.Warning, "shows another text for a code than its code system does");
    public static readonly IssueCode IdentifierForm = new("identifier-form", "value", IssueSeverity.Error, "has an NHS number that is not ten digits with a right check digit (warning: an ODS code of an unusual form)");
    public static readonly IssueCode SliceUnmatched = new("slice-unmatched", "structure", IssueSeverity.Error, "has an element that fits none of the slices of a closed list");
    public static readonly IssueCode SliceOrder = new("slice-order", "structure", IssueSeverity.Error, "has slices in another order than the profile");
    public static readonly IssueCode SliceMissing = new("slice-missing", "required", IssueSeverity.Error, "lacks a slice that the profile requires");
    public static readonly IssueCode SliceRepeated = new("slice-repeated", "structure", IssueSeverity.Error, "has more of a slice than its maximum");
    public static readonly IssueCode ExtensionUnknown = new("extension-unknown", "extension", IssueSeverity.Information, "has an extension whose definition is not carried (warning: a modifier extension)");
    public static readonly IssueCode ExtensionNotNested = new("extension-relative", "extension", IssueSeverity.Warning, "has an extension with a relative url that its parent extension does not define");
    public static readonly IssueCode ResourceTypeMissing = new("resource-type-missing", "structure", IssueSeverity.Error, "has something that does not say its resourceType where a resource belongs");
    public static readonly IssueCode ResourceMisplaced = new("resource-misplaced", "structure", IssueSeverity.Error, "has a resource where a datatype belongs");
    public static readonly IssueCode ResourceUnknown = new("resource-unknown", "structure", IssueSeverity.Error, "names a resource type that its FHIR release does not have");
    public static readonly IssueCode ResourceNotCarried = new("resource-not-carried", "not-supported", IssueSeverity.Warning, "has a resource whose definition is not carried, so that only its serialisation was checked");
    public static readonly IssueCode ResourceType = new("resource-type", "structure", IssueSeverity.Error, "has a resource of a type that is not allowed there");
    public static readonly IssueCode ProfileUnknown = new("profile-unknown", "not-found", IssueSeverity.Warning, "claims a profile whose definition is not carried");
    public static readonly IssueCode ProfileType = new("profile-type", "invalid", IssueSeverity.Error, "claims a profile of another resource type");
    public static readonly IssueCode ProfileMissing = new("profile-missing", "required", IssueSeverity.Error, "has a resource that claims no profile although the caller requires one");
    public static readonly IssueCode CanonicalScheme = new("canonical-scheme", "value", IssueSeverity.Warning, "spells a canonical URL with http instead of https, or the reverse");
    public static readonly IssueCode ReferenceType = new("reference-type", "value", IssueSeverity.Error, "refers to a resource of a type that is not allowed there");
    public static readonly IssueCode ReferenceForm = new("reference-form", "value", IssueSeverity.Error, "has a reference that is no URL, no [type]/[id], no urn and no #fragment");
    public static readonly IssueCode ReferenceContained = new("reference-contained", "not-found", IssueSeverity.Error, "refers to a contained resource that is not there");
    public static readonly IssueCode ReferenceProfile = new("reference-profile", "value", IssueSeverity.Error, "refers to a resource that meets none of the profiles allowed there (warning: it claims another profile of its type)");
    public static readonly IssueCode ReferenceDangling = new("reference-dangling", "not-found", IssueSeverity.Warning, "refers to a resource that its Bundle does not hold (only when asked for, at the severity asked for)");
    public static readonly IssueCode ParameterUnknown = new("parameter-unknown", "structure", IssueSeverity.Error, "has a parameter that its operation does not have");
    public static readonly IssueCode ParameterMissing = new("parameter-missing", "required", IssueSeverity.Error, "lacks a parameter that its operation requires");
    public static readonly IssueCode ParameterRepeated = new("parameter-repeated", "structure", IssueSeverity.Error, "has a parameter more often than its operation allows");
    public static readonly IssueCode ParameterType = new("parameter-type", "structure", IssueSeverity.Error, "has a parameter in another type than its operation says");
    public static readonly IssueCode Invariant = new("invariant", "invariant", IssueSeverity.Error, "breaks an invariant (severity as the invariant says)");
    public static readonly IssueCode InvariantNotChecked = new("invariant-not-checked", "not-supported", IssueSeverity.Information, "meets an invariant that cannot be decided from the document alone");
    public static readonly IssueCode TooManyIssues = new("too-many-issues", "incomplete", IssueSeverity.Error, "has more faults than were asked for; the rest is not listed (as severe as the worst of the rest)");

    /// <summary>Every code that validation reports, beside those of the reader.</summary>
    public static IReadOnlyList<IssueCode> All { get; } =
    [
        ElementUnknown, ElementOrder, ElementMissing, ElementRepeated, ElementProhibited, ElementEmpty, ElementHasValue, PrimitiveHasChildren, CompanionType,
        JsonArrayMissing, JsonArrayUnexpected, JsonKind,
        TypeNotAllowed, TypeProfile, ValueFormat, ValueLength, ValueRange, ValueFixed, ValuePattern,
        CodeNotInValueSet, CodeMissing, CodeNotChecked, CodeForm, CodeDisplay, IdentifierForm,
        SliceUnmatched, SliceOrder, SliceMissing, SliceRepeated, ExtensionUnknown, ExtensionNotNested,
        ResourceTypeMissing, ResourceMisplaced, ResourceUnknown, ResourceNotCarried, ResourceType, ProfileUnknown, ProfileType, ProfileMissing, CanonicalScheme,
        ReferenceType, ReferenceForm, ReferenceContained, ReferenceProfile, ReferenceDangling,
        ParameterUnknown, ParameterMissing, ParameterRepeated, ParameterType, Invariant, InvariantNotChecked, TooManyIssues,
    ];
}
