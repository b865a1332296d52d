using System.Runtime.CompilerServices;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Run;

namespace GpConnect.Assurance.Harness.Diagnosis;

/// <summary>Looks at a target before a run: can it be reached, does it know the consumer, and is everybody who plays a role there, in the state that the role needs?</summary>
/// <remarks>It sends searches, and reads of locations; nothing that changes data.</remarks>
public static class TargetDoctor
{
    /// <summary>Gives each finding as it is made; ends with one that is fatal, as nothing could be seen beyond it.</summary>
    public static async IAsyncEnumerable<Finding> ExamineAsync(RunContext context, ProviderClient client, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var finding in new ConnectionDiagnosis(context, client).FindAsync(cancellation).ConfigureAwait(false))
        {
            yield return finding;
            if (finding.IsFatal)
            {
                yield break;
            }
        }

        await foreach (var finding in new RoleDiagnosis(context, client).FindAsync(cancellation).ConfigureAwait(false))
        {
            yield return finding;
        }
    }
}
