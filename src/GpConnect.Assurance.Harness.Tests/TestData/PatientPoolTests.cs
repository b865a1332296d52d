using GpConnect.Assurance.Harness.TestData;

namespace GpConnect.Assurance.Harness.Tests.TestData;

public class PatientPoolTests
{
    private static readonly string[] Roles = ["unregistered", "unregistered-10", "unregistered-2", "unregistered-deceased", "lapsed-1", "unregistered-1"];

    private readonly PatientPool _pool = new(new TestDataMap { Patients = Roles.ToDictionary(role => role, role => new TestPatient(role)) });

    [Fact]
    public void Numbered_roles_are_taken_in_order_and_once()
    {
        var taken = Enumerable.Range(0, 4).Select(_ => _pool.Take("unregistered")?.Role);

        taken.Should().Equal("unregistered-1", "unregistered-2", "unregistered-10", null);
        _pool.Take("lapsed")!.Patient.NhsNumber.Should().Be("lapsed-1");
    }

    [Fact]
    public void Who_is_given_back_can_be_taken_again()
    {
        var taken = _pool.Take("unregistered")!;
        _pool.GiveBack("unregistered", taken);

        _pool.Take("unregistered").Should().Be(taken);
    }

    [Fact]
    public void No_two_workers_get_the_same_patient()
    {
        var pool = new PatientPool(new TestDataMap
        {
            Patients = Enumerable.Range(1, 1000).ToDictionary(number => $"unregistered-{number}", number => new TestPatient($"{number}")),
        });
        var taken = new System.Collections.Concurrent.ConcurrentBag<string>();

        Parallel.For(0, 8, _ =>
        {
            while (pool.Take("unregistered") is { } patient)
            {
                taken.Add(patient.Role);
            }
        });

        taken.Should().HaveCount(1000).And.OnlyHaveUniqueItems();
    }
}
