using System.Collections.Concurrent;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Validates documents against the profiles they claim, and those the caller names. Reusable, and safe to share between threads.</summary>
/// <param name="terminology">Asked about codes that the definitions cannot decide; null: they are "not checked". It stays the caller's to dispose of.</param>
public sealed class ProfileValidator(DefinitionStore definitions, ITerminologyService? terminology = null)
{
    private readonly ConcurrentBag<ValidationRun> _idle = [];

    public ValidationResult Validate(FhirDocument document, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_idle.TryTake(out var run))
        {
            run = new ValidationRun(definitions, terminology);
        }

        try
        {
            return run.Validate(document, options ?? new ValidationOptions());
        }
        finally
        {
            run.Forget();
            _idle.Add(run);
        }
    }
}
