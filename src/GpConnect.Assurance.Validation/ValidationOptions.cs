namespace GpConnect.Assurance.Validation;

/// <summary>What the caller asks for beyond the rules of FHIR and the profiles that the document claims.</summary>
public sealed record ValidationOptions
{
    /// <summary>The FHIR release that the document must be in; null: told by the document itself.</summary>
    public FhirVersion? Version { get; init; }

    /// <summary>Canonicals of profiles that the root resource must meet, claimed or not.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Canonicals of profiles by resource type, which every resource of that type in the document must meet, claimed or not.</summary>
    public IReadOnlyDictionary<string, string> ProfileByType { get; init; } = new Dictionary<string, string>();

    /// <summary>The operation whose parameters the root, a Parameters resource, must hold; null: only a definition that it claims is asked of it.</summary>
    public RequiredOperation? Operation { get; init; }

    /// <summary>Whether a resource without <c>meta.profile</c> is an error (contained resources are not asked).</summary>
    public bool RequireProfile { get; init; }

    /// <summary>How bad it is that a reference points out of its Bundle; null: not looked at.</summary>
    public IssueSeverity? DanglingReferences { get; init; }

    /// <summary>After that many errors only the count of errors goes on; likewise for warnings and information together.</summary>
    public int MaxIssues { get; init; } = 1000;
}
