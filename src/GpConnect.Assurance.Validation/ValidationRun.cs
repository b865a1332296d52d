using GpConnect.Assurance.Fhir;

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
        _issues = new IssueList(0);
        _countersUsed = 0;
    }

    private void Element(FhirNode node, ElementRule rule)
    {
        if (rule.IsResource)
        {
            ResourceElement(node, rule);
            return;
        }

        if (rule.Alternatives.Length > 1)
        {
            AnyAlternative(node, rule);
        }

        Applied(rule.Profile);
        var typeRoot = rule.TypeRoot;
        if (typeRoot is not null)
        {
            Applied(typeRoot.Profile);
        }

        var shape = rule.Shape;
        var isPrimitive = rule.Primitive != PrimitiveType.None;
        if (isPrimitive && !node.HasValue && IsObject(node, rule))
        {
            return;
        }

        if (!isPrimitive && shape is not null && !Complex(node, rule))
        {
            return;
        }

        var isJudged = !isPrimitive || Primitive(node, rule);

        if (shape is not null && (node.HasChildren || !isPrimitive))
        {
            Children(node, rule, shape);
        }

        if (!isJudged)
        {
            return;
        }

        if (rule.IsReference)
        {
            Reference(node, rule);
        }
        else if (rule.IsCoding)
        {
            Coding(node, rule);
        }
        else if (rule.IsIdentifier)
        {
            Identifier(node, rule);
        }

        if (!rule.IsPlain)
        {
            Values(node, rule);
        }

        if (typeRoot is { IsPlain: false })
        {
            Values(node, typeRoot);
        }
    }

    private bool Complex(FhirNode node, ElementRule rule)
    {
        if (node.IsCompanion && !node.HasValue)
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
    private void Children(FhirNode node, ElementRule rule, NodeShape shape)
    {
        var first = _countersUsed;
        Reserve(shape.CounterCount);
        var order = 0;
        var owner = rule.ShapeOwner!;
        for (var child = node.FirstChild; !child.IsNone; child = child.NextSibling)
        {
            var slot = shape.Find(child.NameId);
            if (slot is null)
            {
                UnknownElement(child, rule);
                continue;
            }

            var group = slot.Group;
            var count = ++_counters[first + group.Counter];
            if (_isXml && !child.IsAttribute)
            {
                order = Order(child, owner, group, order);
            }

            Count(child, owner, slot, count, first);
            if (slot.Rule is not null)
            {
                Sliced(child, slot, group.Slicer, first);
            }
        }

        foreach (var group in shape.Required)
        {
            Minimum(node, owner, group, first);
        }

        _countersUsed = first;
    }

    private void Sliced(FhirNode child, ElementSlot slot, Slicer? slicer, int first)
    {
        var rule = slot.Rule!;
        while (slicer is not null)
        {
            var slice = Classify(child, slot, slicer, first);
            if (slice is null)
            {
                break;
            }

            rule = slice.Rule;
            slicer = slice.Slicer;
        }

        if (rule.TypeCode == "Extension" && ReferenceEquals(rule, slot.Rule))
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
