using System.Diagnostics.CodeAnalysis;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Resources;
using Microsoft.AspNetCore.Http;

namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>Takes each HTTP request through the checks that all interactions share, to the interaction, and back.</summary>
internal sealed class GpConnectServer(TimeProvider clock)
{
    /// <summary>The practices served, by ODS code.</summary>
    public IReadOnlyDictionary<string, Practice> Practices { get; set; } = new Dictionary<string, Practice>();

    public async Task AnswerAsync(HttpContext http)
    {
        if (!TryLocate(http, out var request))
        {
            await ResponseWriter.WriteNowhereAsync(http).ConfigureAwait(false);
            return;
        }

        var response = await AnswerAsync(request).ConfigureAwait(false);
        foreach (var defect in request.Practice.Options.Defects)
        {
            defect.OnResponse?.Invoke(response);
            if (defect.Delay?.Invoke(response) is { } delay && delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, http.RequestAborted).ConfigureAwait(false);
            }
        }

        AnotherMake.Alter(response);
        await ResponseWriter.WriteAsync(http, response).ConfigureAwait(false);
    }

    /// <summary>Reads practice and service root from the URL, which is case sensitive.</summary>
    private bool TryLocate(HttpContext http, [NotNullWhen(true)] out FhirRequest? request)
    {
        request = null;
        var path = http.Request.Path.Value!.TrimStart('/');
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || Find(path[..slash]) is not { } practice)
        {
            return false;
        }

        var rest = path[(slash + 1)..];
        foreach (var root in ServiceRoot.All)
        {
            var start = practice.PathOf(root).TrimEnd('/') + "/";
            if (rest.StartsWith(start, StringComparison.Ordinal))
            {
                request = new FhirRequest(http.Request, practice, root, rest[start.Length..], clock.GetUtcNow());
                return true;
            }
        }

        return false;
    }

    private Practice? Find(string odsCode) =>
        Practices.TryGetValue(odsCode, out var practice) ? practice
        : Practice.CompanionOf(odsCode) is { } other && Practices.TryGetValue(other, out practice) ? practice.WithoutAppointments
        : null;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong, the consumer is told in an OperationOutcome.")]
    private static async Task<FhirResponse> AnswerAsync(FhirRequest request)
    {
        try
        {
            request.Format = ContentNegotiation.Choose(request);
            SspHeaders.Check(request);
            Router.Route(request);
            TokenClaims.Check(request, BearerToken.Read(request));
            RefuseWhenSwitchedOff(request);
            await RequestBody.ReadAsync(request).ConfigureAwait(false);
            return request.Interaction!.Answer(request);
        }
        catch (RefusedException refusal)
        {
            return Refusal(request, refusal);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Refusal(request, new RefusedException(SpineError.InternalServerError, exception.Message));
        }
    }

    private static void RefuseWhenSwitchedOff(FhirRequest request)
    {
        var isOff = !request.Practice.Options.IsEnabled
            || (!request.Practice.Options.HasAppointments && !request.Keeps(Rule.AppointmentsAreSwitchedOnTheirOwn));
        if (isOff)
        {
            throw new RefusedException(SpineError.AccessDenied, "GP Connect is switched off at this practice.");
        }

        if (request.AppointmentsAreOff && request.Keeps(Rule.AppointmentsAreRefusedWhenOff))
        {
            throw new RefusedException(SpineError.AccessDenied, "Appointment Management is switched off at this practice.");
        }
    }

    private static FhirResponse Refusal(FhirRequest request, RefusedException refusal)
    {
        var outcome = OperationOutcomeResource.Of(refusal.Error, refusal.Message);
        var response = new FhirResponse(request, refusal.Status ?? refusal.Error.Status, outcome);
        if (refusal.WwwAuthenticate is { } challenge)
        {
            response.Headers.WWWAuthenticate = challenge;
        }

        return response;
    }
}
