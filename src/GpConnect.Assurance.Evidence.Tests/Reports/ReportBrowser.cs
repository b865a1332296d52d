using GpConnect.Assurance.Evidence.Tests.Samples;
using Microsoft.Playwright;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

/// <summary>A browser, where there is one, and the sample run for it to show.</summary>
public sealed class ReportBrowser : IAsyncLifetime, IDisposable
{
    private const string Variable = "GPC_CHROMIUM";

    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string Executable = Environment.GetEnvironmentVariable(Variable) ?? "/usr/bin/chromium";

    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (File.Exists(Executable))
        {
            SampleRun.Write(_folder.Run);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments });
        }
    }

    /// <summary>Opens the report of the sample run from disk; skips the test when there is no browser.</summary>
    internal async Task<ReportPage> Open(BrowserNewPageOptions? options = null)
    {
        Skip.If(_browser is null, $"There is no Chromium at {Executable}; set {Variable} to its path.");
        var report = new ReportPage(await _browser!.NewPageAsync(options));
        await report.Page.GotoAsync(new Uri(Path.Combine(_folder.Run, EvidenceFiles.Report)).AbsoluteUri);
        return report;
    }

    public async Task DisposeAsync() => await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);

    public void Dispose()
    {
        _playwright?.Dispose();
        _folder.Dispose();
    }
}
