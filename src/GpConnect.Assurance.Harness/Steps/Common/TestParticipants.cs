using GpConnect.Assurance.Harness.Consumers;
using GpConnect.Assurance.Harness.Engine;
using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Steps.Common;

/// <summary>The target's patients, staff, organisations and sites by the part they play.</summary>
public sealed class TestParticipants(Consumer consumer)
{
    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public TestPractitioner Practitioner(string role) => Mapped(consumer.Run.Settings.TestData.Practitioner(role));

    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public TestOrganization Organization(string role) => Mapped(consumer.Run.Settings.TestData.Organization(role));

    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public TestLocation Location(string role) => Mapped(consumer.Run.Settings.TestData.Location(role));

    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public TestPractice Practice(string role) => Mapped(consumer.Run.Settings.TestData.Practice(role));

    /// <param name="kind">As in <see cref="Section"/>.</param>
    /// <param name="role">The part played.</param>
    /// <exception cref="ScenarioSkippedException">The role is not mapped for this target.</exception>
    public TestParticipant Named(string kind, string role) => kind switch
    {
        "patient" => Mapped(consumer.Run.Settings.TestData.Patient(role)),
        "practitioner" => Practitioner(role),
        "organisation" => Organization(role),
        _ => Location(role),
    };

    /// <summary>The section of the test data that maps roles of that kind: <c>patient</c>, <c>practitioner</c>, <c>organisation</c> or <c>location</c>.</summary>
    public static string Section(string kind) => kind == "organisation" ? "organizations" : kind + "s";

    private static T Mapped<T>(RoleMapping<T> mapping)
        where T : TestParticipant =>
        mapping.IsMapped ? mapping.Participant : throw new ScenarioSkippedException(mapping.NotMappedBecause);
}
