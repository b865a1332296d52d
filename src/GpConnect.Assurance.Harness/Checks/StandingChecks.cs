using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Protocol;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Harness.Checks;

/// <summary>What must hold for every response, whatever the scenario is about; made without being asked for.</summary>
internal static class StandingChecks
{
    private const string BodyTitle = "the body is FHIR STU3 and conforms to the profiles it declares";
    private static readonly string[] BodyRequirements = ["GPC-API-188", "GPC-API-032"];

    public static void Make(CheckRecorder checks, Answer answer)
    {
        Status(checks, answer);
        CacheControl(checks, answer.Response);
        if (answer.Response.Status >= 400 && answer.ResourceType != "OperationOutcome")
        {
            OperationOutcomeIsMissing(checks, answer);
            if (ErrorStatuses.HaveNoRow(answer.Response.Status))
            {
                return;
            }
        }

        if (answer.Response.Body.Length == 0)
        {
            BodyIsMissing(checks, answer);
            return;
        }

        ContentType(checks, answer);
        Body(checks, answer);
    }

    /// <summary>The page calls its statuses the main ones, so that another one is only noted.</summary>
    private static void Status(CheckRecorder checks, Answer answer)
    {
        var check = new Check("the status is one of those that the API mainly uses")
        {
            Requirements = ["GPC-API-204"],
            Expected = "one of the main statuses",
            Actual = answer.Summary,
        };
        if (ErrorStatuses.Main.Contains(answer.Response.Status))
        {
            checks.Pass(check);
        }
        else
        {
            checks.Inform(check, $"The specification does not list {answer.Response.Status} among the main statuses of the API.");
        }
    }

    /// <summary>Where the error page has no row for the status, a generic server framework may have answered (GPC-API-145).</summary>
    private static void OperationOutcomeIsMissing(CheckRecorder checks, Answer answer)
    {
        var check = new Check("an error carries an OperationOutcome") { Requirements = ["GPC-API-145"], Expected = "OperationOutcome", Actual = answer.Summary };
        if (ErrorStatuses.HaveNoRow(answer.Response.Status))
        {
            checks.Warn(check, $"An error should carry an OperationOutcome also where the error page has no row for its status, but the response is {answer.Summary}.");
        }
        else
        {
            checks.Fail(check, $"The body of an error must be an OperationOutcome, but the response is {answer.Summary}.");
        }
    }

    /// <summary>A query that succeeds gives a resource; a command may have been asked for none, and 304 has none.</summary>
    private static void BodyIsMissing(CheckRecorder checks, Answer answer)
    {
        if (answer.Response.Status is >= 200 and < 300 && answer.Interaction.Kind == InteractionKind.Query)
        {
            checks.Fail(
                new Check(BodyTitle) { Requirements = BodyRequirements, Expected = "a FHIR resource", Actual = answer.Summary },
                $"The response is {answer.Summary}: there is no resource in it.");
        }
    }

    private static void CacheControl(CheckRecorder checks, ReceivedResponse response)
    {
        var values = response.HeaderValues("Cache-Control").ToList();
        var check = new Check("the response is not to be cached")
        {
            Requirements = ["GPC-API-038"],
            Location = "Cache-Control",
            Expected = "no-store",
            Actual = values.Count == 0 ? "no such header" : string.Join(", ", values),
        };
        var directives = values.SelectMany(value => value.Split(',')).Select(directive => directive.Trim());
        Judge(checks, check, directives.Contains("no-store", StringComparer.OrdinalIgnoreCase), "The Cache-Control header does not hold the directive no-store.");
    }

    private static void ContentType(CheckRecorder checks, Answer answer)
    {
        var header = answer.Response.Header("Content-Type");
        var mediaType = header?.Split(';')[0].Trim();
        var expected = answer.ExpectedFormat switch
        {
            FhirFormat.Json => FhirMediaType.Json,
            FhirFormat.Xml => FhirMediaType.Xml,
            _ => null,
        };
        var isFhir = mediaType is FhirMediaType.Json or FhirMediaType.Xml;
        if (expected is not null)
        {
            Judge(
                checks,
                new Check("the response is in the format asked for")
                {
                    Requirements = [expected == FhirMediaType.Json ? "GPC-API-024" : "GPC-API-025"],
                    Location = "Content-Type",
                    Expected = expected,
                    Actual = header ?? "no such header",
                },
                expected.Equals(mediaType, StringComparison.OrdinalIgnoreCase),
                $"The response must be {expected}, as the request asked, but its Content-Type is {header ?? "missing"}.");
        }

        if (expected is not null || isFhir)
        {
            Charset(checks, header);
        }
    }

