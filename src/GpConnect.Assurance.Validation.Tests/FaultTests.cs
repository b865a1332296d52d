using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Validation.Tests.Support;

namespace GpConnect.Assurance.Validation.Tests;

/// <summary>Every rule, broken once: exactly one issue, with the rule's code, at the faulty element, in JSON and in XML.</summary>
public class FaultTests
{
    private const string Unlisted = "https://example.org/none";
    private const string PatientProfile = Profiles.Nhs + "CareConnect-GPC-Patient-1";

    private static readonly Fault[] Faults =
    [
        // Elements
        OfPatient("an unknown element", p => p.Set("shoeSize", 44), IssueCode.ElementUnknown, "Patient.shoeSize"),
        OfPatient("an unknown element of a datatype", p => p.Set("name[0].nickname", "J"), IssueCode.ElementUnknown, "Patient.name[0].nickname"),
        OfPatient("an unknown element of a backbone element", p => p.Set("contact[0].x", "y"), IssueCode.ElementUnknown, "Patient.contact[0].x"),
        OfPatient("a missing element of a datatype", p => p.Delete("extension[0].extension[0].url"), IssueCode.ElementMissing, "Patient.extension[0].extension[0]"),
        OfPatient("a missing element that the profile requires", p => p.Delete("name[0].family"), IssueCode.ElementMissing, "Patient.name[0]"),
        OfPatient("an element that the profile prohibits", p => p.InsertBefore("identifier[0].system", "use", "official"), IssueCode.ElementProhibited, "Patient.identifier[0].use"),
        OfOutcome("more elements than the profile allows", o => o.Duplicate("issue[0].details.coding"), IssueCode.ElementRepeated, "OperationOutcome.issue[0].details.coding[1]"),
        OfPatient("a value in place of an element with children", p => p.Set("managingOrganization", "Organization/7"), IssueCode.ElementHasValue, "Patient.managingOrganization"),

        // JSON notation
        OfPatient("a repeating element without an array", p => p.Set("name", p.At("name[0]").DeepClone()), IssueCode.JsonArrayMissing, "Patient.name") with { IsJsonOnly = true },
        OfPatient("an array for an element that does not repeat", p => p.Set("gender", new JsonArray("female")), IssueCode.JsonArrayUnexpected, "Patient.gender[0]") with { IsJsonOnly = true },
        OfPatient("a string for a boolean", p => p.Set("active", "true"), IssueCode.JsonKind, "Patient.active") with { IsJsonOnly = true },
        OfPatient("a number for a string", p => p.Set("name[0].family", 7), IssueCode.JsonKind, "Patient.name[0].family") with { IsJsonOnly = true },
        OfObservation("a string for a decimal", o => o.Set("valueQuantity.value", "70.5"), IssueCode.JsonKind, "Observation.valueQuantity.value") with { IsJsonOnly = true },

        // Choices
        OfPatient("a type that the profile rules out", p => p.InsertAfter("birthDate", "deceasedBoolean", false), IssueCode.TypeNotAllowed, "Patient.deceasedBoolean"),
        OfPatient("a type that FHIR does not know there", p => p.InsertAfter("birthDate", "deceasedString", "no"), IssueCode.ElementUnknown, "Patient.deceasedString"),
        OfObservation("two types of one choice", o => o.InsertAfter("valueQuantity", "valueString", "heavy"), IssueCode.ElementRepeated, "Observation.valueString"),

        // Primitive formats
        OfPatient("a day that does not exist", p => p.Set("birthDate", "1952-02-30"), IssueCode.ValueFormat, "Patient.birthDate"),
        OfPatient("a date with a time", p => p.Set("birthDate", "1952-02-03T10:00:00Z"), IssueCode.ValueFormat, "Patient.birthDate"),
        OfPatient("a dateTime without time zone", p => p.Set("address[0].period.start", "2001-02-03T04:05:06"), IssueCode.ValueFormat, "Patient.address[0].period.start"),
        OfObservation("an instant without time", o => o.Set("issued", "2018-03-01"), IssueCode.ValueFormat, "Observation.issued"),
        OfPatient("an id with an underscore", p => p.Set("id", "p_1"), IssueCode.ValueFormat, "Patient.id"),
        OfPatient("a uri with a blank", p => p.Set("identifier[0].system", "https://example.org/a b"), IssueCode.ValueFormat, "Patient.identifier[0].system"),
        OfPatient("a positiveInt of zero", p => p.Set("telecom[0].rank", 0), IssueCode.ValueFormat, "Patient.telecom[0].rank"),
        OfPatient("a string of blanks", p => p.Set("name[0].family", "  "), IssueCode.ValueFormat, "Patient.name[0].family"),
        OfObservation("a decimal with an exponent", o => o.Set("valueQuantity.value", JsonNode.Parse("7e1")), IssueCode.ValueFormat, "Observation.valueQuantity.value"),

        // Fixed values and codes
        OfBundle("another value than the fixed one", b => b.Set("type", "collection"), IssueCode.ValueFixed, "Bundle.type"),
        OfPatient("a code outside a required value set", p => p.Set("gender", "femail"), IssueCode.CodeNotInValueSet, "Patient.gender"),
        OfOutcome("a Coding outside a required value set", o => o.Set("issue[0].details.coding[0].code", "NOPE"), IssueCode.CodeNotInValueSet, "OperationOutcome.issue[0].details"),
        OfPatient("no code under a required binding", p => p.Set("extension[0].extension[1].valueCodeableConcept", new JsonObject { ["text"] = "temporary" }), IssueCode.CodeMissing, "Patient.extension[0].extension[1].valueCodeableConcept"),
        OfPatient("a code outside an extensible value set", p => p.InsertAfter("meta", "language", "tlh"), IssueCode.CodeNotInValueSet, "Patient.language") with { Severity = IssueSeverity.Warning },

        OfObservation("a SNOMED CT code with a wrong check digit", o => o.Set("code.coding[0].code", "27113002"), IssueCode.CodeForm, "Observation.code.coding[0].code"),
        OfObservation("a SNOMED CT description in place of a concept", o => o.Set("code.coding[0].code", "45079018"), IssueCode.CodeForm, "Observation.code.coding[0].code"),
        OfObservation("a Read code under the system of SNOMED CT", o => o.Set("code.coding[0].code", "22A.."), IssueCode.CodeForm, "Observation.code.coding[0].code"),
        OfOutcome("another text than that of the code system", o => o.Set("issue[0].details.coding[0].display", "No such person"), IssueCode.CodeDisplay, "OperationOutcome.issue[0].details.coding[0].display") with { Severity = IssueSeverity.Warning },
        OfPatient("an NHS number with a wrong check digit", p => p.Set("identifier[0].value", "9476719932"), IssueCode.IdentifierForm, "Patient.identifier[0].value"),
        OfPatient("an NHS number with blanks", p => p.Set("identifier[0].value", "947 671 9931"), IssueCode.IdentifierForm, "Patient.identifier[0].value"),

        OfAppointment("an ODS code in lower case", a => a.Set("contained[0].identifier[0].value", "a20047"), IssueCode.IdentifierForm, "Appointment.contained[0].identifier[0].value") with { Severity = IssueSeverity.Warning },

        // Slices
        OfPatient("a slice more often than allowed", p => p.Duplicate("identifier"), IssueCode.SliceRepeated, "Patient.identifier[1]"),
        OfPatient("a slice after those that fit none", p => p.At("identifier").AsArray().Insert(0, new JsonObject { ["system"] = Unlisted, ["value"] = "1" }), IssueCode.SliceOrder, "Patient.identifier[1]"),

        // Extensions
        OfPatient("the url of an extension spelled with the other scheme", p => p.Set("extension[0].url", "http" + (Profiles.Nhs + "Extension-CareConnect-GPC-RegistrationDetails-1")["https".Length..]), IssueCode.CanonicalScheme, "Patient.extension[0].url") with { Severity = IssueSeverity.Warning },
        OfObservation("a SNOMED CT code with a blank", o => o.Set("code.coding[0].code", "27113001 "), IssueCode.ValueFormat, "Observation.code.coding[0].code"),
        OfObservation("an extension more often than its own definition allows", o => o.InsertBefore("code.coding[0].system", "extension", new JsonArray(DescriptionId(), DescriptionId())), IssueCode.SliceRepeated, "Observation.code.coding[0].extension[1]"),
        OfPatient("an extension in another type than its definition says", p => p.Replace("extension[0].extension[0].valuePeriod", "valueString", "2017"), IssueCode.TypeNotAllowed, "Patient.extension[0].extension[0].valueString"),
        OfPatient("an unknown part of a complex extension", p => p.Append("extension[0].extension", Extension("branch", "1")), IssueCode.ExtensionNotNested, "Patient.extension[0].extension[2]") with { Severity = IssueSeverity.Warning },
        OfPatient("an extension without definition", p => p.Append("extension", Extension(Unlisted, "1")), IssueCode.ExtensionUnknown, "Patient.extension[1]") with { Severity = IssueSeverity.Information },
        OfPatient("an extension that no slice names, in a wrong type", p => p.InsertBefore("address[0].use", "extension", new JsonArray(Extension("http://hl7.org/fhir/StructureDefinition/patient-birthTime", "1"))), IssueCode.TypeNotAllowed, "Patient.address[0].extension[0].valueString"),

        // Resources and profiles
        OfBundle("a fault in a resource of a Bundle", b => b.Delete("entry[0].resource.identifier[0].value"), IssueCode.ElementMissing, "Bundle.entry[0].resource.identifier[0]"),
        OfAppointment("a fault in a contained resource", a => a.Set("contained[0].name", "  "), IssueCode.ValueFormat, "Appointment.contained[0].name"),
        OfPatient("a resource type of no FHIR version", p => p.Set("resourceType", "Patientt"), IssueCode.ResourceUnknown, "Patientt"),
        OfPatient("a resource type that is not carried", p => p.Set("resourceType", "Goal"), IssueCode.ResourceNotCarried, "Goal") with { Severity = IssueSeverity.Warning },
        OfPatient("a profile that is not carried", p => p.Append("meta.profile", Unlisted), IssueCode.ProfileUnknown, "Patient.meta.profile[1]") with { Severity = IssueSeverity.Warning },
        OfPatient("a profile of another type", p => p.Append("meta.profile", Profiles.Nhs + "GPConnect-Slot-1"), IssueCode.ProfileType, "Patient.meta.profile[1]"),
        OfPatient("a profile spelled with the other scheme", p => p.At("meta.profile").AsArray()[0] = "http" + PatientProfile["https".Length..], IssueCode.CanonicalScheme, "Patient.meta.profile[0]") with { Severity = IssueSeverity.Warning },

        // References
        OfPatient("a reference to a resource type that is not allowed", p => p.Set("managingOrganization.reference", "Patient/3"), IssueCode.ReferenceType, "Patient.managingOrganization.reference"),
        OfPatient("an absolute reference to a resource type that is not allowed", p => p.Set("managingOrganization.reference", "https://example.org/fhir/Patient/3/_history/1"), IssueCode.ReferenceType, "Patient.managingOrganization.reference"),
        OfAppointment("a reference to a contained resource that is not there", a => a.Set("participant[0].actor.reference", "#2"), IssueCode.ReferenceContained, "Appointment.participant[0].actor.reference"),
        OfAppointment("a reference to a contained resource of another type", a => a.Set("participant[0].actor.reference", "#1"), IssueCode.ReferenceType, "Appointment.participant[0].actor.reference"),

        // Parameters
        new("an unknown element of a part", Samples.Parameters, p => p.Set("parameter[1].part[0].note", "x"), IssueCode.ElementUnknown, "Parameters.parameter[1].part[0].note"),
        new("a wrong value of a part", () => Samples.Parameters().With(p => p.Delete("meta")), p => p.Replace("parameter[1].part[0].valueBoolean", "valueDate", "12/03/2020"), IssueCode.ValueFormat, "Parameters.parameter[1].part[0].valueDate"),
    ];

