using System.Threading.Channels;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>Judges documents on several threads and hands out the verdicts in the order of the documents. At most two documents more than there are threads are held at a time.</summary>
internal sealed class VerdictPipeline(DocumentJudge judge, int jobs)
{
    private readonly TaskScheduler _threads = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler;

    /// <param name="submissions">Read on a thread of its own, which may be left waiting for input when cancelled.</param>
    public async Task RunAsync(IEnumerable<Submission> submissions, Action<DocumentVerdict> verdict, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var queue = Channel.CreateBounded<Task<DocumentVerdict>>(jobs);
        _ = Task.Run(() => ReadAsync(submissions, queue.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var judging in queue.Reader.ReadAllAsync(cancellation))
            {
                verdict(await judging);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task ReadAsync(IEnumerable<Submission> submissions, ChannelWriter<Task<DocumentVerdict>> queue, CancellationToken stop)
    {
        try
        {
            foreach (var submission in submissions)
            {
                await queue.WriteAsync(Task.Factory.StartNew(() => judge.Judge(submission), CancellationToken.None, TaskCreationOptions.None, _threads), stop);
            }

            queue.Complete();
        }
        catch (Exception e)
        {
            queue.TryComplete(e);
        }
    }
}
