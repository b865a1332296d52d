using System.Collections.Concurrent;
using GpConnect.Assurance.Fhir;

namespace GpConnect.Assurance.Validation;

/// <summary>Validates documents against the profiles they claim, and those the caller names. Reusable, and safe to share between threads.</summary>
/// <param name="terminology">Asked about codes that the definitions cannot decide; null: they are "not checked". It stays the caller's to dispose of.</param>
/// <remarks>A document of DSTU2 is judged by the definitions of that release under the same paths, where there are any.</remarks>
public sealed class ProfileValidator(DefinitionStore definitions, ITerminologyService? terminology = null)
{
    private readonly ConcurrentBag<ValidationRun> _idle = [];
    private readonly ConcurrentBag<ValidationRun> _idleDstu2 = [];

    public ValidationResult Validate(FhirDocument document, ValidationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= new ValidationOptions();
        var version = options.Version ?? VersionAskedFor(options) ?? (document.IsReadable ? FhirVersions.Of(document.Root) : definitions.Version);
        return version != definitions.Version && definitions.OfVersion(version) is { } others
            ? Validate(document, options, _idleDstu2, others)
            : Validate(document, options, _idle, definitions);
    }

    /// <summary>A profile or operation that the caller names decides, when DSTU2 alone has it.</summary>
    private FhirVersion? VersionAskedFor(ValidationOptions options)
    {
        var isUnknown = (options.Profiles is [var profile, ..] && !definitions.HasProfile(profile)) || (options.Operation is { } operation && !definitions.HasOperation(operation.Definition));
        return isUnknown && definitions.OfVersion(FhirVersion.Dstu2) is { } others
            && options.Profiles.All(others.HasProfile) && (options.Operation is null || others.HasOperation(options.Operation.Definition))
            ? FhirVersion.Dstu2
            : null;
    }

    private ValidationResult Validate(FhirDocument document, ValidationOptions options, ConcurrentBag<ValidationRun> idle, DefinitionStore store)
    {
        if (!idle.TryTake(out var run))
        {
            run = new ValidationRun(store, terminology);
        }

        try
        {
            return run.Validate(document, options);
        }
        finally
        {
            run.Forget();
            idle.Add(run);
        }
    }
}
