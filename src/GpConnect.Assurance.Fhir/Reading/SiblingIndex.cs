namespace GpConnect.Assurance.Fhir.Reading;

/// <summary>
/// Finds the sibling of a name while one parent's children are being read. Nearly always one bit says that there is none; a look back
/// decides the rest, and a dictionary takes over where looking back would become quadratic.
/// </summary>
internal struct SiblingIndex
{
    private const int PatienceInSteps = 256;
    private ulong _seen;
    private int _steps;
    private Dictionary<int, int>? _byName;

    /// <summary>The first node of the name among the parent's children, 0 when there is none. Goes with <see cref="Add"/>.</summary>
    public int First(NodeRow[] rows, int parent, int nameId)
    {
        if ((_seen & Bit(nameId)) == 0)
        {
            return 0;
        }

        if (_byName is null)
        {
            for (var child = rows[parent].FirstChild; child != 0; child = rows[child].Next)
            {
                if (rows[child].NameId == nameId)
                {
                    return child;
                }

                if (++_steps > PatienceInSteps)
                {
                    _byName = [];
                    for (var one = rows[parent].FirstChild; one != 0; one = rows[one].Next)
                    {
                        _byName.TryAdd(rows[one].NameId, one);
                    }

                    break;
                }
            }
        }

        return _byName?.GetValueOrDefault(nameId) ?? 0;
    }

    public void Add(int nameId, int node)
    {
        _seen |= Bit(nameId);
        _byName?.TryAdd(nameId, node);
    }

    /// <summary>The last node of the name among the parent's children, 0 when there is none. Goes with <see cref="AddLast"/>.</summary>
    /// <param name="last">The last child so far: the usual twin.</param>
    public int Last(NodeRow[] rows, int parent, int nameId, int last)
    {
        if (last != 0 && rows[last].NameId == nameId)
        {
            return last;
        }

        if ((_seen & Bit(nameId)) == 0)
        {
            return 0;
        }

        if (_byName is null)
        {
            var found = 0;
            for (var child = rows[parent].FirstChild; child != 0 && _steps <= PatienceInSteps; child = rows[child].Next)
            {
                found = rows[child].NameId == nameId ? child : found;
                _steps++;
            }

            if (_steps <= PatienceInSteps)
            {
                return found;
            }

            _byName = [];
            for (var child = rows[parent].FirstChild; child != 0; child = rows[child].Next)
            {
                _byName[rows[child].NameId] = child;
            }
        }

        return _byName.GetValueOrDefault(nameId);
    }

    public void AddLast(int nameId, int node)
    {
        _seen |= Bit(nameId);
        if (_byName is not null)
        {
            _byName[nameId] = node;
        }
    }

    private static ulong Bit(int nameId) => 1UL << (nameId & 63);
}
