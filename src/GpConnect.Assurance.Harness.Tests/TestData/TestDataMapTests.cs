using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Tests.TestData;

public class TestDataMapTests
{
    private static readonly TestDataMap Map = new()
    {
        Patients = new Dictionary<string, TestPatient> { ["registered"] = new("9690937278") },
    };

    [Fact]
    public void A_mapped_role_gives_who_plays_it()
    {
        var mapping = Map.Patient("registered");

        mapping.IsMapped.Should().BeTrue();
        mapping.Participant!.NhsNumber.Should().Be("9690937278");
        mapping.NotMappedBecause.Should().BeNull();
    }

    [Fact]
    public void A_role_that_is_not_mapped_gives_the_reason_to_skip()
    {
        var mapping = Map.Patient("sensitive");

        mapping.IsMapped.Should().BeFalse();
        mapping.Participant.Should().BeNull();
        mapping.NotMappedBecause.Should().Be(
            "No patient is mapped to the role \"sensitive\": set testData.patients.sensitive.nhsNumber in the configuration file.");
    }

    [Fact]
    public void Each_kind_of_participant_names_its_own_setting()
    {
        Map.Practitioner("a").NotMappedBecause.Should().Contain("testData.practitioners.a.sdsUserId");
        Map.Organization("b").NotMappedBecause.Should().Contain("testData.organizations.b.odsCode");
        Map.Location("c").NotMappedBecause.Should().Contain("testData.locations.c.id");
        Map.Practice("d").NotMappedBecause.Should().Contain("testData.practices.d.url");
    }
}
