using System.Collections.Concurrent;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>Runs the same work on a number of threads of their own.</summary>
/// <remarks>Steps block while they wait for the provider: on the thread pool they would starve the very responses they wait for.</remarks>
public static class WorkerThreads
{
    /// <summary>Returns when every thread has ended.</summary>
    /// <exception cref="AggregateException">What the threads threw, but for cancellation: a worker that is cancelled just ends.</exception>
    public static void Run(int count, Action work)
    {
        var failures = new ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(1, count)
            .Select(number => new Thread(() => Guarded(work, failures)) { Name = $"worker {number}" })
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures).Flatten();
        }
    }

    private static void Guarded(Action work, ConcurrentQueue<Exception> failures)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException)
        {
            // What was under way is dropped; what had ended has been reported.
        }
        catch (Exception e)
        {
            failures.Enqueue(e);
        }
    }
}
