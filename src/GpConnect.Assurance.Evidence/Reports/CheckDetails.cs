namespace GpConnect.Assurance.Evidence.Reports;

/// <summary>What a check says beyond its title: message, expected, actual, location, code, profile, rule. Of one that passed, the message only.</summary>
internal static class CheckDetails
{
    private const int LongestMessage = 4_000;

    public static void Write(Html html, CheckRecord check)
    {
        if (check.Message is { } message)
        {
            html.Put("p", PlainText.Clip(message, LongestMessage), ("class", "message"));
        }

        if (check.Verdict == Verdict.Pass || !HasFacts(check))
        {
            return;
        }

        using var list = html.In("dl", ("class", "facts"));
        Facts.WriteCode(html, "Expected", check.Expected);
        Facts.WriteCode(html, "Actual", check.Actual);
        Facts.WriteCode(html, "Location", check.Location);
        Facts.Write(html, "In the response body", check.Line is null ? null : $"line {check.Line:N0}{(check.Column is null ? "" : $", column {check.Column:N0}")}");
        Facts.WriteCode(html, "Code", check.Code);
        Facts.WriteCode(html, "Profile", check.Profile);
        Facts.WriteCode(html, "Rule", check.Rule);
    }

    private static bool HasFacts(CheckRecord check) =>
        (check.Expected ?? check.Actual ?? check.Location ?? check.Code ?? check.Profile ?? check.Rule) is not null || check.Line is not null;
}
