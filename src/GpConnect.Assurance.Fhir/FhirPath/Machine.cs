namespace GpConnect.Assurance.Fhir.FhirPath;

/// <summary>
/// One evaluation. Collections are stretches of one stack of items: an expression pushes its result, a function takes what lies above
/// its start and leaves its own result there. So an evaluation allocates nothing for its collections.
/// </summary>
internal sealed class Machine
{
    private const int MaxRecursion = 500;

    [ThreadStatic]
    private static Machine? _spare;

    private FhirPathItem[] _items = new FhirPathItem[64];
    private int _highest;
    private int _steps;
    private int _recursion;

    public int Top { get; private set; }

    public FhirPathContext Context { get; private set; } = FhirPathContext.Default;

    /// <summary><c>%context</c>.</summary>
    public FhirNode Focus { get; private set; }

    /// <summary>Why the first unknown item of this evaluation is unknown; null as long as there was none.</summary>
    public string? UnknownBecause { get; private set; }

    /// <summary>Some item was unknown, so that functions must look out for it.</summary>
    public bool SawUnknown => UnknownBecause is not null;

    /// <summary>A comparison came out empty because it could not be told, not because an operand was missing.</summary>
    public string? Inconclusive { get; private set; }

    /// <summary><c>$total</c> of the <c>aggregate()</c> that is running.</summary>
    public FhirPathItem[] Total { get; set; } = [];

    public DateTimeOffset Now { get; private set; }

    public FhirPathItem this[int index] => _items[index];

    public static Machine Rent(FhirNode focus, FhirPathContext context)
    {
        var machine = _spare ?? new Machine();
        _spare = null;
        machine.Focus = focus;
        machine.Context = context;
        machine.Now = context.Now ?? default;
        return machine;
    }

    public void Return()
    {
        // References in used slots would keep documents alive.
        Array.Clear(_items, 0, _highest);
        if (_items.Length > 4096)
        {
            _items = new FhirPathItem[64];
        }

        Top = 0;
        _highest = 0;
        _steps = 0;
        _recursion = 0;
        Context = FhirPathContext.Default;
        Focus = default;
        UnknownBecause = null;
        Inconclusive = null;
        Total = [];
        _spare = this;
    }

    /// <summary>The time of this evaluation: the same whenever it is asked.</summary>
    public DateTimeOffset Clock()
    {
        if (Now == default)
        {
            Now = DateTimeOffset.Now;
        }

        return Now;
    }

    public ReadOnlySpan<FhirPathItem> From(int start) => _items.AsSpan(start, Top - start);

    public int Count(int start) => Top - start;

    public void Push(in FhirPathItem item)
    {
        Step();
        if (Top == _items.Length)
        {
            Array.Resize(ref _items, _items.Length * 2);
        }

        if (item.IsUnknown)
        {
            UnknownBecause ??= item.Text;
        }

        _items[Top++] = item;
        _highest = Math.Max(_highest, Top);
    }

    public void PushAll(ReadOnlySpan<FhirPathItem> items)
    {
        foreach (ref readonly var item in items)
        {
            Push(item);
        }
    }

    /// <summary>Drops everything from a position on.</summary>
    public void Drop(int start) => Top = start;

    /// <summary>Replaces everything from a position on by one item.</summary>
    public void Replace(int start, in FhirPathItem item)
    {
        Top = start;
        Push(item);
    }

    public void Replace(int start, bool? value)
    {
        Top = start;
        if (value is { } known)
        {
            Push(FhirPathItem.Of(known));
        }
    }

    public void ReplaceByUnknown(int start, string because) => Replace(start, FhirPathItem.Unknown(because));

    /// <summary>Drops the items between two positions, moving those above down.</summary>
    public void Close(int start, int end)
    {
        if (start == end)
        {
            return;
        }

        _items.AsSpan(end, Top - end).CopyTo(_items.AsSpan(start));
        Top -= end - start;
    }

    /// <summary>The first unknown item from a position on; its position, or -1.</summary>
    public int FindUnknown(int start)
    {
        for (var i = start; SawUnknown && i < Top; i++)
        {
            if (_items[i].IsUnknown)
            {
                return i;
            }
        }

        return -1;
    }

    public void NoteInconclusive(string because) => Inconclusive ??= because;

    /// <summary>Counts work that pushes nothing.</summary>
    public void Step(int count = 1)
    {
        if ((_steps += count) > Context.MaxSteps)
        {
            throw new StepsExceededException();
        }
    }

    public void Enter()
    {
        if (++_recursion > MaxRecursion)
        {
            throw new StepsExceededException();
        }
    }

    public void Leave() => _recursion--;
}
