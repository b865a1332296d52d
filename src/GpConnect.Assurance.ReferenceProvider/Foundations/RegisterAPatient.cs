using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Population;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Foundations;

/// <summary>Register a patient: <c>POST /Patient/$gpc.registerpatient</c> (GPC-FND-195 to GPC-FND-275).</summary>
internal static class RegisterAPatient
{
    private const int MonthsOfATemporaryStay = 3;

    public static readonly Interaction Interaction = new(
        "urn:nhs:names:services:gpconnect:fhir:operation:gpc.registerpatient-1",
        "POST",
        "Patient/$gpc.registerpatient",
        RequestedScope.PatientWrite,
        Answer)
    {
        Operation = new(
            "gpc.registerpatient", "https://fhir.nhs.uk/STU3/OperationDefinition/GPConnect-RegisterPatient-Operation-1"),
    };

    private static FhirResponse Answer(FhirRequest request)
    {
        using var body = SubmittedDocument.Read(request);
        var sent = SubmittedPatient.Read(request, RegistrationBody.Patient(request, body));
        var pds = Trace(request, sent);
        var record = request.Practice.Register(sent.NhsNumber, held => Register(request, sent, pds, held));
        return FhirResponse.Of(request, SearchsetBundle.Of([PatientResource.Of(record, request.Practice)]));
    }

    /// <summary>What PDS holds, once it has verified what was sent (GPC-FND-228 to GPC-FND-234).</summary>
    private static PdsRecord? Trace(FhirRequest request, SubmittedPatient sent)
    {
        if (!request.Practice.Pds.TryGetValue(sent.NhsNumber, out var pds))
        {
            return request.Keeps(Rule.PdsKnowsThePatient) ? throw Demographics("the NHS number is not known to PDS") : null;
        }

        if (pds.IsOutOfReach)
        {
            throw new RefusedException(SpineError.InternalServerError, "The Personal Demographics Service cannot be reached.");
        }

        if ((pds.IsInvalid || pds.IsSuperseded) && request.Keeps(Rule.FlaggedNumbersAreNotRegistered))
        {
            throw new RefusedException(SpineError.InvalidNhsNumber, "PDS flags the NHS number as invalid or superseded.");
        }

        RefuseDeceased(request, pds.IsDeceased);
        if (pds.IsSensitive && request.Keeps(Rule.SensitivePatientsAreNotRegistered))
        {
            throw Demographics("the patient cannot be traced");
        }

        return pds.Matches(sent.Name, sent.BirthDate) || !request.Keeps(Rule.PdsMatchesThePatient)
            ? pds
            : throw Demographics("date of birth and name do not verify the NHS number");
    }

    /// <summary>The record to hold from now on (GPC-FND-235 to GPC-FND-246).</summary>
    private static PatientRecord Register(FhirRequest request, SubmittedPatient sent, PdsRecord? pds, PatientRecord? held)
    {
        if (held is null)
        {
            return Registered(request, sent, pds, held: null);
        }

        RefuseDeceased(request, held.DeceasedOn is not null);
        if (!held.IsVerified && request.Keeps(Rule.LocalUntracedPatientsAreVerified) && !IsVerifiedBy(pds, held))
        {
            throw Demographics("the record held for the NHS number cannot be verified");
        }

        if (held.IsActive && request.Keeps(Rule.ActivePatientsAreDuplicates))
        {
            throw new RefusedException(SpineError.DuplicateRejected, "The patient is registered at this practice already.");
        }

        return request.Keeps(Rule.LeftPatientsAreReactivated) ? Registered(request, sent, pds, held) : held;
    }

    private static bool IsVerifiedBy(PdsRecord? pds, PatientRecord held) =>
        pds is not null && held.BirthDate is { } birthDate && pds.Matches(held.Name, birthDate);

    /// <summary>A temporary patient, as the consumer described them; PDS supplies the rest, and a record held what neither has.</summary>
    private static PatientRecord Registered(FhirRequest request, SubmittedPatient sent, PdsRecord? pds, PatientRecord? held)
    {
        var today = DateOnly.FromDateTime(request.Received.UtcDateTime);
        var end = today.AddMonths(MonthsOfATemporaryStay);
        var supplement = request.Keeps(Rule.PdsSupplementsWhatWasSent) ? pds : null;
        var kept = request.Keeps(Rule.WhatWasSentIsKept);
        DateOnly? endOf(string use) => use == "temp" && request.Keeps(Rule.TemporaryDetailsEnd) ? end : null;
        return new PatientRecord
        {
            Id = held?.Id ?? Guid.NewGuid().ToString(),
            Version = (held?.Version ?? 0) + 1,
            NhsNumber = sent.NhsNumber,
            Name = sent.Name,
            BirthDate = sent.BirthDate,
            Gender = sent.Gender ?? supplement?.Gender ?? "unknown",
            Registration = new(
                request.Keeps(Rule.RegistrationsAreTemporary) ? RegistrationType.Temporary : RegistrationType.Regular,
                request.Keeps(Rule.RegistrationsHaveAPeriod) ? today : null,
                request.Keeps(Rule.RegistrationsHaveAPeriod) ? end : null,
                held?.Registration.PreferredBranch),
            Addresses = kept && sent.Addresses.Count > 0
                ? [.. sent.Addresses.Select(address => address with { End = endOf(address.Use) })]
                : ListOf(supplement?.Address),
            Telecoms = kept && sent.Telecoms.Count > 0
                ? [.. sent.Telecoms.Select(telecom => telecom with { End = endOf(telecom.Use) })]
                : ListOf(supplement?.Telecom),
            Contacts = held?.Contacts ?? [],
            Language = kept ? sent.Language : null,
            GeneralPractitioner = held?.GeneralPractitioner,
        };
    }

    private static IReadOnlyList<T> ListOf<T>(T? item) => item is null ? [] : [item];

    private static void RefuseDeceased(FhirRequest request, bool isDeceased)
    {
        if (isDeceased && request.Keeps(Rule.DeceasedPatientsAreNotRegistered))
        {
            throw Demographics("the patient is not alive");
        }
    }

    private static RefusedException Demographics(string reason) =>
        new(SpineError.InvalidPatientDemographics, $"The patient cannot be registered: {reason}.");
}
