namespace GpConnect.Assurance.ReferenceProvider.Api;

/// <summary>The scopes of the token, and the authorisation that may rest on them (GPC-API-099 to GPC-API-107).</summary>
internal static class RequestedScope
{
    public const string PatientRead = "patient/*.read";
    public const string PatientWrite = "patient/*.write";
    public const string OrganizationRead = "organization/*.read";
    public const string OrganizationWrite = "organization/*.write";

    private static readonly string[] Scopes = [PatientRead, PatientWrite, OrganizationRead, OrganizationWrite];
    private static readonly string[] Confidentialities = ["", " conf/N", " conf/R"];

    private static readonly HashSet<string> Defined =
        [.. Scopes.SelectMany(scope => Confidentialities.Select(confidentiality => scope + confidentiality))];

    public static void Check(FhirRequest request, string? scope)
    {
        if (scope is null)
        {
            return;
        }

        if (request.Keeps(Rule.RequestedScopeIsDefined) && !Defined.Contains(scope))
        {
            throw TokenClaims.BadClaim("requested_scope", $"is '{scope}', which is not a scope of the API");
        }

        if (request.Keeps(Rule.RequestedScopeAuthorises) && !request.Reads(Reading.ScopeIsNotUsedToAuthorise) && !Grants(request, scope))
        {
            throw new RefusedException(
                SpineError.AccessDenied,
                $"The token's requested_scope '{scope}' does not grant this interaction; '{request.Interaction!.Scope}' does.")
            {
                WwwAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{request.Interaction!.Scope}\"",
            };
        }
    }

    /// <summary>The compartment must fit, and a write needs a write scope; the capability statement is anybody's.</summary>
    private static bool Grants(FhirRequest request, string scope)
    {
        var needed = request.Keeps(Rule.TheRightScopeIsTaken) ? request.Interaction!.Scope : OfTheOtherCompartment(request.Interaction!.Scope);
        var compartment = needed[..needed.IndexOf('/', StringComparison.Ordinal)];
        return request.Path == "metadata"
            || (scope.StartsWith(compartment + "/", StringComparison.Ordinal)
                && (!needed.EndsWith(".write", StringComparison.Ordinal) || scope.Contains(".write", StringComparison.Ordinal)));
    }

    private static string OfTheOtherCompartment(string scope) => scope.StartsWith("patient/", StringComparison.Ordinal) ? OrganizationRead : PatientRead;
}
