using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Fhir.Reading;

namespace GpConnect.Assurance.Validation;

/// <summary>The validation of one document: walks its node table and the compiled rules together. Reused, so that a valid document costs no memory.</summary>
internal sealed partial class ValidationRun(DefinitionStore store, ITerminologyService? terminology) : IDocumentView
{
    private readonly BaseRules _baseRules = new(store);
    private readonly List<CompiledProfile> _applied = [];
    private IssueList _issues = new(0);
    private ValidationOptions _options = new();
    private readonly HashSet<string> _notChecked = new(StringComparer.Ordinal);
    private bool[] _isApplied = new bool[512];
    private int[] _counters = new int[1024];
    private int _countersUsed;
    private int _trials;
    private bool _hasFailed;
    private bool _isOfProfileOnly;
    private bool _isXml;

    internal ValidationResult Validate(FhirDocument document, ValidationOptions options)
    {
        _options = options;
        _issues = new IssueList(options.MaxIssues);
        _isXml = document.Format == FhirFormat.Xml;
        _issues.AddRange(document.Issues);
        if (document.IsReadable)
        {
            Resource(document.Root, [], isRoot: true);
            RequiredOperation(document.Root);
        }

        return new ValidationResult(_issues.InDocumentOrder(), [.. _applied.Select(profile => profile.Url)]);
    }

    /// <summary>Lets go of the document, so that an idle run does not keep it in memory.</summary>
    internal void Forget()
    {
        foreach (var profile in _applied)
        {
            _isApplied[profile.Id] = false;
        }

        _applied.Clear();
        _notChecked.Clear();
        _undecided.Clear();
        _focus = default;
        _meets.Clear();
        foreach (var bundle in _bundles.Values)
        {
            bundle.Dispose();
        }

        _bundles.Clear();
        (_lastBundle, _bundle, _isBundleKnown) = (null, null, false);
        _issues = new IssueList(0);
        _countersUsed = 0;
    }

    private void Element(FhirNode node, ElementRule rule)
    {
        var work = rule.Work;
        if ((work & RuleWork.BeforeChildren) != 0)
        {
            if ((work & RuleWork.Resource) != 0)
            {
                ResourceElement(node, rule);
                return;
            }

            BeforeChildren(node, rule, work);
        }

        if (_isOfProfileOnly && rule.HasBaseContent)
        {
            AfterChildren(node, rule, work & (RuleWork.Reference | RuleWork.Values), ChildPresence.Incomplete);
            return;
        }

        var present = 0UL;
        var isJudged = true;
        if (rule.Primitive != PrimitiveType.None)
        {
            if (!node.HasValue && IsObject(node, rule))
            {
                return;
            }

            isJudged = Primitive(node, rule);
            if (node.HasChildren && rule.Shape is { } shape)
            {
                present = Children(node, rule, shape);
            }
        }
        else if (rule.Shape is { } shape)
        {
            if (!Complex(node, rule))
            {
                return;
            }

            present = Children(node, rule, shape);
        }

        if (isJudged && (work & RuleWork.AfterChildren) != 0)
        {
            AfterChildren(node, rule, work, present);
        }
    }

    private void BeforeChildren(FhirNode node, ElementRule rule, RuleWork work)
    {
        if ((work & RuleWork.Alternatives) != 0)
        {
            AnyAlternative(node, rule);
        }

        Applied(rule.Profile);
        if (rule.TypeRoot is { } typeRoot)
        {
            Applied(typeRoot.Profile);
        }
    }

    private void AfterChildren(FhirNode node, ElementRule rule, RuleWork work, ulong present)
    {
        if ((work & RuleWork.Reference) != 0)
        {
            Reference(node, rule);
        }
        else if ((work & RuleWork.Coding) != 0)
        {
            Coding(node, rule);
        }
        else if ((work & RuleWork.Identifier) != 0)
        {
            Identifier(node, rule);
        }

        if ((work & RuleWork.Values) != 0)
        {
            Values(node, rule, rule.Shape, present);
        }

        if ((work & RuleWork.ValuesOfType) != 0)
        {
            Values(node, rule.TypeRoot!, rule.Shape, present);
        }
    }

    /// <returns>Whether its children are to be judged.</returns>
    private bool Complex(FhirNode node, ElementRule rule)
    {
        ref readonly var row = ref node.Row;
        if (row.Kind == FhirValueKind.None && row.FirstChild != 0 && !row.Has(NodeRow.AttributeOrCompanion) && row.Has(NodeRow.Resource) == rule.IsResourceRoot)
        {
            ref readonly var first = ref node.Document.Row(row.FirstChild);
            if (first.Next != 0 || first.NameId != IdName)
            {
                return true;
            }
        }

        return UnusualComplex(node, rule);
    }

