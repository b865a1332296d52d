using Microsoft.Playwright;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

/// <summary>A page in a browser, with everything it complained of and every request it made.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    public ReportPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
