using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Primitive values, fixed values, patterns, limits and codes.</summary>
internal sealed partial class ValidationRun
{
    private static readonly int UrlName = FhirNames.Intern("url");

    /// <returns>Whether the value is well-formed, so that it can be judged further.</returns>
    private bool Primitive(FhirNode node, ElementRule rule)
    {
        if (!node.HasValue)
        {
            NotOnlyId(node, rule);
            return true;
        }

        if (!_isXml && !IsJsonKind(node, rule.Primitive))
        {
            var kind = PrimitiveFormat.JsonKind(rule.Primitive);
            Report(IssueCode.JsonKind, node, rule, null, $"{rule.TypeCode} values are written as a JSON {Word(kind)}, not as a {Word(node.ValueKind)}.", Word(kind), Word(node.ValueKind));
            return false;
        }

        if (node.ValueUtf8.IsEmpty)
        {
            // Found on reading.
            return false;
        }

        if (!PrimitiveFormat.IsValid(rule.Primitive, node.ValueUtf8))
        {
            Report(IssueCode.ValueFormat, node, rule, null, $"The {rule.TypeCode} '{Shown(node)}' must be {PrimitiveFormat.Describe(rule.Primitive)}.", rule.TypeCode, Shown(node));
            return false;
        }

        return true;
    }

    /// <summary>JSON: whether id and extensions stand in the value's own place and not in its companion.</summary>
    private bool IsObject(FhirNode node, ElementRule rule)
    {
        var isObject = !_isXml && node.HasChildren && !node.IsCompanion;
        if (isObject)
        {
            Report(IssueCode.PrimitiveHasChildren, node, rule, null, $"{node.Name} must be {Article(rule.TypeCode)}, not a JSON object; its id and extensions are written as '_{node.Name}'.", rule.TypeCode, "object");
        }

        return isObject;
    }

    private void Companion(FhirNode node, ElementRule rule) =>
        Report(IssueCode.CompanionType, node, rule, null, $"{node.Name} is {Article(rule.TypeCode)}; only a primitive element has a '_' companion.", rule.TypeCode, $"_{node.Name}");

    private static bool IsJsonKind(FhirNode node, PrimitiveType type) => node.ValueKind == PrimitiveFormat.JsonKind(type);

    private static string Word(FhirValueKind kind) => kind switch
    {
        FhirValueKind.Boolean => "boolean",
        FhirValueKind.Number => "number",
        _ => "string",
    };

    private void Values(FhirNode node, ElementRule rule, NodeShape? shape, ulong present)
    {
        if (!rule.Fixed.IsNone && !FixedValue.IsEqual(node, rule.Fixed) && !IsUrlInOtherScheme(node, rule))
        {
            // A value that is not the one right one need not be held against limits and value sets as well.
            Report(IssueCode.ValueFixed, node, rule, null, $"{rule.ElementId} must be {Literal(rule.Fixed)}{But(node)}.", rule.Fixed.Value, node.Value);
        }
        else if (!rule.Pattern.IsNone && !FixedValue.MatchesPattern(node, rule.Pattern))
        {
            Report(IssueCode.ValuePattern, node, rule, null, $"{rule.ElementId} must match {Literal(rule.Pattern)}{But(node)}.", rule.Pattern.Value, node.Value);
        }
        else
        {
            if (rule.HasLimits)
            {
                Limits(node, rule);
            }

            if (rule.Binding is { } binding)
            {
                Code(node, rule, binding);
            }
        }

        if (rule.Invariants is { } invariants)
        {
            Invariants(node, rule, invariants.Undecided(shape, present));
        }
    }

    /// <summary>http and https spellings of one extension's url are both in use; the extension is known by either.</summary>
    private bool IsUrlInOtherScheme(FhirNode node, ElementRule rule)
    {
        var isOtherScheme = node.NameId == UrlName && ExtensionUrl.WithoutScheme(node.ValueUtf8).SequenceEqual(ExtensionUrl.WithoutScheme(rule.Fixed.ValueUtf8));
        if (isOtherScheme)
        {
            Report(IssueCode.CanonicalScheme, node, rule, null, $"The url of the extension is {rule.Fixed.Value}, not {Shown(node)}.", rule.Fixed.Value, Shown(node));
        }

        return isOtherScheme;
    }

