namespace GpConnect.Assurance.Harness.TestData;

/// <summary>An appointment that the practice made itself and that plays a role.</summary>
/// <param name="Id">Logical id of the Appointment resource.</param>
public sealed record TestAppointment(string Id) : TestParticipant
{
    public override string Identifier => Id;
}
