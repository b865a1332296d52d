using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GpConnect.Assurance.Validation;

namespace GpConnect.Assurance.Cli.Validate;

/// <summary>JSON Lines: an object for each document.</summary>
internal sealed class JsonVerdictWriter(TextWriter output) : VerdictWriter
{
    /// <summary>For a file or a pipe, never for a web page: letters stay letters.</summary>
    internal static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write(DocumentVerdict verdict)
    {
        var json = new JsonObject { ["file"] = verdict.File };
        if (verdict.Line is { } line)
        {
            json["line"] = line;
        }

        json["verdict"] = verdict.Word;
        if (verdict.Problem is { } problem)
        {
            json["problem"] = problem;
        }
        else
        {
            json["profiles"] = new JsonArray([.. verdict.Profiles.Select(profile => JsonValue.Create(profile))]);
            json["issues"] = IssueJson.ToArray(verdict.Issues);
        }

        output.WriteLine(json.ToJsonString(OneLine));
    }
}
