namespace GpConnect.Assurance.Harness.TestData;

/// <summary>Slots of the provider under test that play a role, told by the slot type that the practice gave them: their ids change each day.</summary>
/// <param name="ServiceType">Text of <c>Slot.serviceType</c> that no other slots have.</param>
public sealed record TestSlot(string ServiceType) : TestParticipant
{
    public override string Identifier => ServiceType;
}
