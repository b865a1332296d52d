using System.CommandLine;

namespace GpConnect.Assurance.Cli.Commands;

/// <summary>Refuses numbers that an option cannot take; what is no number at all the parser refuses.</summary>
internal static class NumberRange
{
    public static void Require(Option<int> option, int from, int to, string sentence) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number < from || number > to))
        {
            result.AddError(sentence);
        }
    });
}
