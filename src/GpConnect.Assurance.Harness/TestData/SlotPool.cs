namespace GpConnect.Assurance.Harness.TestData;

/// <summary>The free slots that scenarios hold, each by one scenario at a time. Safe for use by many workers.</summary>
/// <remarks>A slot is named by a key of its own, which stays the same when the provider gives a slot that was released another id.</remarks>
public sealed class SlotPool
{
    private readonly Lock _access = new();
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _givenBack = new(StringComparer.Ordinal);
    private long _moment;

    /// <summary>A mark for <see cref="WasHeldSince"/>.</summary>
    public long Moment
    {
        get
        {
            lock (_access)
            {
                return ++_moment;
            }
        }
    }

    /// <summary>Takes all of the slots, or none where another scenario has one of them.</summary>
    public bool TryTake(IReadOnlyCollection<string> keys)
    {
        lock (_access)
        {
            if (_held.Overlaps(keys))
            {
                return false;
            }

            _held.UnionWith(keys);
            return true;
        }
    }

    /// <summary>Returns slots that are free again.</summary>
    public void GiveBack(IEnumerable<string> keys)
    {
        lock (_access)
        {
            foreach (var key in keys)
            {
                _held.Remove(key);
                _givenBack[key] = ++_moment;
            }
        }
    }

    /// <summary>True when some scenario had the slot at that moment or after it, so that it may have been free at one time and not at another.</summary>
    public bool WasHeldSince(string key, long moment)
    {
        lock (_access)
        {
            return _held.Contains(key) || (_givenBack.TryGetValue(key, out var then) && then > moment);
        }
    }
}
