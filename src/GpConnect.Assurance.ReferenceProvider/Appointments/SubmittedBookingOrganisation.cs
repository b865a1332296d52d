using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Book;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Appointments;

/// <summary>The organisation that books, contained in the appointment and pointed to by its extension (GPC-APT-143 to GPC-APT-147).</summary>
/// <param name="Resource">As it was sent.</param>
internal sealed record SubmittedBookingOrganisation(JsonObject Resource, string? OdsCode, IReadOnlyList<string> Types)
{
    /// <summary>What availability rules are held against.</summary>
    public Requester Requester => new(Types, OdsCode is null ? [] : [OdsCode]);

    /// <summary>Null only where a defect lets it be left out.</summary>
    public static SubmittedBookingOrganisation? Read(FhirRequest request, FhirNode appointment)
    {
        var extension = SubmittedDocument.All(appointment, "extension")
            .Find(extension => extension.Child("url").Value == AppointmentExtensions.BookingOrganisationUrl);
        var reference = extension.Child("valueReference").Child("reference").Value;
        var organization = SubmittedDocument.All(appointment, "contained")
            .Find(contained => contained.ResourceType == "Organization" && "#" + contained.Child("id").Value == reference);
        if (!organization.IsNone)
        {
            return Checked(request, organization);
        }

        return request.Keeps(Rule.BookingOrganisationIsRequired)
            ? throw SubmittedAppointment.Invalid(
                "extension",
                extension.IsNone ? "the booking organisation is expected" : $"'{reference}' is not the id of a contained Organization")
            : null;
    }

    private static SubmittedBookingOrganisation Checked(FhirRequest request, FhirNode organization)
    {
        var isChecked = request.Keeps(Rule.BookingOrganisationIsChecked);
        var identifiers = SubmittedDocument.All(organization, "identifier");
        var odsCode = identifiers.Find(identifier => identifier.Child("system").Value == OrganizationResource.OdsCode).Child("value").Value;
        Require(isChecked, "identifier", odsCode is not null);
        Require(isChecked, "name", !string.IsNullOrWhiteSpace(organization.Child("name").Value));
        Require(isChecked, "telecom", SubmittedDocument.All(organization, "telecom").Exists(telecom => telecom.Child("value").HasValue));
        var types = SubmittedDocument.All(organization, "type").SelectMany(type => SubmittedDocument.All(type, "coding"))
            .Where(coding => coding.Child("system").Value == FhirJson.CodeSystem("GPConnect-OrganisationType-1"))
            .Select(coding => coding.Child("code").Value)
            .OfType<string>();
        if (!types.Any() && !request.Keeps(Rule.OrganisationTypesMayBeLeftOut))
        {
            throw SubmittedAppointment.Invalid("contained.type", "the type of the booking organisation is expected");
        }

        return new(Kept(request, NodeJson.Of(organization)), odsCode, [.. types]);
    }

    private static JsonObject Kept(FhirRequest request, JsonObject organization)
    {
        if (!request.Keeps(Rule.BookingOrganisationIsKeptWhole))
        {
            organization.Remove("address");
            organization["telecom"] = new JsonArray(organization["telecom"]![0]!.DeepClone());
        }

        return organization;
    }

    private static void Require(bool isChecked, string element, bool isThere)
    {
        if (isChecked && !isThere)
        {
            throw SubmittedAppointment.Invalid($"contained.{element}", "the booking organisation needs an ODS code, a name and a telecom");
        }
    }
}
