using System.Text.Json.Nodes;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The <c>identifier=system|value</c> parameter that every search of Foundations has, once.</summary>
internal static class IdentifierSearch
{
    /// <summary>The value searched for; its system is the one expected.</summary>
    /// <exception cref="RefusedException">The parameter is absent, repeated, or of a system that is not served here.</exception>
    public static string? Value(FhirRequest request, string system)
    {
        RefuseUnknownParameters(request);
        var comparison = request.Keeps(Rule.UrlsAreCaseSensitive) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var tokens = request.Query.Where(pair => pair.Key.Equals("identifier", comparison)).Select(pair => pair.Value).ToList();
        if (tokens.Count == 0)
        {
            return request.Keeps(Rule.IdentifierIsRequired)
                ? throw new RefusedException(SpineError.BadRequest, "The parameter identifier={system}|{value} is expected.")
                : null;
        }

        if (tokens.Count > 1 && request.Keeps(Rule.IdentifierIsGivenOnce))
        {
            throw new RefusedException(SpineError.BadRequest, "The parameter identifier is expected once.");
        }

        return ValueOf(request, tokens[0], system);
    }

    /// <summary>The answer to a search.</summary>
    public static FhirResponse Found(FhirRequest request, IReadOnlyCollection<JsonObject> resources) =>
        resources.Count == 0 && !request.Keeps(Rule.NothingFoundIsAnEmptyBundle)
            ? throw new RefusedException(SpineError.NoRecordFound, "Nothing matches the search.")
            : FhirResponse.Of(request, SearchsetBundle.Of(resources));

    private static string ValueOf(FhirRequest request, string token, string system)
    {
        var bar = token.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0 && request.Reads(Reading.IdentifierSystemMayBeLeftOut))
        {
            return token;
        }

        var given = bar < 0 ? "" : token[..bar];
        if (given != system && request.Keeps(Rule.IdentifierSystemIsChecked))
        {
            throw new RefusedException(
                SpineError.InvalidIdentifierSystem,
                given.Length == 0 ? $"The identifier has no system; '{system}' is expected." : $"The identifier system '{given}' is not supported; '{system}' is.");
        }

        return token[(bar + 1)..];
    }

    private static void RefuseUnknownParameters(FhirRequest request)
    {
        var unknown = request.Query.FirstOrDefault(pair => pair.Key is not ("identifier" or "_format")).Key;
        if (unknown is not null && !request.Keeps(Rule.UnknownParametersAreIgnored))
        {
            throw new RefusedException(SpineError.BadRequest, $"The parameter '{unknown}' is not known.");
        }
    }
}
