using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using GpConnect.Assurance.Evidence.Tests.Samples;
using Microsoft.Playwright;

namespace GpConnect.Assurance.Evidence.Tests.Reports;

public sealed class ReportInBrowserTests(ReportBrowser browser) : IClassFixture<ReportBrowser>
{

    [SkippableFact]
    public async Task The_page_loads_nothing_complains_of_nothing_and_runs_nothing_of_the_provider()
    {
        await using var report = await browser.Open();

        await OpenEverything(report.Page);

        report.Complaints.Should().BeEmpty();
        report.Requests.Should().ContainSingle("the page itself").Which.Should().StartWith("file:");
        (await report.Page.TitleAsync()).Should().NotContain("owned").And.StartWith("Failed: ");
    }

    [SkippableFact]
    public async Task The_policy_of_the_page_refuses_a_script_that_is_not_its_own()
    {
        await using var report = await browser.Open();

        await report.Page.EvaluateAsync("() => { const s = document.createElement('script'); try { s.textContent = 'document.title = \"owned\"'; } catch { } document.body.append(s); }");
        await report.Page.EvaluateAsync("() => { const i = document.createElement('img'); i.src = 'https://evil.example/x.png'; document.body.append(i); }");

        (await report.Page.TitleAsync()).Should().NotContain("owned");
        report.Complaints.Should().Contain(c => c.Contains("img-src") || c.Contains("default-src"));
    }

    [SkippableFact]
    public async Task Failed_checks_come_first_with_requirement_expected_actual_location_and_curl()
    {
        await using var report = await browser.Open();

        var finding = report.Page.Locator("section.requirement", new() { HasText = "GPC-FND-052" });

        await Assertions.Expect(finding).ToBeVisibleAsync();
        var text = await finding.InnerTextAsync();
        text.Should().ContainAll("SHALL", "Administrative gender", "foundations_use_case_find_a_patient › Payload response body", "one of male, female, other, unknown",
            "Female", "Bundle.entry[0].resource.gender", "line 1, column 322", "binding-required", "CareConnect-GPC-Patient-1", "curl --include", "$GPC_TOKEN");
        text.Should().Contain("\"gender\":\"Female\"", "the place in the body is shown").And.NotContain(SampleToken.Value);
    }

    [SkippableFact]
    public async Task Filters_narrow_the_list_and_say_how_many_are_left()
    {
        await using var report = await browser.Open();
        var page = report.Page;
        var count = page.GetByRole(AriaRole.Status);

        await Assertions.Expect(count).ToHaveTextAsync("Showing 10 of 10 scenarios");
        await page.GetByLabel("Pack", new() { Exact = true }).SelectOptionAsync("foundations");
        await Assertions.Expect(count).ToHaveTextAsync("Showing 6 of 10 scenarios");
        await page.GetByLabel("Verdict", new() { Exact = true }).SelectOptionAsync("fail");
        await Assertions.Expect(count).ToHaveTextAsync("Showing 4 of 10 scenarios");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("etag GPC-API-191");
        await Assertions.Expect(count).ToHaveTextAsync("Showing 2 of 10 scenarios");
        await Assertions.Expect(page.Locator("details.scenario:visible")).ToHaveCountAsync(2);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Find a patient" })).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Assertions.Expect(count).ToHaveTextAsync("Showing 10 of 10 scenarios");
    }

    [SkippableFact]
    public async Task The_page_can_be_used_with_the_keyboard_alone()
    {
        await using var report = await browser.Open();
        var page = report.Page;

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the verdict" })).ToBeFocusedAsync();
        var scenario = page.Locator("details.scenario").First;
        await scenario.Locator("> summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(scenario.GetByText("it books the first free slot")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_link_from_a_failed_check_opens_its_exchange_even_when_filters_hide_it()
    {
        await using var report = await browser.Open();
        var page = report.Page;
        await page.GetByLabel("Pack", new() { Exact = true }).SelectOptionAsync("structured");

        await page.Locator("section.requirement", new() { HasText = "GPC-FND-052" }).GetByRole(AriaRole.Link, new() { Name = "GET " }).ClickAsync();

        await Assertions.Expect(page.Locator("#x-e02")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#x-e02").GetByText("TLS_AES_256_GCM_SHA384")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task The_curl_line_is_copied_as_it_stands()
    {
        await using var report = await browser.Open();
        var block = report.Page.Locator(".copy").First;

        await block.GetByRole(AriaRole.Button).ClickAsync();

        (await report.Page.EvaluateAsync<string>("() => getSelection().toString()")).Trim().Should().Be((await block.Locator("pre").TextContentAsync())!.Trim());
    }

    [SkippableFact]
    public async Task Without_scripts_everything_can_be_read_and_no_dead_control_is_shown()
    {
        await using var report = await browser.Open(new() { JavaScriptEnabled = false });

        await Assertions.Expect(report.Page.Locator("section.requirement").First).ToBeVisibleAsync();
        await Assertions.Expect(report.Page.Locator("details.scenario")).ToHaveCountAsync(10);
        await Assertions.Expect(report.Page.Locator("button:visible, input:visible, select:visible")).ToHaveCountAsync(0);
        await report.Page.Locator("details.scenario").First.Locator("> summary").ClickAsync();
        await Assertions.Expect(report.Page.GetByText("it books the first free slot")).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task The_page_breaks_no_rule_of_accessibility_and_never_scrolls_sideways(ColorScheme scheme, int width)
    {
        await using var report = await browser.Open(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await OpenEverything(report.Page);

        var result = await report.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        result.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}").Should().BeEmpty();
        (await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
    }

    private static async Task OpenEverything(IPage page) => await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
}