    public static TheoryData<string, FhirFormat> Names()
    {
        var data = new TheoryData<string, FhirFormat>();
        foreach (var fault in Faults)
        {
            data.Add(fault.Name, FhirFormat.Json);
            if (!fault.IsJsonOnly)
            {
                data.Add(fault.Name, FhirFormat.Xml);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_gives_one_issue_at_its_place(string name, FhirFormat format)
    {
        var fault = Faults.Single(candidate => candidate.Name == name);

        var result = Support.Validation.Of(fault.BrokenResource(), format);

        result.ShouldHaveOnly(fault.Code, fault.Path);
        result.Issues[0].Severity.Should().Be(fault.Severity);
        result.IsValid.Should().Be(fault.Severity != IssueSeverity.Error);
    }

    private static Fault OfPatient(string name, Action<JsonObject> edit, IssueCode code, string path) => new("Patient: " + name, Samples.Patient, edit, code, path);

    private static Fault OfOutcome(string name, Action<JsonObject> edit, IssueCode code, string path) => new("OperationOutcome: " + name, Samples.OperationOutcome, edit, code, path);

    private static Fault OfObservation(string name, Action<JsonObject> edit, IssueCode code, string path) => new("Observation: " + name, Samples.Observation, edit, code, path);

    private static Fault OfBundle(string name, Action<JsonObject> edit, IssueCode code, string path) => new("Bundle: " + name, Samples.SearchsetBundle, edit, code, path);

    private static Fault OfAppointment(string name, Action<JsonObject> edit, IssueCode code, string path) => new("Appointment: " + name, Samples.Appointment, edit, code, path);

    private static JsonObject DescriptionId() => new()
    {
        ["url"] = Profiles.Nhs + "Extension-coding-sctdescid",
        ["extension"] = new JsonArray(new JsonObject { ["url"] = "descriptionId", ["valueId"] = "1221826018" }),
    };

    private static JsonObject Extension(string url, string value) => new() { ["url"] = url, ["valueString"] = value };
}
