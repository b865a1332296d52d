using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>A line for each issue and one for the verdict; what cannot be read is told on standard error.</summary>
internal sealed class TextVerdictWriter(TextWriter output, TextWriter error) : VerdictWriter
{
    public override void Write(DocumentVerdict verdict)
    {
        if (verdict.Problem is { } problem)
        {
            error.WriteLine(problem);
            return;
        }

        foreach (var issue in verdict.Issues)
        {
            output.WriteLine(IssueText.Line(issue, verdict.File));
        }

        output.WriteLine($"{verdict.Name}: {verdict.Word}");
    }

    public override void Finish(VerdictCount count)
    {
        if (count.Total > 1)
        {
            output.WriteLine($"{count.Total} documents: {count.Valid} valid, {count.NotValid} not valid, {count.Unreadable} unreadable");
        }
    }
}
