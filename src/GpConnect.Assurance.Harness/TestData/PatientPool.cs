using System.Collections.Concurrent;
using System.Globalization;

namespace GpConnect.Assurance.Harness.TestData;

/// <summary>Patients that a scenario uses up, handed out to one scenario at a time: those of the roles <c>unregistered-1</c>,
/// <c>unregistered-2</c>, … Safe for use by many workers.</summary>
public sealed class PatientPool(TestDataMap testData)
{
    private readonly ConcurrentDictionary<string, ConcurrentStack<PooledPatient>> _left = new(StringComparer.Ordinal);

    /// <summary>A patient that no other scenario has; null when none is left.</summary>
    /// <param name="role">Without the number: <c>unregistered</c>.</param>
    public PooledPatient? Take(string role) => Left(role).TryPop(out var patient) ? patient : null;

    /// <summary>Returns a patient that was not used up; it is the next to be taken.</summary>
    public void GiveBack(string role, PooledPatient patient) => Left(role).Push(patient);

    private ConcurrentStack<PooledPatient> Left(string role) => _left.GetOrAdd(role, Mapped);

    private ConcurrentStack<PooledPatient> Mapped(string role) => new(testData.Patients
        .Where(patient => Number(patient.Key, role) is not null)
        .OrderByDescending(patient => Number(patient.Key, role))
        .Select(patient => new PooledPatient(patient.Key, patient.Value)));

    private static int? Number(string numbered, string role) =>
        numbered.StartsWith(role + "-", StringComparison.Ordinal)
        && int.TryParse(numbered.AsSpan(role.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
