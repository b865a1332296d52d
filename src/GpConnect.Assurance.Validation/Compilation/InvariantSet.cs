namespace GpConnect.Assurance.Validation;

/// <summary>
/// The invariants of one element definition. Most begin with terms such as <c>code.empty() or …</c> or <c>contained.…</c>, which the presence of children
/// decides; what is left for an evaluation is worked out once for each set of children that is met.
/// </summary>
internal sealed class InvariantSet(Invariant[] all)
{
    /// <summary>A document may be written so that every element has other children; beyond these the sets are worked out again and again.</summary>
    private const int MostKnown = 64;
    private readonly Lock _learning = new();
    private volatile Open[] _known = [];
    private volatile NodeShape? _shape;
    private ulong _asked;

    /// <param name="shape">Of the element; null when its type is not carried.</param>
    /// <param name="present">The children that it has, of that shape.</param>
    /// <returns>The invariants that must be evaluated.</returns>
    internal Invariant[] Undecided(NodeShape? shape, ulong present)
    {
        if (shape is null || (present & ChildPresence.Incomplete) != 0)
        {
            return all;
        }

        if (!ReferenceEquals(_shape, shape))
        {
            Ask(shape);
        }

        present &= _asked;
        foreach (var open in _known)
        {
            if (open.Present == present)
            {
                return open.Invariants;
            }
        }

        return Learn(shape, present);
    }

    /// <summary>Finds out which children matter at all.</summary>
    private void Ask(NodeShape shape)
    {
        lock (_learning)
        {
            var asked = 0UL;
            foreach (var invariant in all)
            {
                invariant.IsMetByPresence(name =>
                {
                    asked |= shape.PresenceOf(name);
                    return null;
                });
            }

            _asked = asked;
            _shape = shape;
        }
    }

    private Invariant[] Learn(NodeShape shape, ulong present)
    {
        var open = new Open(present, [.. all.Where(invariant => !invariant.IsMetByPresence(name => IsPresent(shape, present, name)))]);
        lock (_learning)
        {
            if (_known.Length < MostKnown)
            {
                _known = [.. _known, open];
            }
        }

        return open.Invariants;
    }

    private static bool? IsPresent(NodeShape shape, ulong present, string name)
    {
        var bits = shape.PresenceOf(name);
        return (bits & ChildPresence.Incomplete) != 0 ? null : (bits & present) != 0;
    }

    private sealed record Open(ulong Present, Invariant[] Invariants);
}
