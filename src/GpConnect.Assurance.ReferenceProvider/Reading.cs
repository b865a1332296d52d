namespace GpConnect.Assurance.ReferenceProvider;

/// <summary>A behaviour that the specification allows beside the one the provider shows by default.</summary>
public enum Reading
{
    /// <summary>A missing, malformed or expired token is answered with 401 (RFC 6750) in place of 400.</summary>
    TokenErrorsAreUnauthorised,

    /// <summary>A verb that the interaction does not have is answered with 405 in place of 400.</summary>
    WrongVerbIsMethodNotAllowed,

    /// <summary>A search for a sensitive patient finds nothing (1.2.9) in place of answering 404 (1.6.2).</summary>
    SensitivePatientIsNotInSearch,

    /// <summary>A read has no Content-Location, as on the pages of the interactions.</summary>
    ReadsHaveNoContentLocation,

    /// <summary>If-None-Match is disregarded.</summary>
    ConditionalReadsAreAnsweredInFull,

    /// <summary>The scope of the token is not used to authorise.</summary>
    ScopeIsNotUsedToAuthorise,

    /// <summary>The token's <c>aud</c> is not compared with the service root URL.</summary>
    AudienceIsNotCompared,

    /// <summary>The token's <c>sub</c> is not compared with the practitioner's id.</summary>
    SubjectIsNotCompared,

    /// <summary>Claim resources may lack parts that the consumer is told to send.</summary>
    ClaimContentIsNotLookedAt,

    /// <summary>The token's <c>iat</c> may be left out, as the release notes of 1.2.3 allow.</summary>
    IssuedAtIsNotLookedAt,

    /// <summary>A search by a value without a system finds the match, as a FHIR token search allows.</summary>
    IdentifierSystemMayBeLeftOut,
}
