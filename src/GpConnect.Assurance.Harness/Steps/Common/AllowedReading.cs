using System.Text.RegularExpressions;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>One of several answers that the specification allows: a row of the table of "the response is one of:".</summary>
internal sealed partial class AllowedReading
{
    private readonly string _status;
    private readonly string _body;
    private readonly string _since;

    /// <exception cref="FormatException">A cell holds what is not known there.</exception>
    public AllowedReading(TableRow row)
    {
        _status = row["status"];
        _body = row["body"];
        _since = row.TryGetValue("since", out var since) ? since : "";
        Words = row.TryGetValue("reading", out var words) ? words : "";
        var verdict = row.TryGetValue("verdict", out var given) ? given : "pass";
        IsWarned = verdict == "warn";
        if ((_since.Length > 0 && !Version.TryParse(_since, out _)) || !Statuses().IsMatch(_status) || !Bodies().IsMatch(_body) || !(IsWarned || verdict == "pass"))
        {
            throw new FormatException($"the row '{_status} | {_body} | {verdict}' is not known: write a status as 404 or 4xx, since as a version, a body as a Spine code, a resource type, 'Bundle of 1 Patient', 'empty Bundle', 'nothing' or 'anything', and a verdict as pass or warn");
        }
    }

    /// <summary>Why the answer is allowed, or which page says so.</summary>
    public string Words { get; }

    /// <summary>The answer is accepted but not what a provider should give.</summary>
    public bool IsWarned { get; }

    /// <summary>The version of the specification from which on the answer is allowed; empty where it always is.</summary>
    public string Since => _since;

    public bool Fits(Answer answer) => FitsStatus(answer) && FitsBody(answer);

    public override string ToString() => _body == "anything" ? _status : $"{_status} {_body}";

    private bool FitsStatus(Answer answer)
    {
        var status = answer.Response.Status;
        var fits = _status.EndsWith("xx", StringComparison.Ordinal) ? status / 100 == _status[0] - '0' : status == int.Parse(_status);
        // RFC 6750 section 3: a refusal of the token names the scheme that is wanted.
        return fits && (status != 401 || answer.Response.HeaderValues("WWW-Authenticate").Any(value => value.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase)));
    }

    private bool FitsBody(Answer answer)
    {
        if (SpineCode().IsMatch(_body))
        {
            return answer.SpineErrorCodes.Contains(_body);
        }

        return _body switch
        {
            "anything" => true,
            "nothing" => answer.Response.Body.Length == 0,
            "empty Bundle" => IsSearchset(answer) && answer.AllResources().Count() == 1,
            _ when CountedBundle().Match(_body) is { Success: true } match => IsSearchset(answer) && Holds(answer, match),
            _ => answer.ResourceType == _body,
        };
    }

    private static bool IsSearchset(Answer answer) =>
        answer.ResourceType == "Bundle" && answer.Document!.Root.Child("type").Value == "searchset";

    private static bool Holds(Answer answer, Match match)
    {
        var types = answer.AllResources().Skip(1).Select(resource => resource.ResourceType).ToList();
        return types.Count == int.Parse(match.Groups[1].ValueSpan) && types.TrueForAll(type => type == match.Groups[2].Value);
    }

    [GeneratedRegex("^[1-5](xx|[0-9]{2})$")]
    private static partial Regex Statuses();

    [GeneratedRegex("^([A-Z][A-Z_ ]+|[A-Z][A-Za-z]+|empty Bundle|Bundle of [0-9]+ [A-Z][A-Za-z]+|nothing|anything)$")]
    private static partial Regex Bodies();

    [GeneratedRegex("^[A-Z][A-Z_ ]+$")]
    private static partial Regex SpineCode();

    [GeneratedRegex("^Bundle of ([0-9]+) ([A-Z][A-Za-z]+)$")]
    private static partial Regex CountedBundle();
}