    private bool UnusualComplex(FhirNode node, ElementRule rule)
    {
        if (node.IsCompanion && node.HasChildren && !node.HasValue)
        {
            Companion(node, rule);
            return false;
        }

        if (node.HasValue && node.ValueKind != FhirValueKind.None)
        {
            Report(IssueCode.ElementHasValue, node, rule, null, $"{node.Name} must be {Article(rule.TypeCode)} with elements of its own, not a plain value.", rule.TypeCode, node.Value);
            return false;
        }

        if (node.IsResource != rule.IsResourceRoot)
        {
            Report(IssueCode.ResourceMisplaced, node, rule, null, $"{node.Name} must be {Article(rule.TypeCode)}, not a resource.", rule.TypeCode, node.ResourceType);
            return false;
        }

        NotOnlyId(node, rule);

        // That an element is empty was found on reading; what it lacks need not be listed as well.
        return node.HasChildren || node.IsResource;
    }

    /// <summary>ele-1. That an element has nothing at all was found on reading.</summary>
    private void NotOnlyId(FhirNode node, ElementRule rule)
    {
        var first = node.FirstChild;
        if (first.NameId == IdName && first.NextSibling.IsNone && !node.IsResource)
        {
            Report(IssueCode.ElementEmpty, node, rule, null, $"{node.Name} has an id and nothing else; an element must have a value or other children.");
        }
    }

    /// <summary>Walks the children: finds each one's rule, counts, and checks order and JSON arrays on the way.</summary>
    /// <returns>Which children there are: <see cref="ChildPresence"/>.</returns>
    private ulong Children(FhirNode node, ElementRule rule, NodeShape shape)
    {
        var first = _countersUsed;
        Reserve(shape.CounterCount);
        var order = 0;
        var present = 0UL;
        var owner = rule.ShapeOwner!;
        var document = node.Document;
        for (var index = node.Row.FirstChild; index != 0 && !_hasFailed;)
        {
            ref readonly var row = ref document.Row(index);
            var child = new FhirNode(document, index);
            index = row.Next;
            ref readonly var place = ref shape.Locate(document.SharedNameId(row.NameId));
            if (place.Slot is not { } slot)
            {
                present |= ChildPresence.Incomplete;
                UnknownElement(child, rule);
                continue;
            }

            present |= place.Presence;
            var count = ++_counters[first + place.Counter];
            if (_isXml && !child.IsAttribute)
            {
                order = Order(child, owner, slot.Group, order);
            }

            if (place.Rule is null || place.IsOfChoice || count > place.Max || row.Has(NodeRow.InArray) != place.IsList)
            {
                Count(child, owner, slot, count, first);
            }

            if (place.Rule is { } childRule && !(place.Slicer is null && IsPlainValue(document, row, childRule)))
            {
                Sliced(child, slot, place.Slicer, first);
            }
        }

        var areAllPresent = (present & shape.RequiredPresence) == shape.RequiredPresence;
        foreach (var group in areAllPresent ? shape.RequiredSeveral : shape.Required)
        {
            Minimum(node, owner, group, first);
        }

        _countersUsed = first;
        return present;
    }

    /// <summary>Whether it is a primitive of which no more is asked than its form, and it has that; then nothing is left to do.</summary>
    private bool IsPlainValue(FhirDocument document, in NodeRow row, ElementRule rule) =>
        rule.Work == RuleWork.None
        && row.FirstChild == 0
        && rule.Primitive != PrimitiveType.None
        && row.Kind == (_isXml ? FhirValueKind.String : rule.JsonKind)
        && row.ValueLength > 0
        && PrimitiveFormat.IsValid(rule.Primitive, document.ValueOf(row));

    private void Sliced(FhirNode child, ElementSlot slot, Slicer? slicer, int first)
    {
        var rule = slot.Rule!;
        while (slicer is not null)
        {
            var slice = Classify(child, slot, slicer, first);
            if (slice is null && slicer.Rules == SlicingRules.Closed)
            {
                // It should not be there at all: what else the list asks of it is not worth another issue.
                return;
            }

            if (slice is null)
            {
                break;
            }

            rule = slice.Rule;
            slicer = slice.Slicer;
        }

        if ((rule.Work & RuleWork.Extension) != 0 && ReferenceEquals(rule, slot.Rule))
        {
            UnslicedExtension(child, rule);
        }
        else
        {
            Element(child, rule);
        }
    }

    private void Reserve(int count)
    {
        var needed = _countersUsed + count;
        if (needed > _counters.Length)
        {
            Array.Resize(ref _counters, Math.Max(needed, _counters.Length * 2));
        }

        _counters.AsSpan(_countersUsed, count).Clear();
        _countersUsed = needed;
    }
}