    private static void Charset(CheckRecorder checks, string? header)
    {
        var charset = header?.Split(';').Skip(1).Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))?["charset=".Length..].Trim('"');
        Judge(
            checks,
            new Check("the charset is declared as UTF-8")
            {
                Requirements = ["GPC-API-033"],
                Location = "Content-Type",
                Expected = "charset=utf-8",
                Actual = header ?? "no such header",
            },
            "utf-8".Equals(charset, StringComparison.OrdinalIgnoreCase),
            "The Content-Type header must carry the parameter charset=utf-8.");
        Judge(
            checks,
            new Check("no space stands before the charset")
            {
                Requirements = ["GPC-API-035"],
                Location = "Content-Type",
                Expected = "no space after the semicolon",
                Actual = header ?? "no such header",
            },
            header?.Contains("; ", StringComparison.Ordinal) != true,
            "The Content-Type header has a space after its semicolon.");
    }

    private static void Body(CheckRecorder checks, Answer answer)
    {
        if (answer.ExpectedFormat is null && answer.Document is null)
        {
            // Asked for a format that FHIR does not have, a provider may refuse in a format of its framework.
            return;
        }

        var check = new Check(BodyTitle) { Requirements = BodyRequirements };
        if (answer.Validation is not { } validation)
        {
            var reason = answer.Unreadable;
            checks.Fail(
                check with
                {
                    Expected = "a FHIR resource in JSON or XML",
                    Actual = Start(answer.Response.Body.Span),
                    Code = reason?.Code,
                    Location = reason?.Path,
                    Line = reason?.Line,
                    Column = reason?.Column,
                },
                $"The body cannot be read as a FHIR resource: {reason?.Message ?? "it is neither JSON nor XML."}");
            return;
        }

        if (validation.IsValid)
        {
            checks.Pass(check with { Actual = $"{answer.ResourceType}, profiles applied: {string.Join(", ", validation.ProfilesApplied)}" });
        }

        foreach (var issue in validation.Issues.Where(issue => !IsDisplayOfAnError(issue)))
        {
            Report(checks, check, issue);
        }
    }

    /// <summary>The error page gives displays of its own beside those of the code system: <see cref="OperationOutcomeChecks"/> knows both (GPC-API-149).</summary>
    private static bool IsDisplayOfAnError(ValidationIssue issue) =>
        issue.Code == IssueCode.CodeDisplay.Code && issue.Path.StartsWith("OperationOutcome.issue", StringComparison.Ordinal);

    private static void Report(CheckRecorder checks, Check check, ValidationIssue issue)
    {
        var place = check with
        {
            Code = issue.Code,
            Location = issue.Path,
            Line = issue.Line,
            Column = issue.Column,
            Profile = issue.Profile,
            Expected = issue.Expected,
            Actual = issue.Actual,
        };
        switch (issue.Severity)
        {
            case IssueSeverity.Error:
                checks.Fail(place, issue.Message);
                break;
            case IssueSeverity.Warning when !IsVisit(issue):
                checks.Warn(place, issue.Message);
                break;
            default:
                checks.Inform(place, issue.Message);
                break;
        }
    }

    /// <summary>A visit is not in the code system of delivery channels, but is returned where it is the channel (GPC-APT-195).</summary>
    private static bool IsVisit(ValidationIssue issue) =>
        issue.Code == IssueCode.CodeNotInValueSet.Code && issue.Actual == "Visit" && issue.Path.EndsWith(".valueCode", StringComparison.Ordinal);

    private static void Judge(CheckRecorder checks, Check check, bool holds, string breach)
    {
        if (holds)
        {
            checks.Pass(check);
        }
        else
        {
            checks.Fail(check, breach);
        }
    }

    private static string Start(ReadOnlySpan<byte> body) =>
        System.Text.Encoding.UTF8.GetString(body[..Math.Min(body.Length, 200)]);
}
