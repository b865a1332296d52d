using System.Globalization;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Reads a StructureDefinition (STU3; later releases' spellings are understood where they differ) from its node table.</summary>
internal static class StructureReader
{
    private const string ExpressionExtension = Canonical.Hl7Structure + "structuredefinition-expression";
    private const string MaxValueSetExtension = Canonical.Hl7Structure + "elementdefinition-maxValueSet";

    internal static StructureFacts Read(FhirNode definition)
    {
        var url = Text(definition, "url") ?? string.Empty;
        return new StructureFacts(
            Canonical.Clean(url),
            Text(definition, "type") ?? Text(definition, "name") ?? string.Empty,
            Text(definition, "kind") ?? string.Empty,
            Text(definition, "abstract") == "true",
            Text(definition, "baseDefinition") is { } baseDefinition ? Canonical.Clean(baseDefinition) : null,
            Elements(definition.Child("differential")),
            Elements(definition.Child("snapshot")));
    }

    private static List<ElementFacts> Elements(FhirNode view)
    {
        var elements = new List<ElementFacts>();
        if (view.IsNone)
        {
            return elements;
        }

        foreach (var element in view.ChildrenNamed("element"))
        {
            if (Text(element, "path") is { } path)
            {
                elements.Add(Element(element, path));
            }
        }

        return elements;
    }

    private static ElementFacts Element(FhirNode element, string path)
    {
        var facts = new ElementFacts { Path = path };
        foreach (var child in element.Children)
        {
            facts = child.Name switch
            {
                "id" => facts with { Id = child.Value },
                "sliceName" => facts with { SliceName = child.Value },
                "name" => facts with { Name = child.Value },
                "nameReference" => facts with { NameReference = child.Value },
                "min" => facts with { Min = Integer(child.Value) },
                "max" => facts with { Max = Max(child.Value) },
                "base" => facts with { BaseMax = Max(Text(child, "max")) },
                "type" => facts.Types is null ? facts with { Types = Types(element) } : facts,
                "contentReference" => facts with { ContentReference = child.Value },
                "slicing" => facts with { Slicing = Slicing(child) },
                "maxLength" => facts with { MaxLength = Integer(child.Value) },
                "constraint" => facts.Constraints.Count == 0 ? facts with { Constraints = Constraints(element) } : facts,
                "binding" => facts with { Binding = Binding(child) },
                "mustSupport" => facts with { MustSupport = child.Value == "true" },
                "isModifier" => facts with { IsModifier = child.Value == "true" },
                _ => TypedValue(facts, child),
            };
        }

        return facts;
    }

    private static ElementFacts TypedValue(ElementFacts facts, FhirNode child)
    {
        var name = child.Name;
        return name.StartsWith("fixed", StringComparison.Ordinal) ? facts with { Fixed = child }
            : name.StartsWith("pattern", StringComparison.Ordinal) ? facts with { Pattern = child }
            : name.StartsWith("minValue", StringComparison.Ordinal) ? facts with { MinValue = child }
            : name.StartsWith("maxValue", StringComparison.Ordinal) ? facts with { MaxValue = child }
            : facts;
    }

    /// <summary>STU3 repeats a type for each profile or target; here they are one type with lists of alternatives.</summary>
    private static List<TypeFacts> Types(FhirNode element)
    {
        var order = new List<string>();
        var profiles = new Dictionary<string, List<string>?>(StringComparer.Ordinal);
        var targets = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var type in element.ChildrenNamed("type"))
        {
            var code = Text(type, "code") ?? string.Empty;
            var typeProfiles = Texts(type, "profile");
            var typeTargets = Texts(type, "targetProfile");
            if (!targets.TryGetValue(code, out var knownTargets))
            {
                order.Add(code);
                targets[code] = knownTargets = [];
                profiles[code] = [];
            }

            knownTargets.AddRange(typeTargets.Where(target => !knownTargets.Contains(target)));
            if (code == "Reference" && typeProfiles.Count > 0)
            {
                // A Reference has no profiles in GP Connect; where one is named, its publisher meant the target.
                knownTargets.AddRange(typeProfiles.Where(target => !knownTargets.Contains(target)));
            }
            else if (typeProfiles.Count == 0)
            {
                // The unprofiled type is allowed beside the profiled one, which leaves only the type.
                profiles[code] = null;
            }
            else
            {
                profiles[code]?.AddRange(typeProfiles);
            }
        }

        return order.ConvertAll(code => new TypeFacts(code, profiles[code] ?? [], targets[code]));
    }

    private static SlicingFacts Slicing(FhirNode slicing)
    {
        var discriminators = new List<DiscriminatorFacts>();
        foreach (var discriminator in slicing.ChildrenNamed("discriminator"))
        {
            discriminators.Add(discriminator.HasValue
                ? OfDstu2(discriminator.Value!)
                : new DiscriminatorFacts(Text(discriminator, "type") ?? "value", Text(discriminator, "path") ?? "$this"));
        }

        var rules = Text(slicing, "rules") switch
        {
            "closed" => SlicingRules.Closed,
            "openAtEnd" => SlicingRules.OpenAtEnd,
            _ => SlicingRules.Open,
        };
        return new SlicingFacts(discriminators, Text(slicing, "ordered") == "true", rules);
    }

    /// <summary>DSTU2 has a path alone, and marks types and profiles at its end: <c>resource@type</c>.</summary>
    private static DiscriminatorFacts OfDstu2(string path)
    {
        var mark = path.IndexOf('@', StringComparison.Ordinal);
        return mark < 0 ? new DiscriminatorFacts("value", path)
            : new DiscriminatorFacts(path[(mark + 1)..], mark == 0 ? "$this" : path[..mark].TrimEnd('.'));
    }

    private static List<ConstraintFacts> Constraints(FhirNode element)
    {
        var constraints = new List<ConstraintFacts>();
        foreach (var constraint in element.ChildrenNamed("constraint"))
        {
            if (Text(constraint, "key") is { } key && (Text(constraint, "expression") ?? ExpressionOfDstu2(constraint)) is { } expression)
            {
                constraints.Add(new ConstraintFacts(key, Text(constraint, "severity") != "warning", Text(constraint, "human") ?? string.Empty, expression));
            }
        }

        return constraints;
    }

    /// <summary>DSTU2 has XPath in its definitions and FHIRPath in an extension.</summary>
    private static string? ExpressionOfDstu2(FhirNode constraint)
    {
        foreach (var extension in constraint.ChildrenNamed("extension"))
        {
            if (Text(extension, "url") == ExpressionExtension)
            {
                return Text(extension, "valueString");
            }
        }

        return null;
    }

    private static BindingFacts Binding(FhirNode binding)
    {
        var strength = Text(binding, "strength") switch
        {
            "required" => BindingStrength.Required,
            "extensible" => BindingStrength.Extensible,
            "preferred" => BindingStrength.Preferred,
            _ => BindingStrength.Example,
        };
        var reference = binding.Child("valueSetReference");
        var valueSet = Text(binding, "valueSetUri") ?? Text(binding, "valueSet") ?? (reference.IsNone ? null : Text(reference, "reference"));
        return new BindingFacts(strength, valueSet is null ? null : Canonical.Clean(valueSet), MaxValueSet(binding));
    }

    private static string? MaxValueSet(FhirNode binding)
    {
        foreach (var extension in binding.ChildrenNamed("extension"))
        {
            if (Text(extension, "url") == MaxValueSetExtension)
            {
                var reference = extension.Child("valueReference");
                var valueSet = reference.IsNone ? Text(extension, "valueUri") ?? Text(extension, "valueCanonical") : Text(reference, "reference");
                return valueSet is null ? null : Canonical.Clean(valueSet);
            }
        }

        return null;
    }

    private static int? Max(string? max) => max == "*" ? int.MaxValue : Integer(max);

    private static int? Integer(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(FhirNode node, string name)
    {
        var child = node.Child(name);
        return child.IsNone ? null : child.Value;
    }

    private static List<string> Texts(FhirNode node, string name)
    {
        var texts = new List<string>();
        foreach (var child in node.ChildrenNamed(name))
        {
            if (child.Value is { } text)
            {
                texts.Add(Canonical.Clean(text));
            }
        }

        return texts;
    }
}
