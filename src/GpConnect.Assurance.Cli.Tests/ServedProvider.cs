namespace GpConnect.Assurance.Cli.Tests;

/// <summary><c>gpc-assure provider</c>, running until disposed of.</summary>
internal sealed class ServedProvider : IAsyncDisposable
{
    private const string Announcement = "The reference provider serves ";

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _url = new();
    private Task<Tool> _running = null!;

    private ServedProvider()
    {
    }

    /// <summary>Its service root URL, as it says.</summary>
    public string Url { get; private set; } = "";

    public static async Task<ServedProvider> StartAsync(string[] arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var provider = new ServedProvider();
        provider._running = Tool.Run(["provider", "--port", "0", .. arguments], provider._stop.Token, provider.Hear, environment);
        await Task.WhenAny(provider._url.Task, provider._running);
        provider.Url = provider._url.Task.IsCompletedSuccessfully ? await provider._url.Task : throw new InvalidOperationException((await provider._running).Error);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private void Hear(string line)
    {
        if (line.StartsWith(Announcement, StringComparison.Ordinal))
        {
            _url.TrySetResult(line[Announcement.Length..].Split(' ')[0]);
        }
    }
}
