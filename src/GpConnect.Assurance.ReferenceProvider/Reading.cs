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

    /// <summary>Headers are spelt otherwise, and there are more of them: the charset in capitals and quotes, further directives against caching.</summary>
    HeadersAreWrittenOtherwise,

    /// <summary>Bodies have no Content-Length, and each connection ends with its response.</summary>
    BodiesAreSentInChunks,

    /// <summary>JSON is indented, and the members of its objects stand in another order.</summary>
    JsonIsWrittenOtherwise,

    /// <summary>Resources hold what nobody asked for: an identifier and an extension of the provider's own, when they were changed, errors in further words.</summary>
    ResourcesHoldMore,

    /// <summary>References name their whole URL on the same server.</summary>
    ReferencesAreAbsolute,

    /// <summary>JSON alone is served and declared; a request for XML gets 415.</summary>
    XmlIsNotOffered,

    /// <summary>Diagnostics call fields what people call them, not by their names in FHIR.</summary>
    DiagnosticsUseCommonWords,

    /// <summary>A search for slots may reach from one day to the same day two weeks on, fifteen dates in all.</summary>
    TwoWeeksAreCountedFromDayToDay,

    /// <summary>Slots whose organisation has used up its limit are offered, and the booking is refused.</summary>
    LimitsApplyToBookingsOnly,

    /// <summary>Visits are treated like any other appointment (1.6.2) in place of being kept from consumers (1.2.9).</summary>
    VisitsAreLikeOtherAppointments,

    /// <summary>The Prefer header is disregarded: a booking is always answered with the whole appointment.</summary>
    PreferIsDisregarded,

    /// <summary>The cancellation reason in a booking, which 1.6.2 does not mention, is disregarded.</summary>
    CancellationReasonInABookingIsDisregarded,

    /// <summary>An unknown patient has no appointments, which is no error.</summary>
    UnknownPatientsHaveAnEmptyBundle,

    /// <summary>A cancelled appointment can be cancelled again, with another reason.</summary>
    CancelledAppointmentsAreCancelledAgain,

    /// <summary>Practitioners' roles are coded as in the pages' examples, in the code system of fhir.nhs.uk.</summary>
    RolesAreOfTheNhsCodeSystem,

    /// <summary>An appointment that started earlier today can still be read, amended and cancelled.</summary>
    TodayIsTheFuture,
}
