using System.Collections.Concurrent;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Tests.TestData;

public sealed class SlotPoolTests
{
    private readonly SlotPool _pool = new();

    [Fact]
    public void A_slot_is_held_by_one_at_a_time()
    {
        _pool.TryTake(["a", "b"]).Should().BeTrue();
        _pool.TryTake(["b", "c"]).Should().BeFalse("one of them is held");
        _pool.TryTake(["c"]).Should().BeTrue("nothing is held of what could not be taken whole");
        _pool.GiveBack(["a", "b"]);
        _pool.TryTake(["b"]).Should().BeTrue();
    }

    [Fact]
    public void What_was_held_in_between_is_known()
    {
        _pool.TryTake(["before"]);
        _pool.GiveBack(["before"]);
        _pool.TryTake(["since"]);
        var moment = _pool.Moment;
        _pool.TryTake(["after"]);
        _pool.GiveBack(["after"]);

        _pool.WasHeldSince("before", moment).Should().BeFalse();
        _pool.WasHeldSince("since", moment).Should().BeTrue();
        _pool.WasHeldSince("after", moment).Should().BeTrue();
        _pool.WasHeldSince("never", moment).Should().BeFalse();
    }

    [Fact]
    public void Many_workers_never_hold_the_same_slot()
    {
        var held = new ConcurrentDictionary<string, int>();
        var clashes = 0;
        Parallel.For(0, 2_000, number =>
        {
            var key = $"{number % 7}";
            if (!_pool.TryTake([key]))
            {
                return;
            }

            if (held.AddOrUpdate(key, 1, (_, count) => count + 1) != 1)
            {
                Interlocked.Increment(ref clashes);
            }

            held.AddOrUpdate(key, 0, (_, count) => count - 1);
            _pool.GiveBack([key]);
        });
        clashes.Should().Be(0);
    }
}