    private void Limits(FhirNode node, ElementRule rule)
    {
        if (rule.MaxLength < int.MaxValue && node.ValueUtf8.Length > rule.MaxLength && node.Value!.Length > rule.MaxLength)
        {
            Report(IssueCode.ValueLength, node, rule, null, $"{rule.ElementId} may have at most {rule.MaxLength} characters, but has {node.Value!.Length}.", $"{rule.MaxLength}", $"{node.Value!.Length}");
        }

        if (!rule.MinValue.IsNone && ValueOrder.Compare(node, rule.MinValue, rule.Primitive) < 0)
        {
            Report(IssueCode.ValueRange, node, rule, null, $"{rule.ElementId} must be at least {rule.MinValue.Value}, but is {Shown(node)}.", rule.MinValue.Value, Shown(node));
        }

        if (!rule.MaxValue.IsNone && ValueOrder.Compare(node, rule.MaxValue, rule.Primitive) > 0)
        {
            Report(IssueCode.ValueRange, node, rule, null, $"{rule.ElementId} must be at most {rule.MaxValue.Value}, but is {Shown(node)}.", rule.MaxValue.Value, Shown(node));
        }
    }

    private void Code(FhirNode node, ElementRule rule, Binding binding)
    {
        if (!node.HasValue && !node.HasChildren)
        {
            return;
        }

        if (binding.MaxRules is { } maximum && CodedValue.Best(node, maximum, out var isCoded) == Membership.No && isCoded)
        {
            ReportCode(node, rule, IssueSeverity.Error, binding.MaxValueSet!);
            return;
        }

        if (binding.Rules is not { } rules)
        {
            Undecided(node, rule, binding);
            return;
        }

        var membership = CodedValue.Best(node, rules, out var hasCode);
        if (membership == Membership.Yes)
        {
            return;
        }

        if (!hasCode)
        {
            if (binding.Strength == BindingStrength.Required && !node.HasValue && !IsIllWritten(node))
            {
                MissingCode(node, rule, binding);
            }
        }
        else if (membership == Membership.Unknown)
        {
            Undecided(node, rule, binding);
        }
        else if (node.HasValue || !IsIllWritten(node))
        {
            ReportCode(node, rule, SeverityOf(binding.Strength), binding.ValueSet);
        }
    }

    private static IssueSeverity SeverityOf(BindingStrength strength) => strength switch
    {
        BindingStrength.Required => IssueSeverity.Error,
        BindingStrength.Extensible => IssueSeverity.Warning,
        _ => IssueSeverity.Information,
    };

    private void MissingCode(FhirNode node, ElementRule rule, Binding binding)
    {
        // A primitive without value but with an extension (data absent) has no code to check.
        if (rule.Primitive == PrimitiveType.None)
        {
            Report(IssueCode.CodeMissing, node, rule, null, $"{rule.ElementId} must have a code of the value set {binding.ValueSet}.", binding.ValueSet, null);
        }
    }

    private void ReportCode(FhirNode node, ElementRule rule, IssueSeverity severity, string valueSet)
    {
        var must = severity == IssueSeverity.Error ? "must be" : "should be";
        Report(IssueCode.CodeNotInValueSet, severity, node, rule, valueSet, $"The code {CodedValue.Describe(node)} of {rule.ElementId} {must} in the value set {valueSet}.", valueSet, CodedValue.Describe(node));
    }

    private static string Literal(FhirNode value) => value.HasValue ? $"'{value.Value}'" : value.Name;

    private static string But(FhirNode node) => node.HasValue ? $", but is '{Shown(node)}'" : string.Empty;

    /// <summary>A value short enough for a sentence.</summary>
    private static string Shown(FhirNode node)
    {
        const int Longest = 100;
        var value = node.Value ?? string.Empty;
        return value.Length <= Longest ? value : value[..Longest] + "…";
    }
}
