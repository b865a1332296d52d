using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>Finds the interaction that a request's path, verb and interaction id agree on
/// (GPC-API-010, GPC-API-014, GPC-API-051, GPC-API-052, GPC-API-175).</summary>
internal static class Router
{
    private static readonly HashSet<string> KnownIds =
        [.. ServiceRoot.All.SelectMany(root => root.Interactions).Select(interaction => interaction.Id)];

    public static void Route(FhirRequest request)
    {
        var candidates = AtPath(request);
        if (candidates.Count == 0)
        {
            throw request.Keeps(Rule.UnknownResourceIsNotImplemented)
                ? new RefusedException(SpineError.NotImplemented, $"Nothing is implemented at '{request.Path}'.")
                : new RefusedException(SpineError.InternalServerError, "The request could not be handled.");
        }

        candidates = WithVerb(request, candidates);
        request.Interaction = WithInteractionId(request, candidates);
    }

    private static List<Interaction> AtPath(FhirRequest request)
    {
        var comparison = request.Keeps(Rule.UrlsAreCaseSensitive) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var segments = request.Path.Split('/');
        var found = new List<Interaction>();
        foreach (var interaction in request.Root.Interactions)
        {
            if (interaction.Matches(segments, comparison, out var id))
            {
                request.Id = id;
                found.Add(interaction);
            }
        }

        return found;
    }

    private static List<Interaction> WithVerb(FhirRequest request, List<Interaction> candidates)
    {
        var verb = request.Http.Method;
        var found = candidates.FindAll(candidate => candidate.Method == verb);
        if (found.Count > 0 || !request.Keeps(Rule.WrongVerbIsRefused))
        {
            return found.Count > 0 ? found : candidates;
        }

        throw new RefusedException(
            SpineError.BadRequest,
            $"{verb} is not the verb of this interaction; it takes {string.Join(" or ", candidates.Select(c => c.Method).Distinct())}.")
        {
            Status = request.Reads(Reading.WrongVerbIsMethodNotAllowed) ? StatusCodes.Status405MethodNotAllowed : null,
        };
    }

    private static Interaction WithInteractionId(FhirRequest request, List<Interaction> candidates)
    {
        var id = request.Header(SspHeaders.InteractionId);
        var match = candidates.Find(candidate => candidate.Id == id);
        if (match is not null || id is null)
        {
            return match ?? candidates[0];
        }

        var isKnown = KnownIds.Contains(id);
        if (!request.Keeps(isKnown ? Rule.InteractionIdMatches : Rule.InteractionIdIsKnown))
        {
            return candidates[0];
        }

        throw new RefusedException(
            SpineError.BadRequest,
            isKnown
                ? $"The {SspHeaders.InteractionId} '{id}' is not that of {candidates[0].Method} {candidates[0].Path}, '{candidates[0].Id}'."
                : $"The {SspHeaders.InteractionId} '{id}' is not an interaction of this server.");
    }
}
