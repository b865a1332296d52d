using GpConnect.Assurance.Harness.Checks;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;
using TechTalk.SpecFlow;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>Visits. Release 1.6 has no rules on them any more: from there on it is noted only what a provider does.</summary>
[Binding]
public sealed class VisitSteps(Consumer consumer, MadeAppointments made, CheckRecorder checks)
{
    /// <summary>The role of slots and appointments of that delivery channel.</summary>
    internal const string Visit = "visit";

    /// <summary>The first release without rules on visits.</summary>
    internal const string NoRules = "1.6";

    /// <summary>A visit's place is nobody's address, and its kind stands in the comment, where the test data tells of one.</summary>
    [Then("the Location of the visit is a stand-in")]
    public void ThenTheLocationIsAStandIn()
    {
        var visit = consumer.Latest.Resources("Appointment").FirstOrDefault(one => one.Child("id").Value == made.Current.Id);
        var location = visit.ChildrenNamed("participant").ToArray()
            .Select(participant => participant.Child("actor").Child("reference").Value)
            .FirstOrDefault(reference => reference?.Contains("Location/", StringComparison.Ordinal) == true);
        if (location is null)
        {
            var missing = new Check("the visit has a Location") { Location = "Appointment.participant", Expected = "Location/…", Actual = consumer.Latest.Summary };
            checks.Fail(missing, "There is no Location in the visit to look at.");
            return;
        }

        CheckAddress(location);
        CheckKind(visit);
    }

    private void CheckAddress(string location)
    {
        var read = consumer.Prepare(Interactions.ReadLocation, request => request.With("id", OfferedSlot.IdOf(location)!));
        var address = read.Resources("Location") is [var found, ..] ? found.Child("address") : default;
        var parts = new[] { address.Child("line").Value, address.Child("city").Value }.OfType<string>().ToList();
        Judge(
            new Check("the visit's Location has no real address")
            {
                Location = "Location.address",
                Expected = "line and city that name no place",
                Actual = $"{read.Summary}: {string.Join(", ", parts)}",
                Exchange = read.ExchangeId,
            },
            read.Response.Status == 200 && !parts.Exists(part => part.Any(char.IsDigit)),
            "The Location of a visit must be there to be read, and must not tell the address visited.");
    }

    private void CheckKind(Fhir.FhirNode visit)
    {
        if (made.Known?["comment"]?.GetValue<string>() is { } kind)
        {
            var comment = visit.Child("comment").Value;
            Judge(
                new Check("the comment says what kind of visit it is") { Location = "Appointment.comment", Expected = kind, Actual = comment ?? "no comment" },
                comment == kind,
                "The kind of visit is known, so that the comment must say it.");
        }
    }

    private void Judge(Check check, bool holds, string breach)
    {
        if (holds)
        {
            checks.Pass(check);
        }
        else if (consumer.Run.MayFollow(NoRules))
        {
            checks.Inform(check, $"{breach} From release {NoRules} on there is no rule on visits.");
        }
        else
        {
            checks.Fail(check, breach);
        }
    }
}
