namespace GpConnect.Assurance.Validation;

/// <summary>Compiles rules with everything below them, each once.</summary>
internal sealed class WholeCompilation
{
    private readonly HashSet<ElementRule> _compiled = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<ElementRule> _open = new();

    internal int Count => _compiled.Count;

    internal void Compile(ElementRule rule)
    {
        _open.Push(rule);
        while (_open.TryPop(out var next))
        {
            if (_compiled.Add(next))
            {
                Open(next);
            }
        }
    }

    private void Open(ElementRule rule)
    {
        _ = rule.Binding?.Rules;
        foreach (var group in rule.Shape?.Groups ?? [])
        {
            foreach (var slot in group.Slots.Where(slot => slot.Rule is not null))
            {
                _open.Push(slot.Rule!);
            }

            Open(group.Slicer);
        }
    }

    private void Open(Slicer? slicer)
    {
        foreach (var slice in slicer?.Slices ?? [])
        {
            _open.Push(slice.Rule);
            Open(slice.Slicer);
        }
    }
}
