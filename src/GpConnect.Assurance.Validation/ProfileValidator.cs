using System.Collections.Concurrent;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Validates documents against the profiles they claim, and those the caller names. Reusable, and safe to share between threads.</summary>
public sealed class ProfileValidator(DefinitionStore definitions)
{
    private readonly ConcurrentBag<ValidationRun> _idle = [];

    public ValidationResult Validate(FhirDocument document, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!_idle.TryTake(out var run))
        {
            run = new ValidationRun(definitions);
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
