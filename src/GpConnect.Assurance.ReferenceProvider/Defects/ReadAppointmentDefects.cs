using GpConnect.Assurance.ReferenceProvider.Api;
using GpConnect.Assurance.ReferenceProvider.Appointments;
using GpConnect.Assurance.ReferenceProvider.Resources;

namespace GpConnect.Assurance.ReferenceProvider.Defects;

/// <summary>Defects of "Read an appointment" and "Retrieve a patient's appointments".</summary>
internal static class ReadAppointmentDefects
{
    public static readonly IReadOnlyList<Defect> All =
    [
        new("GPD-APT-401", "An appointment in the past can be read", "GPC-APT-215") { Neglects = [Rule.PastAppointmentsAreNotRead] },
        new("GPD-APT-402", "An unknown appointment gives an internal error", "GPC-APT-216")
        {
            OnResponse = Errors(ReadAnAppointment.Interaction, "NO_RECORD_FOUND", response => response.Status = 500),
        },
        new("GPD-APT-403", "An unknown appointment is an unknown patient", "GPC-APT-216")
        {
            OnResponse = Errors(
                ReadAnAppointment.Interaction,
                "NO_RECORD_FOUND",
                Spoil.SpineCode("NO_RECORD_FOUND", SpineError.PatientNotFound.Code, SpineError.PatientNotFound.Display)),
        },
        new("GPD-APT-404", "Ids of appointments are read whatever their case", "GPC-APT-216")
        {
            AlsoBreaks = ["GPC-APT-023"],
            Neglects = [Rule.AppointmentIdsAreCaseSensitive],
        },
        new("GPD-APT-405", "Only who booked an appointment can read it", "GPC-APT-211") { Neglects = [Rule.AppointmentsOfOthersAreRead] },
        new("GPD-APT-406", "An appointment made in the practice cannot be read", "GPC-APT-211")
        {
            AlsoBreaks = ["GPC-APT-126"],
            Neglects = [Rule.AppointmentsOfThePracticeAreRead],
        },
        new("GPD-APT-407", "A visit cannot be read", "GPC-APT-211")
        {
            SpecificationVersion = Defect.LastWithVisits,
            Neglects = [Rule.VisitsAreRead],
        },
        new("GPD-APT-408", "A cancelled appointment cannot be read", "GPC-APT-212")
        {
            AlsoBreaks = ["GPC-APT-282"],
            Neglects = [Rule.CancelledAppointmentsAreRead],
        },
        new("GPD-APT-409", "An appointment that cannot be made into a resource is given in part", "GPC-APT-217")
        {
            AlsoBreaks = ["GPC-APT-190", "GPC-APT-204", "GPC-APT-189"],
            Neglects = [Rule.IncompleteAppointmentIsAnErrorInReads],
        },
        new("GPD-APT-410", "A read is answered with 203", "GPC-APT-208")
        {
            AlsoBreaks = ["GPC-APT-206"],
            OnResponse = Spoil.Answers(ReadAnAppointment.Interaction, response => response.Status = 203),
        },
        new("GPD-APT-411", "The ETag of a read is another version's", "GPC-APT-209")
        {
            AlsoBreaks = ["GPC-APT-020"],
            OnResponse = Spoil.Answers(ReadAnAppointment.Interaction, response => response.Headers.ETag = "W/\"4711\""),
        },
        new("GPD-APT-412", "Visits are at the main surgery", "GPC-APT-213")
        {
            AlsoBreaks = ["GPC-APT-239"],
            SpecificationVersion = Defect.LastWithVisits,
            OnResponse = Spoil.Successes(response => Spoil.Resources("Appointment", appointment =>
            {
                if (Spoil.Extensions(appointment, AppointmentExtensions.DeliveryChannelUrl).First()["valueCode"]!.GetValue<string>() == Book.DeliveryChannel.Visit)
                {
                    appointment["participant"]![1]!["actor"]!["reference"] = "Location/" + response.Request.Practice.TestData.Locations["main"].LogicalId;
                }
            })(response)),
        },
        new("GPD-APT-413", "Visits do not say their kind", "GPC-APT-213")
        {
            AlsoBreaks = ["GPC-APT-239"],
            SpecificationVersion = Defect.LastWithVisits,
            OnResponse = Spoil.Successes(Spoil.Resources("Appointment", appointment =>
            {
                if (Spoil.Extensions(appointment, AppointmentExtensions.DeliveryChannelUrl).First()["valueCode"]!.GetValue<string>() == Book.DeliveryChannel.Visit)
                {
                    appointment.Remove("comment");
                }
            })),
        },
        new("GPD-APT-451", "The appointments of all patients are retrieved", "GPC-APT-235") { Neglects = [Rule.OnlyThePatientsAppointmentsAreRetrieved] },
        new("GPD-APT-452", "A range that reaches into the past is taken", "GPC-APT-226") { Neglects = [Rule.PastIsNotRetrieved] },
        new("GPD-APT-453", "A time in a range is taken", "GPC-APT-228") { Neglects = [Rule.RetrievalsAreByDay] },
        new("GPD-APT-454", "A range without a bound is taken", "GPC-APT-229") { Neglects = [Rule.RetrievalsAreBounded] },
        new("GPD-APT-455", "A range that ends before it starts is taken", "GPC-APT-230") { Neglects = [Rule.RetrievalRangesAreChecked] },
        new("GPD-APT-456", "The bounds of a range must come in one order", "GPC-APT-220") { Neglects = [Rule.RetrievalBoundsComeInAnyOrder] },
        new("GPD-APT-457", "Appointments before the range are retrieved", "GPC-APT-220")
        {
            AlsoBreaks = ["GPC-APT-221", "GPC-APT-234", "GPC-APT-237"],
            Neglects = [Rule.RetrievalsStartOnTheFirstDay],
        },
        new("GPD-APT-458", "Appointments on the last day of the range are left out", "GPC-APT-221")
        {
            AlsoBreaks = ["GPC-APT-186", "GPC-APT-220", "GPC-APT-282"],
            Neglects = [Rule.RetrievalsEndWithTheLastDay],
        },
        new("GPD-APT-459", "Appointments after the range are retrieved", "GPC-APT-220")
        {
            AlsoBreaks = ["GPC-APT-221", "GPC-APT-234"],
            Neglects = [Rule.RetrievalsEnd],
        },
        new("GPD-APT-460", "Appointments of today that are over are left out", "GPC-APT-227") { Neglects = [Rule.EarlierTodayIsRetrieved] },
        new("GPD-APT-461", "Cancelled appointments are left out", "GPC-APT-235")
        {
            AlsoBreaks = ["GPC-APT-282"],
            Neglects = [Rule.CancelledAppointmentsAreRetrieved],
        },
        new("GPD-APT-462", "Appointments made in the practice are left out", "GPC-APT-236")
        {
            AlsoBreaks = ["GPC-APT-126", "GPC-APT-227"],
            Neglects = [Rule.AppointmentsOfThePracticeAreRetrieved],
        },
        new("GPD-APT-463", "Visits are left out", "GPC-APT-236")
        {
            SpecificationVersion = Defect.LastWithVisits,
            Neglects = [Rule.VisitsAreRetrieved],
        },
        new("GPD-APT-464", "An appointment that cannot be made into a resource is left out", "GPC-APT-035") { Neglects = [Rule.IncompleteAppointmentIsAnError] },
        new("GPD-APT-465", "A range without appointments gives 404", "GPC-APT-234")
        {
            OnResponse = Retrieved(response =>
            {
                if (response.Resource!["entry"] is null)
                {
                    response.Status = SpineError.NoRecordFound.Status;
                    response.Resource = OperationOutcomeResource.Of(SpineError.NoRecordFound, "There is no appointment.");
                }
            }),
        },
        new("GPD-APT-466", "A retrieval is answered with 206", "GPC-APT-232")
        {
            AlsoBreaks = ["GPC-APT-219", "GPC-APT-241"],
            OnResponse = Retrieved(response => response.Status = 206),
        },
        new("GPD-APT-499", "Appointments that are retrieved lack what they hold when they are read", "GPC-APT-240")
        {
            OnResponse = Retrieved(Spoil.Resources("Appointment", appointment => appointment.Remove("comment"))),
        },
        new("GPD-APT-467", "The patient comes with their appointments", "GPC-APT-233")
        {
            OnResponse = Retrieved(response =>
            {
                if (response.Request.Practice.Patient(response.Request.Id!) is { } patient && response.Resource!["entry"] is { } entries)
                {
                    entries.AsArray().Add(new System.Text.Json.Nodes.JsonObject { ["resource"] = PatientResource.Of(patient, response.Request.Practice) });
                }
            }),
        },
        new("GPD-APT-468", "The error of a range in the past does not say so", "GPC-APT-226")
        {
            IsOnlyWarnedOf = true,
            OnResponse = Errors(
                RetrieveAPatientsAppointments.Interaction, "INVALID_PARAMETER", Spoil.Issues(Spoil.Set("diagnostics", () => "The request is not right."))),
        },
        new("GPD-APT-469", "An invalid range gives 400", "GPC-APT-230")
        {
            OnResponse = Errors(RetrieveAPatientsAppointments.Interaction, "INVALID_PARAMETER", response => response.Status = 400),
        },
        new("GPD-APT-470", "An unknown patient gives an internal error", "GPC-APT-231")
        {
            OnResponse = Errors(RetrieveAPatientsAppointments.Interaction, "PATIENT_NOT_FOUND", response => response.Status = 500),
        },
        new("GPD-APT-471", "No more than one appointment comes back", "GPC-APT-235")
        {
            AlsoBreaks = ["GPC-APT-220", "GPC-APT-236", "GPC-APT-186", "GPC-APT-282"],
            OnResponse = Retrieved(response =>
            {
                while (response.Resource!["entry"] is System.Text.Json.Nodes.JsonArray { Count: > 1 } entries)
                {
                    entries.RemoveAt(1);
                }
            }),
        },
    ];

    private static Action<FhirResponse> Retrieved(Action<FhirResponse> spoil) => Spoil.Answers(RetrieveAPatientsAppointments.Interaction, spoil);

    private static Action<FhirResponse> Errors(Interaction interaction, string spineCode, Action<FhirResponse> spoil) => Spoil.Errors(spineCode, response =>
    {
        if (response.Request.Interaction == interaction)
        {
            spoil(response);
        }
    });
}
