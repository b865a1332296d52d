using System.Text;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Parameters resources against the operation that they are for: which parameters there are, how often, and of what type.</summary>
internal sealed partial class ValidationRun
{
    private const string ParametersType = "Parameters";
    private static readonly int NameName = FhirNames.Intern("name");
    private static readonly int ResourceName = FhirNames.Intern("resource");

    /// <summary>The operation that the caller asks for, at the root.</summary>
    private void RequiredOperation(FhirNode root)
    {
        if (_options.Operation is not { } required)
        {
            return;
        }

        var operation = store.Operation(required.Definition) ?? throw new DefinitionException($"The operation {required.Definition} is not among the definitions.");
        if (root.ResourceType != ParametersType)
        {
            Report(IssueCode.ResourceType, root, null, null, $"The operation {operation.Code} takes Parameters, but this is {Article(root.ResourceType!)}.", ParametersType, root.ResourceType);
            return;
        }

        Parameters(root, operation, operation.Parameters, required.Use, ParameterName);
    }

    /// <summary>The operation whose definition a Parameters resource claims as its profile, as GP Connect's requests may.</summary>
    private void ClaimedOperation(FhirNode resource, FhirNode claim)
    {
        if (resource.ResourceType == ParametersType && _options.Operation is null && store.Operation(claim.Value!) is { } operation)
        {
            Parameters(resource, operation, operation.Parameters, ParameterUse.In, ParameterName);
        }
    }

    private void Parameters(FhirNode owner, OperationFacts operation, IReadOnlyList<ParameterFacts> declared, ParameterUse use, int childName)
    {
        var counts = new int[declared.Count];
        foreach (var parameter in owner.ChildrenNamed(childName))
        {
            var name = parameter.Child(NameName);
            if (!name.HasValue)
            {
                // That it has none is found by FHIR's own definition.
                continue;
            }

            var index = IndexOf(declared, use, name);
            if (index < 0)
            {
                Report(IssueCode.ParameterUnknown, parameter, null, null, $"The operation {operation.Code} has no parameter '{Shown(name)}' here.", Names(declared, use), Shown(name), operation);
                continue;
            }

            if (++counts[index] == (long)declared[index].Max + 1)
            {
                Report(IssueCode.ParameterRepeated, parameter, null, null, $"The parameter '{declared[index].Name}' may occur at most {Times(declared[index].Max)}.", $"{declared[index].Max}", $"{counts[index]} or more", operation);
            }

            Parameter(parameter, operation, declared[index], use);
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (declared[i].Use == use && counts[i] < declared[i].Min)
            {
                Report(IssueCode.ParameterMissing, owner, null, declared[i].Name, $"The parameter '{declared[i].Name}' must occur at least {Times(declared[i].Min)}, but occurs {Times(counts[i])}.", $"{declared[i].Min}", $"{counts[i]}", operation);
            }
        }
    }

    private void Parameter(FhirNode parameter, OperationFacts operation, ParameterFacts declared, ParameterUse use)
    {
        if (declared.Type is { } type)
        {
            Content(parameter, operation, declared, type);
        }
        else
        {
            foreach (var child in parameter.Children)
            {
                if (child.NameId == ResourceName || IsValue(child))
                {
                    Report(IssueCode.ParameterType, child, null, null, $"The parameter '{declared.Name}' has parts, and no value of its own.", "part", child.Name, operation);
                }
            }
        }

        if (declared.Parts.Count > 0 || declared.Type is not null)
        {
            Parameters(parameter, operation, declared.Parts, use, PartName);
        }
    }

    private void Content(FhirNode parameter, OperationFacts operation, ParameterFacts declared, string type)
    {
        var content = Content(parameter);
        var isResource = store.BaseType(type) is { IsResource: true };
        if (content.IsNone)
        {
            Report(IssueCode.ParameterType, parameter, null, null, $"The parameter '{declared.Name}' must have {Article(type)}, but has nothing.", type, null, operation);
        }
        else if (isResource ? !IsOfType(content, type) : content.NameId != FhirNames.Intern("value" + ChoiceName.Suffix(type)))
        {
            var found = content.IsResource ? content.ResourceType! : content.Name;
            Report(IssueCode.ParameterType, content, null, null, $"The parameter '{declared.Name}' must be {Article(type)}, but is '{found}'.", type, found, operation);
        }
        else if (isResource)
        {
            ProfileOfParameter(content, declared);
        }
        else if (declared.ValueSet is { } valueSet && store.ValueSet(valueSet) is { } rules && CodedValue.Best(content, rules, out var hasCode) == Membership.No && hasCode)
        {
            Report(IssueCode.CodeNotInValueSet, content, null, valueSet, $"The code {CodedValue.Describe(content)} of the parameter '{declared.Name}' must be in the value set {valueSet}.", valueSet, CodedValue.Describe(content), operation);
        }
    }

    /// <summary>What the resource claims is judged in its own place; here what the operation asks for beyond that.</summary>
    private void ProfileOfParameter(FhirNode resource, ParameterFacts declared)
    {
        if (declared.Profile is { } canonical && store.Profile(canonical) is { Root: { } root } profile && profile.TypeNameId == resource.ResourceTypeId && !Claims(resource, profile))
        {
            Element(resource, root);
        }
    }

    private static bool IsOfType(FhirNode content, string type) => content.IsResource && (content.ResourceType == type || type is "Resource" or "DomainResource");

    private static FhirNode Content(FhirNode parameter)
    {
        foreach (var child in parameter.Children)
        {
            if (child.NameId == ResourceName || IsValue(child))
            {
                return child;
            }
        }

        return default;
    }

    private static bool IsValue(FhirNode child) => child.Name.StartsWith("value", StringComparison.Ordinal);

    private static int IndexOf(IReadOnlyList<ParameterFacts> declared, ParameterUse use, FhirNode name)
    {
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i].Use == use && Ascii.Equals(name.ValueUtf8, declared[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Names(IReadOnlyList<ParameterFacts> declared, ParameterUse use) =>
        string.Join(", ", declared.Where(parameter => parameter.Use == use).Select(parameter => parameter.Name));

    private void Report(IssueCode code, FhirNode node, ElementRule? rule, string? subject, string message, string? expected, string? actual, OperationFacts operation) =>
        Report(code, code.Severity, node, rule, subject, message, expected, actual, element: null, operation.Url);
}
